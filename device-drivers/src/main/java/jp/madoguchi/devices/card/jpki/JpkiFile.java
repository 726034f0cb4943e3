package jp.madoguchi.devices.card.jpki;

/** The elementary files of the JPKI application that user authentication needs. */
enum JpkiFile {
    TOKEN_INFO(0x0006),
    AUTHENTICATION_CERTIFICATE(0x000A),
    AUTHENTICATION_KEY(0x0017),
    AUTHENTICATION_PIN(0x0018);

    private final int id;

    JpkiFile(int id) {
        this.id = id;
    }

    /** The file identifier, two bytes. */
    int id() {
        return id;
    }
}
