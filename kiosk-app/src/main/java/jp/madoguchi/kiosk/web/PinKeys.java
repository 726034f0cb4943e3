package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.List;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.PinPad;

/** The keys of the PIN screen. */
final class PinKeys extends ScreenKeys {
    static final List<String> LABELS = SecretKeys.DIGITS;

    private final PinPad pad;

    PinKeys(PinPad pad, SecureRandom random) {
        super(pad, LABELS, Stage.ENTER_PIN, Stage.CHECK_PIN, random);
        this.pad = pad;
    }

    @Override
    void type(String label) {
        pad.press(label.charAt(0) - '0');
    }
}
