package jp.madoguchi.kiosk.visit;

import java.util.Arrays;

/** Four digits on their way from the screen to the card. Safe for any thread. */
public final class PinPad {
    private final byte[] digits = new byte[4];
    private int count;

    public synchronized int press(int digit) {
        if (count < digits.length) {
            digits[count++] = (byte) ('0' + digit);
        }
        return count;
    }

    public synchronized int count() {
        return count;
    }

    public synchronized void clear() {
        Arrays.fill(digits, (byte) 0);
        count = 0;
    }

    public synchronized byte[] take() {
        byte[] pin = Arrays.copyOf(digits, count);
        clear();
        return pin;
    }
}
