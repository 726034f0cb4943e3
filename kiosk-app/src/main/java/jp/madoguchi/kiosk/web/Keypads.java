package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.Optional;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.Screen;

/** The keys of every pad; those of at most one stand on the screen. Any thread. */
record Keypads(PinKeys pin, PasswordKeys password, WritingKeys writing) {
    Keypads(Pads pads, SecureRandom random) {
        this(
                new PinKeys(pads.pin(), random),
                new PasswordKeys(pads.password(), random),
                new WritingKeys(pads.writing()));
    }

    /** Whether what the screen wants to be typed is there. */
    boolean complete() {
        return pin.complete() || password.complete() || writing.complete();
    }

    void follow(Screen now) {
        pin.follow(now);
        password.follow(now);
        writing.follow(now);
    }

    /** As {@link ScreenKeys#press}, on whichever pad for secrets has that key. */
    Optional<Long> press(byte[] name) {
        return pin.press(name).or(() -> password.press(name));
    }
}
