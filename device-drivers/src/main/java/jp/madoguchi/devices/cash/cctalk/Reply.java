package jp.madoguchi.devices.cash.cctalk;

import java.nio.charset.StandardCharsets;

/** What a device answered to one command. */
sealed interface Reply {
    /** It did it; {@code data} has the length that was asked for. */
    @SuppressWarnings("ArrayRecordComponent") // read and dropped
    record Given(byte[] data) implements Reply {
        int at(int index) {
            return data[index] & 0xFF;
        }

        /** The data as the texts in which devices say what they are. */
        String ascii() {
            return new String(data, StandardCharsets.US_ASCII);
        }

        /** The three bytes from {@code index}, least significant first, as ccTalk sends its numbers. */
        int count24(int index) {
            return at(index) | at(index + 1) << 8 | at(index + 2) << 16;
        }
    }

    /** It answered NAK or BUSY: it did not do it. */
    record Refused(int header) implements Reply {}

    /** No answer, or none that can be read: nobody knows whether it did it. */
    record Silent(String detail) implements Reply {}

    /** In words, for the log. */
    default String said() {
        if (this instanceof Refused refused) {
            return refused.header() == Header.BUSY ? "busy" : "refused";
        }
        return this instanceof Silent silent ? silent.detail() : "answered";
    }
}
