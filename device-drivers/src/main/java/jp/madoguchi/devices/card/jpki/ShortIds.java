package jp.madoguchi.devices.card.jpki;

/**
 * What is known of the short EF ids of the card at hand. One source alone has seen them work, on test cards, so each use is
 * earned: reading by a first answer that has the form of the file, VERIFY by the question for the tries, which costs none.
 * One of these for each reader and its thread: that a card took the question and then refused the VERIFY is remembered for
 * the cards after it, since such a card could never be served otherwise.
 */
public final class ShortIds {
    private boolean reading = true;
    private boolean pin;
    private boolean verifyWasRefused;

    /** Another card, or the same one placed again: its short ids are to be tried. */
    public void newCard() {
        reading = true;
        pin = false;
    }

    boolean forReading() {
        return reading;
    }

    void refusedForReading() {
        reading = false;
    }

    /** Whether it is worth asking for the tries by short id. */
    boolean worthAskingForPin() {
        return reading && !verifyWasRefused;
    }

    /** Whether this card has answered that question, so that VERIFY and SIGN may go by short id. */
    boolean forPin() {
        return pin;
    }

    void answeredForPin() {
        pin = true;
    }

    void refusedForVerify() {
        pin = false;
        verifyWasRefused = true;
    }
}
