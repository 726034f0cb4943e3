package jp.madoguchi.devices.card.jpki;

import java.util.HexFormat;

/** The command APDUs, byte for byte. Each call builds an array of its own, which its user may wipe. */
final class JpkiCommand {
    /** What {@link #readBinary} reads at most; Le 00 on the wire. */
    static final int MOST_READ = 256;

    private static final HexFormat HEX = HexFormat.of();
    /** DigestInfo of SHA-256 up to the digest (RFC 8017, 9.2 note 1). */
    private static final String SHA256_DIGEST_INFO = "3031300D060960864801650304020105000420";

    private static final int LARGEST_OFFSET = 0x7FFF;

    private JpkiCommand() {}

    static byte[] selectApplication() {
        return HEX.parseHex("00A4040C0AD392F000260100000001");
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

    /** VERIFY without data: asks for the tries left and costs none. With an Lc or Le it would be another command. */
    static byte[] askTries() {
        return HEX.parseHex("00200080");
    }

    static byte[] verify(byte[] pin) {
        byte[] command = new byte[5 + pin.length];
        command[1] = 0x20;
        command[3] = (byte) 0x80;
        command[4] = (byte) pin.length;
        System.arraycopy(pin, 0, command, 5, pin.length);
        return command;
    }

    static byte[] sign(byte[] sha256) {
        return HEX.parseHex("802A008033" + SHA256_DIGEST_INFO + HEX.formatHex(sha256) + "00");
    }
}
