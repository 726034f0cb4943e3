package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.visit.SecretPad;

/**
 * The keys under which a secret is typed on the screen that stands now: good for that screen alone. They are retired before anything
 * acts on the screen that follows, so that nothing reaches the pad while the card takes the secret. Any thread.
 */
abstract class ScreenKeys {
    private final SecretPad pad;
    private final SecretKeys keys;
    private final Stage typing;
    private final Set<Stage> keeping;
    private long screen = -1;

    /**
     * @param labels as machines and styles know them, in the order of the screen
     * @param typing where they stand
     * @param keeping where what was typed waits for the card, or is taken by it
     */
    ScreenKeys(SecretPad pad, List<String> labels, Stage typing, Set<Stage> keeping, SecureRandom random) {
        this.pad = pad;
        this.keys = new SecretKeys(pad, labels, this::type, random);
        this.typing = typing;
        this.keeping = Set.copyOf(keeping);
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
        if (stage == typing) {
            keys.renew();
        } else {
            keys.retire();
        }
        if (!keeping.contains(stage)) {
            pad.clear();
        }
    }

    /** The keys of this screen in the order of their labels; none when it is another screen, or has gone. */
    final synchronized List<SecretKeys.Key> of(long number) {
        return number == screen ? keys.all() : List.of();
    }

    /** The same, the digits in an order of this screen's own; the other keys where they always are. */
    final synchronized List<SecretKeys.Key> shuffled(long number) {
        return number == screen ? keys.shuffled() : List.of();
    }

    final int count() {
        return pad.count();
    }

    /** Whether they stand on the screen, and what they are to type is there. */
    final boolean complete() {
        return !keys.all().isEmpty() && pad.complete();
    }

    /** Presses the key of this name. The number of its screen, or empty when no such key stands on the screen now. */
    final synchronized Optional<Long> press(byte[] name) {
        return keys.press(name) ? Optional.of(screen) : Optional.empty();
    }
}
