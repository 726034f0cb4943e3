package jp.madoguchi.kiosk.flow;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import jp.madoguchi.devices.card.TokenKind;

/**
 * The card as the screen needs it.
 *
 * @param present whether a card lies on the reader
 * @param token what it is, once read
 * @param triesLeft of the authentication PIN, once read
 * @param certificateEnds once read; a phone shows it only after the PIN
 * @param placedAgain how often the resident was asked to place it once more
 */
public record CardState(
        boolean present,
        Optional<TokenKind> token,
        OptionalInt triesLeft,
        Optional<Instant> certificateEnds,
        Hint hint,
        int placedAgain) {
    /** What the resident should be told of the card beside what the screen asks anyway. */
    public enum Hint {
        NONE,
        /** It did not answer, or was lifted too early. */
        PLACE_AGAIN,
        WRONG_PIN,
        /** The new PIN was typed twice, and not alike. */
        PIN_UNLIKE,
        /** The new PIN is the old one. */
        PIN_UNCHANGED,
        /** The new PIN is one of those that are tried first. */
        PIN_WEAK,
        /** It has been asked for and still lies there. */
        FORGOTTEN
    }

    /** Whether it is known to be a phone, whose secret has another name and another way back when it is blocked. */
    public boolean phone() {
        return token.filter(TokenKind::isPhone).isPresent();
    }

    static CardState unread(boolean present) {
        return new CardState(present, Optional.empty(), OptionalInt.empty(), Optional.empty(), Hint.NONE, 0);
    }

    /** A card lies there of which nothing is known yet. */
    CardState placed() {
        return new CardState(true, Optional.empty(), OptionalInt.empty(), Optional.empty(), Hint.NONE, placedAgain);
    }

    /** Nothing could be read of it: whatever lies there now has to be placed, or to answer, once more. */
    CardState lost() {
        return new CardState(
                false, Optional.empty(), OptionalInt.empty(), Optional.empty(), Hint.PLACE_AGAIN, placedAgain + 1);
    }

    CardState present(boolean now) {
        return new CardState(
                now, token, triesLeft, certificateEnds, hint == Hint.FORGOTTEN ? Hint.NONE : hint, placedAgain);
    }

    /** Known for what it is, and no more of it. */
    CardState known(TokenKind kind) {
        return new CardState(present, Optional.of(kind), triesLeft, certificateEnds, hint, placedAgain);
    }

    CardState read(TokenKind kind, Optional<Instant> ends, int tries) {
        return new CardState(present, Optional.of(kind), OptionalInt.of(tries), ends, Hint.NONE, placedAgain);
    }

    /** Looked at without a PIN, and nothing kept of it but what asking for a PIN needs. */
    CardState inspected(TokenFacts facts) {
        return new CardState(
                present, Optional.of(facts.kind()), facts.pinTries(), Optional.empty(), Hint.NONE, placedAgain);
    }

    CardState signedUntil(Instant ends) {
        return new CardState(present, token, triesLeft, Optional.of(ends), hint, placedAgain);
    }

    CardState wrongPin(int tries) {
        return new CardState(present, token, OptionalInt.of(tries), certificateEnds, Hint.WRONG_PIN, placedAgain);
    }

    CardState hint(Hint now) {
        return new CardState(present, token, triesLeft, certificateEnds, now, placedAgain);
    }
}
