package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.Screen;

/** The keys of every pad; those of at most one stand on the screen. Any thread. */
record Keypads(PinKeys current, PinKeys next, PinKeys again, PasswordKeys password, WritingKeys writing) {
    Keypads(Pads pads, SecureRandom random) {
        this(
                new PinKeys(pads.pin(), random),
                PinKeys.ofNext(pads.next(), random),
                PinKeys.ofAgain(pads.again(), random),
                new PasswordKeys(pads.password(), random),
                new WritingKeys(pads.writing()));
    }

    /** Those for the PIN that this stage asks for. */
    PinKeys pin(Stage stage) {
        return switch (stage) {
            case ENTER_NEW_PIN -> next;
            case REPEAT_NEW_PIN -> again;
            default -> current;
        };
    }

    private Stream<ScreenKeys> secrets() {
        return Stream.of(current, next, again, password);
    }

    /** Whether what the screen wants to be typed is there. */
    boolean complete() {
        return secrets().anyMatch(ScreenKeys::complete) || writing.complete();
    }

    void follow(Screen now) {
        secrets().forEach(keys -> keys.follow(now));
        writing.follow(now);
    }

    /** As {@link ScreenKeys#press}, on whichever pad for secrets has that key. */
    Optional<Long> press(byte[] name) {
        return secrets().flatMap(keys -> keys.press(name).stream()).findFirst();
    }
}
