package jp.madoguchi.kiosk.terms;

/** The two digital certificates that a card can carry. */
public enum CertificateKind {
    /** 利用者証明用: proves who is there. */
    AUTHENTICATION,
    /** 署名用: signs filings. */
    SIGNATURE;

    /** The name in texts and addresses. */
    public String slug() {
        return Slug.of(this);
    }
}
