package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.PasswordPad;

/** The keys of the screen for the signature password: letters in the order of the alphabet, then digits. */
final class PasswordKeys extends ScreenKeys {
    static final List<String> LABELS = Stream.concat(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890".chars().mapToObj(Character::toString),
                    Stream.of(SecretKeys.ERASE, SecretKeys.CLEAR))
            .toList();

    private final PasswordPad pad;

    PasswordKeys(PasswordPad pad, SecureRandom random) {
        super(pad, LABELS, Stage.ENTER_PASSWORD, Set.of(Stage.CHECK_PASSWORD), random);
        this.pad = pad;
    }

    @Override
    void type(String label) {
        pad.press(label.charAt(0));
    }
}
