package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.Screen;
import org.junit.jupiter.api.Test;

class PinKeysTest {
    private final PinPad pad = new PinPad();
    private final PinKeys keys = new PinKeys(pad, new SecureRandom());

    private static Screen screen(Stage stage, long number) {
        return new Screen(SampleScreens.usual(stage, Language.JA).visit(), number, number);
    }

    private byte[] name(long screen, int index) {
        return keys.of(screen).get(index).name().text().getBytes(US_ASCII);
    }

    @Test
    void key_whileTheCardChecks_pressesNothingAndTheDigitsStay() {
        keys.follow(screen(Stage.ENTER_PIN, 1));
        byte[] one = name(1, 0);
        byte[] clear = name(1, PinKeys.LABELS.indexOf("clear"));
        for (int i = 0; i < PinPad.DIGITS; i++) {
            assertEquals(Optional.of(1L), keys.press(one));
        }
        keys.follow(screen(Stage.CHECK_PIN, 2));
        assertEquals(Optional.empty(), keys.press(clear));
        assertArrayEquals("1111".getBytes(US_ASCII), pad.take().orElseThrow());
    }

    @Test
    void digits_ofAVisitThatEnds_areWipedWithItsScreen() {
        for (Stage next : List.of(Stage.ENDED, Stage.ENTER_PIN, Stage.WELCOME)) {
            PinPad wiped = new PinPad();
            PinKeys of = new PinKeys(wiped, new SecureRandom());
            of.follow(screen(Stage.ENTER_PIN, 1));
            wiped.press(1);
            of.follow(screen(next, 2));
            assertEquals(0, wiped.count(), next.name());
        }
    }

    @Test
    void screen_thatHasGone_bringsItsKeysNotBack() {
        keys.follow(screen(Stage.ENTER_PIN, 1));
        keys.follow(screen(Stage.ENDED, 2));
        keys.follow(screen(Stage.ENTER_PIN, 1));
        assertTrue(keys.of(1).isEmpty());
    }

    @Test
    void eachLabel_pressed_isItsDigit() {
        keys.follow(screen(Stage.ENTER_PIN, 1));
        for (String label : List.of("0", "5", "9", "1")) {
            assertEquals(Optional.of(1L), keys.press(name(1, PinKeys.LABELS.indexOf(label))));
        }
        assertArrayEquals("0591".getBytes(US_ASCII), pad.take().orElseThrow());
    }
}
