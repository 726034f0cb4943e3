package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.Screen;

/**
 * The keys of the PIN screen that stands now: a random name for each, good for that screen alone. They are retired before
 * anything acts on the screen that follows, so that nothing reaches the pad while the card takes the digits. Any thread.
 */
final class PinKeys {
    /** What a key is for; the labels as machines and styles know them. */
    static final List<String> LABELS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "clear");

    /** A key and its name on this screen. */
    record Key(String label, Secret name) {}

    private final PinPad pad;
    private final SecureRandom random;
    private long screen = -1;
    private List<Key> keys = List.of();

    PinKeys(PinPad pad, SecureRandom random) {
        this.pad = pad;
        this.random = random;
    }

    /** Takes note of what is shown now. The digits outlast the PIN screen only for the card. */
    synchronized void follow(Screen now) {
        Stage stage = now.visit().stage();
        if (now.number() <= screen) {
            return; // the same screen, or one that has gone
        }
        screen = now.number();
        keys = stage == Stage.ENTER_PIN ? fresh() : List.of();
        if (stage != Stage.CHECK_PIN) {
            pad.clear();
        }
    }

    private List<Key> fresh() {
        List<Key> made = new ArrayList<>();
        for (String label : LABELS) {
            made.add(new Key(label, Secret.fresh(random)));
        }
        return List.copyOf(made);
    }

    /** The keys of this screen in the order of {@link #LABELS}; none when it is no PIN screen, or has gone. */
    synchronized List<Key> of(long number) {
        return number == screen ? keys : List.of();
    }

    int count() {
        return pad.count();
    }

    boolean complete() {
        return pad.count() == PinPad.DIGITS;
    }

    /** Presses the key of this name. The number of its screen, or empty when no such key stands on the screen now. */
    synchronized Optional<Long> press(byte[] name) {
        int pressed = -1;
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).name().is(name)) {
                pressed = i;
            }
        }
        if (pressed < 0) {
            return Optional.empty();
        }
        switch (pressed) {
            case 9 -> pad.erase();
            case 10 -> pad.press(0);
            case 11 -> pad.clear();
            default -> pad.press(pressed + 1);
        }
        return Optional.of(screen);
    }
}
