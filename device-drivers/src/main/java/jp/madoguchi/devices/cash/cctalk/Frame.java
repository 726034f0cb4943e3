package jp.madoguchi.devices.cash.cctalk;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * One ccTalk frame with the simple checksum (part 1 section 8): {@code destination, length, source, header, data, checksum},
 * all bytes adding up to 0 modulo 256.
 */
@CheckReturnValue
@SuppressWarnings("ArrayRecordComponent") // frames are read and dropped; nobody compares them
record Frame(int destination, int source, int header, byte[] data) {
    /** Bytes of a frame around its data. */
    static final int AROUND = 5;

    /** Bytes of the longest frame. */
    static final int LONGEST = AROUND + 255;

    byte[] encoded() {
        byte[] frame = new byte[AROUND + data.length];
        frame[0] = (byte) destination;
        frame[1] = (byte) data.length;
        frame[2] = (byte) source;
        frame[3] = (byte) header;
        System.arraycopy(data, 0, frame, 4, data.length);
        frame[frame.length - 1] = (byte) -sum(frame, frame.length - 1);
        return frame;
    }

    /** How many bytes the frame that begins with these has; empty while its length is not there yet. */
    static Optional<Integer> length(byte[] bytes, int count) {
        return count < 2 ? Optional.empty() : Optional.of(AROUND + (bytes[1] & 0xFF));
    }

    /** Empty when the checksum is wrong. {@code length} is as {@link #length} said. */
    static Optional<Frame> decoded(byte[] bytes, int length) {
        if ((sum(bytes, length) & 0xFF) != 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Frame(bytes[0] & 0xFF, bytes[2] & 0xFF, bytes[3] & 0xFF, Arrays.copyOfRange(bytes, 4, length - 1)));
    }

    private static int sum(byte[] bytes, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += bytes[i];
        }
        return sum;
    }
}
