package jp.madoguchi.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PinPadTest {
    private final PinPad pad = new PinPad();

    private void press(int... digits) {
        for (int digit : digits) {
            pad.press(digit);
        }
    }

    @Test
    void digit_outOfRange_isADefect() {
        assertThrows(IllegalArgumentException.class, () -> pad.press(10));
        assertThrows(IllegalArgumentException.class, () -> pad.press(-1));
    }

    @Test
    void take_beforeTheFourth_givesNothingAndKeepsTheDigits() {
        press(1, 2, 3);
        assertTrue(pad.take().isEmpty());
        assertEquals(3, pad.count());
    }

    @Test
    void press_onAFullPad_changesNothing() {
        press(1, 2, 3, 4, 9);
        assertArrayEquals(new byte[] {'1', '2', '3', '4'}, pad.take().orElseThrow());
    }

    @Test
    void take_ofAFullPad_leavesNothingBehind() {
        press(0, 9, 0, 9);
        assertArrayEquals(new byte[] {'0', '9', '0', '9'}, pad.take().orElseThrow());
        assertEquals(0, pad.count());
        assertTrue(pad.take().isEmpty());
    }

    @Test
    void erase_takesBackTheLast_andNothingFromAnEmptyPad() {
        press(1, 2);
        pad.erase();
        press(3, 4, 5);
        assertArrayEquals(new byte[] {'1', '3', '4', '5'}, pad.take().orElseThrow());
        pad.erase();
        assertEquals(0, pad.count());
    }

    @Test
    void clear_emptiesThePad() {
        press(1, 2, 3, 4);
        pad.clear();
        assertEquals(0, pad.count());
        assertTrue(pad.take().isEmpty());
    }

    @Test
    void toString_neverShowsDigits() {
        press(7, 7, 7, 7);
        assertFalse(pad.toString().contains("7"));
    }
}
