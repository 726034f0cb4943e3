package jp.madoguchi.kiosk.visit;

/** Everything that a resident can type a secret into. Any thread. */
public record Pads(PinPad pin, PasswordPad password) {
    public Pads() {
        this(new PinPad(), new PasswordPad());
    }

    /** Wipes them all. */
    public void clear() {
        pin.clear();
        password.clear();
    }
}
