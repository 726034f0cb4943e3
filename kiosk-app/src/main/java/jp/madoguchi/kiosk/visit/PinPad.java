package jp.madoguchi.kiosk.visit;

/** For the user-authentication PIN. */
public final class PinPad extends SecretPad {
    /** The user-authentication PIN always has this many digits. */
    public static final int DIGITS = 4;

    public PinPad() {
        super(DIGITS, DIGITS);
    }

    /** Adds a digit, 0 to 9; a full pad takes none. */
    public void press(int digit) {
        if (digit < 0 || digit > 9) {
            throw new IllegalArgumentException("not a digit");
        }
        put((char) ('0' + digit));
    }

    /** Whether what was typed is tried first by whoever finds the card. */
    boolean weak() {
        return WeakPin.is(typed());
    }
}
