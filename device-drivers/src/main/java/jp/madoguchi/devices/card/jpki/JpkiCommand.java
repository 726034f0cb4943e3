package jp.madoguchi.devices.card.jpki;

import java.util.HexFormat;

/** The command APDUs, byte for byte. Each call builds an array of its own, which its user may wipe. */
final class JpkiCommand {
    /** What {@link #readBinary} reads at most; Le 00 on the wire. */
    static final int MOST_READ = 256;

    /** The P2 that names the selected file. */
    static final int CURRENT_FILE = 0x80;

    private static final HexFormat HEX = HexFormat.of();
    /** DigestInfo of SHA-256 up to the digest (RFC 8017, 9.2 note 1). */
    private static final String SHA256_DIGEST_INFO = "3031300D060960864801650304020105000420";

    private static final int LARGEST_OFFSET = 0x7FFF;

    private JpkiCommand() {}

    static byte[] selectApplication() {
        return HEX.parseHex("00A4040C0AD392F000260100000001");
    }

    /** The card common application (共通カードAP). */
    static byte[] selectCommon() {
        return HEX.parseHex("00A4040C0AD3921000310001010100");
    }

    /** Of the card common application. */
    static byte[] selectCommonFile() {
        return HEX.parseHex("00A4020C020001");
    }

    /** READ RECORD of the first record of the selected file. */
    static byte[] readFirstRecord() {
        return HEX.parseHex("00B2010400");
    }

    static byte[] selectFile(JpkiFile file) {
        return new byte[] {0x00, (byte) 0xA4, 0x02, 0x0C, 0x02, (byte) (file.id() >> 8), (byte) file.id()};
    }

    /**
     * @param offset into the selected file, 15 bits
     * @param length 1 to {@link #MOST_READ}
     */
    static byte[] readBinary(int offset, int length) {
        if (offset < 0 || offset > LARGEST_OFFSET || length < 1 || length > MOST_READ) {
            throw new IllegalArgumentException("READ BINARY of " + length + " bytes at " + offset);
        }
        return new byte[] {0x00, (byte) 0xB0, (byte) (offset >> 8), (byte) offset, (byte) length};
    }

    /** Reads the first bytes of a file and selects it: bit 8 of P1 says that the rest of it is a short id (7816-4, 11.3.3). */
    static byte[] readByShortId(JpkiFile file, int length) {
        byte[] command = readBinary(0, length);
        command[2] = (byte) byShortId(file);
        return command;
    }

    /** The P2 of VERIFY and SIGN, and the P1 of READ BINARY, that name this file. */
    static int byShortId(JpkiFile file) {
        return CURRENT_FILE | file.shortId();
    }

    /** VERIFY without data: asks for the tries left and costs none. With an Lc or Le it would be another command. */
    static byte[] askTries(int reference) {
        return new byte[] {0x00, 0x20, 0x00, (byte) reference};
    }

    /** @param reference {@link #CURRENT_FILE} or {@link #byShortId} */
    static byte[] verify(int reference, byte[] secret) {
        return withSecret(0x20, 0x00, reference, secret);
    }

    /** CHANGE REFERENCE DATA of the selected PIN, which has been verified: the new PIN alone. */
    static byte[] change(byte[] next) {
        return withSecret(0x24, 0x01, CURRENT_FILE, next);
    }

    private static byte[] withSecret(int instruction, int p1, int reference, byte[] secret) {
        byte[] command = new byte[5 + secret.length];
        command[1] = (byte) instruction;
        command[2] = (byte) p1;
        command[3] = (byte) reference;
        command[4] = (byte) secret.length;
        System.arraycopy(secret, 0, command, 5, secret.length);
        return command;
    }

    static byte[] sign(int reference, byte[] sha256) {
        byte[] command = HEX.parseHex("802A008033" + SHA256_DIGEST_INFO + HEX.formatHex(sha256) + "00");
        command[3] = (byte) reference;
        return command;
    }
}
