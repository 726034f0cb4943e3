package jp.madoguchi.kiosk.visit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import jp.madoguchi.kiosk.terms.PinFlaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinChangePadsTest {
    private final PinChangePads pads = new Pads().ofChange();

    private static void type(PinPad pad, String pin) {
        pin.chars().forEach(digit -> pad.press(digit - '0'));
    }

    /** old, new, new once more, what speaks against it */
    @ParameterizedTest
    @CsvSource({
        "1234, 5937, 5937, ",
        "1234, 5937, 5938, UNLIKE",
        "1234, 5937, 593, UNLIKE",
        "5937, 5937, 5937, UNCHANGED",
        "1111, 1111, 1111, UNCHANGED",
        "5937, 1111, 1111, WEAK",
        "5937, 1234, 1234, WEAK",
        "5937, 9876, 9876, WEAK",
        "5937, 2121, 2121, WEAK",
        "5937, 1111, 2222, UNLIKE",
        "5937, 1123, 1123, ",
        "5937, 0101, 0101, WEAK"
    })
    void newPin_ofEachKind_isJudgedWhereItLies(String current, String next, String again, PinFlaw flaw) {
        type(pads.current(), current);
        type(pads.next(), next);
        type(pads.again(), again);
        assertEquals(Optional.ofNullable(flaw), pads.flaw());
        assertEquals(again.length() == 4, pads.complete());
        assertEquals(4, pads.current().count(), "judging takes nothing");
        assertEquals(next, new String(pads.next().take().orElseThrow(), US_ASCII));
    }

    @Test
    void clear_wipesAllThree() {
        Pads all = new Pads();
        type(all.pin(), "1234");
        type(all.next(), "5937");
        type(all.again(), "5937");
        all.clear();
        assertEquals(0, all.pin().count() + all.next().count() + all.again().count());
        assertFalse(all.ofChange().complete());
    }

    @Test
    void pads_told_sayNothingOfWhatIsInThem() {
        type(pads.current(), "1234");
        type(pads.next(), "5937");
        assertFalse(pads.toString().contains("1234") || pads.toString().contains("5937"), pads.toString());
        assertTrue(pads.toString().contains("4 of 4"), pads.toString());
    }
}
