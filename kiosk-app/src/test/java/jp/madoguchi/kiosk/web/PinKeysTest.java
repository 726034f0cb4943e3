package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Aid;
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

    private static Screen shuffled(long number) {
        return SampleScreens.with(screen(Stage.ENTER_PIN, number), Set.of(Aid.SHUFFLE));
    }

    private static List<String> labels(List<SecretKeys.Key> keys) {
        return keys.stream().map(SecretKeys.Key::label).toList();
    }

    /** In 50 screens no digit has a place of its own, and no order is the keypad's. */
    @Test
    void digits_shuffled_areAllThereInAnotherOrderEachTime() {
        Set<List<String>> orders = new HashSet<>();
        for (int number = 1; number <= 50; number++) {
            keys.follow(shuffled(number));
            List<String> shown = labels(keys.of(shuffled(number)));
            assertEquals(Set.copyOf(PinKeys.LABELS), Set.copyOf(shown));
            assertEquals(PinKeys.LABELS.indexOf("erase"), shown.indexOf("erase"));
            assertEquals(PinKeys.LABELS.indexOf("clear"), shown.indexOf("clear"));
            assertEquals(shown, labels(keys.of(shuffled(number))), "the order stays while the screen does");
            orders.add(shown);
        }
        assertTrue(orders.size() > 45, orders.size() + " orders of 50");
    }

    /** The name of a key is that of its digit, wherever it stands: turning the aid on or off takes nothing back. */
    @Test
    void key_shuffled_isTheSameKey() {
        keys.follow(screen(Stage.ENTER_PIN, 1));
        assertEquals(Set.copyOf(keys.of(1)), Set.copyOf(keys.of(shuffled(1))));
        for (SecretKeys.Key key : keys.of(shuffled(1))) {
            if (key.label().equals("7")) {
                keys.press(key.name().text().getBytes(US_ASCII));
            }
        }
        assertEquals(1, pad.count());
        keys.follow(shuffled(1));
        assertEquals(1, pad.count(), "what is typed stays");
    }
}
