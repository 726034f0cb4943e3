package jp.madoguchi.kiosk.visit;

import java.nio.ByteBuffer;

/** PINs that are tried first: 000000, 1234, 876543, 1212. A clerk's and a resident's are judged alike. */
public final class WeakPin {
    private WeakPin() {}

    /** @param pin digits in ASCII */
    public static boolean is(byte[] pin) {
        return is(ByteBuffer.wrap(pin));
    }

    /** From the beginning to the limit, which stays as it is. */
    static boolean is(ByteBuffer pin) {
        return run(pin, 0) || run(pin, 1) || run(pin, -1) || repeats(pin);
    }

    private static boolean run(ByteBuffer pin, int step) {
        for (int i = 1; i < pin.limit(); i++) {
            if (pin.get(i) - pin.get(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    /** Two digits in turn. */
    private static boolean repeats(ByteBuffer pin) {
        for (int i = 2; i < pin.limit(); i++) {
            if (pin.get(i) != pin.get(i - 2)) {
                return false;
            }
        }
        return true;
    }
}
