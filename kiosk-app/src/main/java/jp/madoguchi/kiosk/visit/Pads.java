package jp.madoguchi.kiosk.visit;

/**
 * Everything that a resident can type or write into. Any thread.
 *
 * @param next the PIN that is to hold from now on, and {@code again} the same once more
 */
public record Pads(PinPad pin, PinPad next, PinPad again, PasswordPad password, WritingPad writing) {
    public Pads() {
        this(new PinPad(), new PasswordPad(), new WritingPad());
    }

    /** Where the other pads are nobody's concern. */
    public Pads(PinPad pin, PasswordPad password, WritingPad writing) {
        this(pin, new PinPad(), new PinPad(), password, writing);
    }

    /** Those of a change of the PIN. */
    public PinChangePads ofChange() {
        return new PinChangePads(pin, next, again);
    }

    /** Wipes them all. */
    public void clear() {
        ofChange().clear();
        password.clear();
        writing.clear();
    }
}
