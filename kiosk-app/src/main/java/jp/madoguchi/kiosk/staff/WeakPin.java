package jp.madoguchi.kiosk.staff;

/** PINs that are tried first: 000000, 123456, 876543, 121212. */
final class WeakPin {
    private WeakPin() {}

    /** @param pin digits in ASCII */
    static boolean is(byte[] pin) {
        return run(pin, 0) || run(pin, 1) || run(pin, -1) || repeats(pin);
    }

    private static boolean run(byte[] pin, int step) {
        for (int i = 1; i < pin.length; i++) {
            if (pin[i] - pin[i - 1] != step) {
                return false;
            }
        }
        return true;
    }

    /** Two digits in turn. */
    private static boolean repeats(byte[] pin) {
        for (int i = 2; i < pin.length; i++) {
            if (pin[i] != pin[i - 2]) {
                return false;
            }
        }
        return true;
    }
}
