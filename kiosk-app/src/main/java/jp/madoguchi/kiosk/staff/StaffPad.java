package jp.madoguchi.kiosk.staff;

import jp.madoguchi.kiosk.visit.SecretPad;

/** For an account's PIN, or the code with which an account is enrolled. */
public final class StaffPad extends SecretPad {
    /** An account's PIN has so many digits at least. */
    public static final int LEAST = 6;

    public static final int MOST = 8;

    public StaffPad() {
        super(LEAST, MOST);
    }

    /** Adds a digit, 0 to 9; a full pad takes none. */
    public void press(int digit) {
        if (digit < 0 || digit > 9) {
            throw new IllegalArgumentException("not a digit");
        }
        put((char) ('0' + digit));
    }
}
