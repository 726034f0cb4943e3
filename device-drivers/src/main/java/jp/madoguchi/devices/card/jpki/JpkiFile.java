package jp.madoguchi.devices.card.jpki;

/** The elementary files of the JPKI application that are used here. */
enum JpkiFile {
    SIGNATURE_CERTIFICATE(0x0001),
    TOKEN_INFO(0x0006),
    AVAILABILITY(0x0008),
    AUTHENTICATION_CERTIFICATE(0x000A),
    AUTHENTICATION_KEY(0x0017),
    AUTHENTICATION_PIN(0x0018),
    SIGNATURE_PASSWORD(0x001B);

    private static final int SHORT_ID_BITS = 0x1F;

    private final int id;

    JpkiFile(int id) {
        this.id = id;
    }

    /** The file identifier, two bytes. */
    int id() {
        return id;
    }

    /** Its last five bits: what ISO/IEC 7816-4, 7.3.1 calls the short EF identifier. */
    int shortId() {
        return id & SHORT_ID_BITS;
    }
}
