package jp.madoguchi.devices.card;

/** What carries the certificate, told by the label of the PKCS#11 token info (JPKI AP, EF 0006), never by ATR. */
public enum TokenKind {
    MY_NUMBER_CARD("JPKIAPICCTOKEN2"),
    ANDROID_PHONE("JPKIAPGPSETOKEN"),
    IPHONE("JPKIAPIOSTOKEN"),
    /** 住民基本台帳カード: carries a signature certificate only and cannot authenticate. */
    JUKI_CARD("JPKIAPICCTOKEN"),
    /** A JPKI application whose label this program does not know. */
    UNKNOWN("");

    private final String label;

    TokenKind(String label) {
        this.label = label;
    }

    /** The label as the token says it, without its padding. */
    public String label() {
        return label;
    }

    /** Whether it is on a telephone: its certificates show after its PIN only. */
    public boolean isPhone() {
        return this == ANDROID_PHONE || this == IPHONE;
    }

    /** The kind with exactly this label (padding removed), else {@link #UNKNOWN}. */
    public static TokenKind ofLabel(String label) {
        for (TokenKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        return UNKNOWN;
    }
}
