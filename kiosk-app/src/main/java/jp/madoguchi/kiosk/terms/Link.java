package jp.madoguchi.kiosk.terms;

/** Official pages that the kiosk points to. It never opens them itself. */
public enum Link {
    E_TAX("https://www.e-tax.nta.go.jp/"),
    MYNA_PORTAL("https://myna.go.jp/"),
    /** CP/CPS of both CAs of 公的個人認証サービス; what a certificate of a known CA says itself goes before it. */
    RULES("https://www.jpki.go.jp/ca/ca_rules3.html"),
    /** How to apply for a card (マイナンバーカード総合サイト). */
    CARD("https://www.kojinbango-card.go.jp/");

    private final String address;

    Link(String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }

    /** The name in texts. */
    public String slug() {
        return Slug.of(this);
    }
}
