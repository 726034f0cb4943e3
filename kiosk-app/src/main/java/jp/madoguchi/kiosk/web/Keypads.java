package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.Optional;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.Screen;

/** Every pad on which a secret is typed; at most one stands on the screen. Any thread. */
record Keypads(PinKeys pin, PasswordKeys password) {
    Keypads(Pads pads, SecureRandom random) {
        this(new PinKeys(pads.pin(), random), new PasswordKeys(pads.password(), random));
    }

    /** Whether a whole PIN or password has been typed. */
    boolean complete() {
        return pin.complete() || password.complete();
    }

    void follow(Screen now) {
        pin.follow(now);
        password.follow(now);
    }

    /** As {@link ScreenKeys#press}, on whichever pad has that key. */
    Optional<Long> press(byte[] name) {
        return pin.press(name).or(() -> password.press(name));
    }
}
