package jp.madoguchi.kiosk.web;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.madoguchi.kiosk.visit.SecretPad;

/** Keys under which a secret is typed: a random name for each, until they are made anew or retired. Any thread. */
final class SecretKeys {
    /** Keys that type nothing. */
    static final String ERASE = "erase";

    static final String CLEAR = "clear";

    /** Of a pad for digits, in the order of the screen. */
    static final List<String> DIGITS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", ERASE, "0", CLEAR);

    /** A key and its name now. */
    record Key(String label, Secret name) {}

    private final SecretPad pad;
    private final List<String> labels;
    private final Consumer<String> type;
    private final SecureRandom random;
    private List<Key> keys = List.of();
    private List<Key> shuffled = List.of();

    /**
     * @param labels as machines and styles know them, in the order of the screen
     * @param type what a key types that is neither {@link #ERASE} nor {@link #CLEAR}
     */
    SecretKeys(SecretPad pad, List<String> labels, Consumer<String> type, SecureRandom random) {
        this.pad = pad;
        this.labels = labels;
        this.type = type;
        this.random = random;
    }

    synchronized void renew() {
        List<Key> made = new ArrayList<>();
        for (String label : labels) {
            made.add(new Key(label, Secret.fresh(random)));
        }
        keys = List.copyOf(made);
        shuffled = withShuffledDigits();
    }

    synchronized void retire() {
        keys = List.of();
        shuffled = List.of();
    }

    private List<Key> withShuffledDigits() {
        List<Key> digits = new ArrayList<>(keys);
        digits.removeIf(key -> !isDigit(key));
        Collections.shuffle(digits, random);
        Iterator<Key> next = digits.iterator();
        return keys.stream().map(key -> isDigit(key) ? next.next() : key).toList();
    }

    private static boolean isDigit(Key key) {
        return key.label().length() == 1;
    }

    /** In the order of their labels. */
    synchronized List<Key> all() {
        return keys;
    }

    /** The digits in an order that lasts as long as the names. */
    synchronized List<Key> shuffled() {
        return shuffled;
    }

    /** Presses the key of this name; false when there is none now. */
    synchronized boolean press(byte[] name) {
        Optional<Key> pressed = Optional.empty();
        for (Key key : keys) {
            if (key.name().is(name)) {
                pressed = Optional.of(key);
            }
        }
        pressed.ifPresent(key -> act(key.label()));
        return pressed.isPresent();
    }

    private void act(String label) {
        switch (label) {
            case ERASE -> pad.erase();
            case CLEAR -> pad.clear();
            default -> type.accept(label);
        }
    }
}
