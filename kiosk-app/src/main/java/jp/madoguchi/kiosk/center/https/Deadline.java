package jp.madoguchi.kiosk.center.https;

import java.time.Duration;
import java.util.function.LongSupplier;

/** By when something must be done, on a clock that nobody sets. */
final class Deadline {
    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(LongSupplier nanoTime, long end) {
        this.nanoTime = nanoTime;
        this.end = end;
    }

    /** @param nanoTime as {@link System#nanoTime()} counts */
    static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + time.toNanos());
    }

    /** So long from now, and not later than this one. */
    Deadline orIn(Duration time) {
        return time.compareTo(left()) < 0 ? in(time, nanoTime) : this;
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }
}
