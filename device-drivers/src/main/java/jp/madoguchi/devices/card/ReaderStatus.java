package jp.madoguchi.devices.card;

import java.util.List;

/** What stands at the reader now. */
public sealed interface ReaderStatus {
    /** The reader is there and no card is on it. */
    record Empty(String reader) implements ReaderStatus {}

    /** A card is on the reader; it may still be unreadable. */
    record CardPresent(String reader) implements ReaderStatus {}

    /** No reader's name matches the configured pattern; {@code seen} are those that are there. */
    record NoReader(String pattern, List<String> seen) implements ReaderStatus {}

    /** Several readers match: the kiosk must not guess which one the resident sees. */
    record SeveralReaders(String pattern, List<String> matching) implements ReaderStatus {}

    /** The PC/SC service itself does not answer. */
    record ServiceDown(String detail) implements ReaderStatus {}
}
