package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.Screen;

/** The keys of a screen for a PIN. */
final class PinKeys extends ScreenKeys {
    static final List<String> LABELS = SecretKeys.DIGITS;

    private final PinPad pad;

    /** Of the PIN that the card has. While it is changed it waits for the new one. */
    PinKeys(PinPad pad, SecureRandom random) {
        this(
                pad,
                Stage.ENTER_PIN,
                Set.of(Stage.CHECK_PIN, Stage.ENTER_NEW_PIN, Stage.REPEAT_NEW_PIN, Stage.CHANGE_PIN),
                random);
    }

    private PinKeys(PinPad pad, Stage typing, Set<Stage> keeping, SecureRandom random) {
        super(pad, LABELS, typing, keeping, random);
        this.pad = pad;
    }

    static PinKeys ofNext(PinPad pad, SecureRandom random) {
        return new PinKeys(pad, Stage.ENTER_NEW_PIN, Set.of(Stage.REPEAT_NEW_PIN, Stage.CHANGE_PIN), random);
    }

    static PinKeys ofAgain(PinPad pad, SecureRandom random) {
        return new PinKeys(pad, Stage.REPEAT_NEW_PIN, Set.of(Stage.CHANGE_PIN), random);
    }

    /** In the order in which this screen shows them. */
    List<SecretKeys.Key> of(Screen screen) {
        return screen.visit().aids().contains(Aid.SHUFFLE) ? shuffled(screen.number()) : of(screen.number());
    }

    @Override
    void type(String label) {
        pad.press(label.charAt(0) - '0');
    }
}
