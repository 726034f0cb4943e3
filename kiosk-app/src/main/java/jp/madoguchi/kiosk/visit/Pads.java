package jp.madoguchi.kiosk.visit;

/** Everything that a resident can type or write into. Any thread. */
public record Pads(PinPad pin, PasswordPad password, WritingPad writing) {
    public Pads() {
        this(new PinPad(), new PasswordPad(), new WritingPad());
    }

    /** Wipes them all. */
    public void clear() {
        pin.clear();
        password.clear();
        writing.clear();
    }
}
