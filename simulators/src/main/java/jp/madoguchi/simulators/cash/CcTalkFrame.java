package jp.madoguchi.simulators.cash;

import java.io.ByteArrayOutputStream;

/**
 * A message: {@code [destination][data length][source][header][data…][checksum]} (part 1, 7). All its bytes together are 0
 * modulo 256.
 */
@SuppressWarnings("ArrayRecordComponent") // frames are read once and dropped, never compared
record CcTalkFrame(int destination, int source, int header, byte[] data) {
    /** Bytes that are no data. */
    static final int OVERHEAD = 5;

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(OVERHEAD + data.length);
        out.write(destination);
        out.write(data.length);
        out.write(source);
        out.write(header);
        out.writeBytes(data);
        out.write(-sum(out.toByteArray()));
        return out.toByteArray();
    }

    static int sum(byte[] bytes) {
        int sum = 0;
        for (byte each : bytes) {
            sum += each & 0xFF;
        }
        return sum & 0xFF;
    }
}
