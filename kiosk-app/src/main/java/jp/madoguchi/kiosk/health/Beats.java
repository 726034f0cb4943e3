package jp.madoguchi.kiosk.health;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A pulse for what says by itself that it moves. Any thread. */
public final class Beats {
    private final LongSupplier nanoTime;
    private volatile long last;

    /** Counts as having moved just now. */
    public Beats(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        beat();
    }

    /** It moves. */
    public void beat() {
        last = nanoTime.getAsLong();
    }

    /** @param longest it may stand still */
    public Pulse pulse(String name, Duration longest) {
        return new Pulse(name, longest, () -> last);
    }
}
