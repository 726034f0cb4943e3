package jp.madoguchi.simulators.center.hours;

import java.time.Instant;
import java.util.Optional;

/** A time during which nothing is issued, announced beforehand. */
public record Stop(Instant from, Instant until, String ja, Optional<String> en) {
    public Stop {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a stop begins before it ends");
        }
    }

    boolean covers(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
