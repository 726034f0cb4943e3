package jp.madoguchi.kiosk.visit;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Where the PIN is from the first key until the card has it: four bytes outside the heap, which no collector copies. Any
 * thread. Who takes the digits owns the array and wipes it.
 */
public final class PinPad {
    /** The user-authentication PIN always has this many digits. */
    public static final int DIGITS = 4;

    private final ByteBuffer digits = ByteBuffer.allocateDirect(DIGITS);

    /** Adds a digit, 0 to 9; a full pad takes none. */
    public synchronized void press(int digit) {
        if (digit < 0 || digit > 9) {
            throw new IllegalArgumentException("not a digit");
        }
        if (digits.hasRemaining()) {
            digits.put((byte) ('0' + digit));
        }
    }

    /** Takes back the last digit, if there is one. */
    public synchronized void erase() {
        if (digits.position() > 0) {
            int last = digits.position() - 1;
            digits.put(last, (byte) 0).position(last);
        }
    }

    /** Wipes all digits. */
    public synchronized void clear() {
        for (int i = 0; i < DIGITS; i++) {
            digits.put(i, (byte) 0);
        }
        digits.clear();
    }

    public synchronized int count() {
        return digits.position();
    }

    /** The digits in ASCII; the pad is empty afterwards. Empty when it was not full, and then stays as it is. */
    public synchronized Optional<byte[]> take() {
        if (digits.hasRemaining()) {
            return Optional.empty();
        }
        byte[] taken = new byte[DIGITS];
        digits.get(0, taken);
        clear();
        return Optional.of(taken);
    }

    /** How full it is, never what is in it. */
    @Override
    public String toString() {
        return "PinPad[" + count() + " of " + DIGITS + "]";
    }
}
