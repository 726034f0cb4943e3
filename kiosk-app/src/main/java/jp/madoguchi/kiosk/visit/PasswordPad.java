package jp.madoguchi.kiosk.visit;

/** For the signature password. */
public final class PasswordPad extends SecretPad {
    public static final int LEAST = 6;
    public static final int MOST = 16;

    public PasswordPad() {
        super(LEAST, MOST);
    }

    /** Adds an upper-case letter or a digit; a full pad takes none. */
    public void press(char character) {
        boolean letter = character >= 'A' && character <= 'Z';
        boolean digit = character >= '0' && character <= '9';
        if (!letter && !digit) {
            throw new IllegalArgumentException("not of a signature password");
        }
        put(character);
    }
}
