package jp.madoguchi.simulators.cash;

import java.nio.charset.StandardCharsets;

/** What a device answers: header 0 with data, or a refusal (part 2: headers 0, 5). */
@SuppressWarnings("ArrayRecordComponent") // sent once and dropped, never compared
record Reply(int header, byte[] data) {
    static Reply ack() {
        return new Reply(0, new byte[0]);
    }

    static Reply nak() {
        return new Reply(5, new byte[0]);
    }

    static Reply of(int... bytes) {
        byte[] data = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            data[i] = (byte) bytes[i];
        }
        return new Reply(0, data);
    }

    static Reply of(String ascii) {
        return new Reply(0, ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** Three bytes, the least significant first (part 2: headers 242, 168). */
    static Reply of24(int number) {
        return of(number, number >> 8, number >> 16);
    }
}
