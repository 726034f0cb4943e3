package jp.madoguchi.simulators.card;

import java.util.Arrays;
import java.util.Optional;

/**
 * A command with short length fields, ISO/IEC 7816-3 section 12.1. Extended length does not exist on this card.
 *
 * @param data empty in cases 1 and 2
 * @param le how many bytes are asked for, 256 for the byte 00, 0 in cases 1 and 3
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and nobody outside the card holds it
record CommandApdu(int cla, int ins, int p1, int p2, byte[] data, int le) {

    /** The four cases; empty when the lengths contradict each other. */
    static Optional<CommandApdu> parse(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        if (bytes.length == 4) {
            return Optional.of(of(bytes, new byte[0], 0));
        }
        int fifth = bytes[4] & 0xff;
        if (bytes.length == 5) {
            return Optional.of(of(bytes, new byte[0], expected(fifth)));
        }
        if (fifth == 0 || bytes.length < 5 + fifth || bytes.length > 6 + fifth) {
            return Optional.empty();
        }
        byte[] data = Arrays.copyOfRange(bytes, 5, 5 + fifth);
        return Optional.of(of(bytes, data, bytes.length == 5 + fifth ? 0 : expected(bytes[5 + fifth] & 0xff)));
    }

    private static CommandApdu of(byte[] header, byte[] data, int le) {
        return new CommandApdu(header[0] & 0xff, header[1] & 0xff, header[2] & 0xff, header[3] & 0xff, data, le);
    }

    private static int expected(int le) {
        return le == 0 ? 256 : le;
    }
}
