package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** The three pads of a change, followed from screen to screen. */
    private static final class Change {
        private final Pads pads = new Pads();
        private final Keypads keypads = new Keypads(pads, new SecureRandom());
        private long number;

        private void stand(Stage stage) {
            number++;
            keypads.follow(screen(stage, number));
        }

        private void type(Stage stage) {
            stand(stage);
            for (int digit = 0; digit < PinPad.DIGITS; digit++) {
                assertFalse(keypads.complete(), stage + ": what was typed before does not let it go on");
                SecretKeys.Key key = keypads.pin(stage).of(number).get(digit);
                assertEquals(
                        Optional.of(number), keypads.press(key.name().text().getBytes(US_ASCII)));
            }
            assertTrue(keypads.complete());
        }

        private List<Integer> counts() {
            return List.of(pads.pin().count(), pads.next().count(), pads.again().count());
        }
    }

    private static Change typed() {
        Change change = new Change();
        change.type(Stage.ENTER_PIN);
        change.type(Stage.ENTER_NEW_PIN);
        change.type(Stage.REPEAT_NEW_PIN);
        return change;
    }

    @Test
    void pins_ofAChange_waitForTheCardInPadsOfTheirOwn() {
        Change change = typed();
        assertEquals(List.of(4, 4, 4), change.counts());
        change.stand(Stage.CHANGE_PIN);
        assertEquals(List.of(4, 4, 4), change.counts());
        assertFalse(change.keypads.complete(), "no key stands there");
    }

    /** where the visit goes on from the change of the PIN, and how much of each PIN is kept then */
    @ParameterizedTest
    @CsvSource({"ENTER_NEW_PIN, 4, 0, 0", "ENTER_PIN, 0, 0, 0", "ENDED, 0, 0, 0", "WELCOME, 0, 0, 0"})
    void pins_ofAChange_areWipedOnEveryWayOut(Stage to, int current, int next, int again) {
        for (boolean asked : List.of(false, true)) {
            Change change = typed();
            if (asked) {
                change.stand(Stage.CHANGE_PIN);
            }
            change.stand(to);
            assertEquals(List.of(current, next, again), change.counts());
        }
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
