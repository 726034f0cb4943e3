package jp.madoguchi.kiosk.flow;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The card as the screen needs it.
 *
 * @param present whether a card lies on the reader
 * @param triesLeft of the authentication PIN, once read
 * @param certificateEnds once read
 */
public record CardState(boolean present, OptionalInt triesLeft, Optional<Instant> certificateEnds, Hint hint) {
    /** What the resident should be told of the card beside what the screen asks anyway. */
    public enum Hint {
        NONE,
        /** It did not answer, or was lifted too early. */
        PLACE_AGAIN,
        WRONG_PIN,
        /** It has been asked for and still lies there. */
        FORGOTTEN
    }

    static CardState unread(boolean present) {
        return new CardState(present, OptionalInt.empty(), Optional.empty(), Hint.NONE);
    }

    CardState present(boolean now) {
        return new CardState(now, triesLeft, certificateEnds, hint == Hint.FORGOTTEN ? Hint.NONE : hint);
    }

    CardState read(Instant ends, int tries) {
        return new CardState(present, OptionalInt.of(tries), Optional.of(ends), Hint.NONE);
    }

    CardState wrongPin(int tries) {
        return new CardState(present, OptionalInt.of(tries), certificateEnds, Hint.WRONG_PIN);
    }

    CardState hint(Hint now) {
        return new CardState(present, triesLeft, certificateEnds, now);
    }
}
