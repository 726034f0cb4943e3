package jp.madoguchi.devices.card;

import java.util.List;
import java.util.Optional;

/** What stands at the reader now. */
public sealed interface ReaderStatus {
    /** What keeps the reader from being used; empty when it can be. */
    default Optional<ReaderTrouble> trouble() {
        return Optional.empty();
    }

    /** The reader is there and no card is on it. */
    record Empty(String reader) implements ReaderStatus {}

    /** A card is on the reader; it may still be unreadable. */
    record CardPresent(String reader) implements ReaderStatus {}

    /** No reader's name matches the configured pattern; {@code seen} are those that are there. */
    record NoReader(String pattern, List<String> seen) implements ReaderStatus {
        @Override
        public Optional<ReaderTrouble> trouble() {
            return Optional.of(ReaderTrouble.NO_READER);
        }
    }

    /** Several readers match: the kiosk must not guess which one the resident sees. */
    record SeveralReaders(String pattern, List<String> matching) implements ReaderStatus {
        @Override
        public Optional<ReaderTrouble> trouble() {
            return Optional.of(ReaderTrouble.SEVERAL_READERS);
        }
    }

    /** The PC/SC service itself does not answer. */
    record ServiceDown(String detail) implements ReaderStatus {
        @Override
        public Optional<ReaderTrouble> trouble() {
            return Optional.of(ReaderTrouble.SERVICE_DOWN);
        }
    }
}
