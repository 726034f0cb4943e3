package jp.madoguchi.kiosk.terms;

import java.util.Optional;

/** The certificates that this program has words for: {@code Kind} of {@code docs/center-api.yaml}. */
public enum DocumentKind {
    RESIDENCE_RECORD("住民票の写し"),
    RESIDENCE_RECORD_STATEMENT("住民票記載事項証明書"),
    SEAL_REGISTRATION("印鑑登録証明書"),
    TAX_CERTIFICATE("課税（非課税）証明書"),
    INCOME_CERTIFICATE("所得証明書"),
    FAMILY_REGISTER_WHOLE("戸籍全部事項証明書"),
    FAMILY_REGISTER_INDIVIDUAL("戸籍個人事項証明書"),
    ADDRESS_HISTORY("戸籍の附票の写し");

    private final String japanese;

    DocumentKind(String japanese) {
        this.japanese = japanese;
    }

    /** As it stands on the wire and in the names of texts, e.g. {@code seal-registration}. */
    public String wireName() {
        return Slug.of(this);
    }

    /** As it stands on receipts. */
    public String japanese() {
        return japanese;
    }

    /** Empty for a kind of a later center. */
    public static Optional<DocumentKind> ofWireName(String name) {
        for (DocumentKind kind : values()) {
            if (kind.wireName().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
