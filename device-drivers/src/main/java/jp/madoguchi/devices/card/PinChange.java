package jp.madoguchi.devices.card;

/** The answer of changing the authentication PIN. Only {@link Changed} makes the new PIN hold, only the two uncertain ones may. */
public sealed interface PinChange {
    record Changed() implements PinChange {}

    /** The current PIN was wrong, {@code triesLeft >= 1}. */
    record Wrong(int triesLeft) implements PinChange {}

    /** @param now true when this very attempt blocked it, false when it was blocked before */
    record Blocked(boolean now) implements PinChange {}

    /** The current PIN was right and the card refused the new one: the current one still holds. */
    record Refused() implements PinChange {}

    /** Failed before the current PIN was sent: no try was spent, the current PIN holds. */
    record Failed(CardFailure failure) implements PinChange {}

    /** The answer to one of the two commands never came, or says nothing. */
    record Uncertain(CardFailure failure, Lost lost) implements PinChange {}

    /** What was lost, and so what is still known. */
    enum Lost {
        /** VERIFY of the current PIN: it still holds, and a try of it may have been spent. */
        VERIFY,
        /** CHANGE: either PIN may hold. Trying the new one first costs a try if it does not. */
        CHANGE
    }
}
