package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.visit.SecretPad;

/**
 * The keys under which a secret is typed on the screen that stands now: a random name for each, good for that screen alone. They are
 * retired before anything acts on the screen that follows, so that nothing reaches the pad while the card takes the secret. Any thread.
 */
abstract class ScreenKeys {
    /** Keys that type nothing. */
    static final String ERASE = "erase";

    static final String CLEAR = "clear";

    /** A key and its name on this screen. */
    record Key(String label, Secret name) {}

    private final SecretPad pad;
    private final List<String> labels;
    private final Stage typing;
    private final Stage checking;
    private final SecureRandom random;
    private long screen = -1;
    private List<Key> keys = List.of();

    /**
     * @param labels as machines and styles know them, in the order of the screen
     * @param typing where they stand; at {@code checking} the card takes what was typed
     */
    ScreenKeys(SecretPad pad, List<String> labels, Stage typing, Stage checking, SecureRandom random) {
        this.pad = pad;
        this.labels = labels;
        this.typing = typing;
        this.checking = checking;
        this.random = random;
    }

    /** What a key types. */
    abstract void type(String label);

    /** Takes note of what is shown now. What was typed outlasts its screen only for the card. */
    final synchronized void follow(Screen now) {
        if (now.number() <= screen) {
            return; // the same screen, or one that has gone
        }
        Stage stage = now.visit().stage();
        screen = now.number();
        keys = stage == typing ? fresh() : List.of();
        if (stage != checking) {
            pad.clear();
        }
    }

    private List<Key> fresh() {
        List<Key> made = new ArrayList<>();
        for (String label : labels) {
            made.add(new Key(label, Secret.fresh(random)));
        }
        return List.copyOf(made);
    }

    /** The keys of this screen in the order of their labels; none when it is another screen, or has gone. */
    final synchronized List<Key> of(long number) {
        return number == screen ? keys : List.of();
    }

    final int count() {
        return pad.count();
    }

    final boolean complete() {
        return pad.complete();
    }

    /** Presses the key of this name. The number of its screen, or empty when no such key stands on the screen now. */
    final synchronized Optional<Long> press(byte[] name) {
        Optional<Key> pressed = Optional.empty();
        for (Key key : keys) {
            if (key.name().is(name)) {
                pressed = Optional.of(key);
            }
        }
        pressed.ifPresent(key -> act(key.label()));
        return pressed.map(key -> screen);
    }

    private void act(String label) {
        switch (label) {
            case ERASE -> pad.erase();
            case CLEAR -> pad.clear();
            default -> type(label);
        }
    }
}
