package jp.madoguchi.kiosk.health;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Something that must go on moving for as long as the program runs. Any thread.
 *
 * @param name of its thread
 * @param longest it may rightfully stand still
 * @param moved when it last moved, by {@link System#nanoTime()}
 */
public record Pulse(String name, Duration longest, LongSupplier moved) {
    /** Of all that there are in a kiosk. */
    static final List<String> NAMES = List.of("card", "center", "print", "cash", "ledger", "visit", "web");

    public Pulse {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("nobody knows a pulse " + name);
        }
    }

    /** @param now by {@link System#nanoTime()} */
    boolean stuck(long now) {
        return now - moved.getAsLong() > longest.toNanos();
    }
}
