package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.List;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.Screen;

/** The keys of the PIN screen. */
final class PinKeys extends ScreenKeys {
    static final List<String> LABELS = SecretKeys.DIGITS;

    private final PinPad pad;

    PinKeys(PinPad pad, SecureRandom random) {
        super(pad, LABELS, Stage.ENTER_PIN, Stage.CHECK_PIN, random);
        this.pad = pad;
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
