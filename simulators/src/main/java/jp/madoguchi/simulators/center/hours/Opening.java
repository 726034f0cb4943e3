package jp.madoguchi.simulators.center.hours;

import java.time.Instant;
import java.util.Optional;

/** Whether an office is open at an instant, and when that changes. */
public sealed interface Opening {
    /** Open, until {@code until}; empty when it never closes. */
    record Open(Optional<Instant> until) implements Opening {}

    /** Closed for {@code reason}, and open again at {@code opens}; {@code stop} is the one in the way, if one is. */
    record Closed(Reason reason, Instant opens, Optional<Stop> stop) implements Opening {}

    /** Why it is closed. */
    enum Reason {
        OUTSIDE_HOURS,
        /** A holiday, the year's end, or a day of the municipality's own. */
        CLOSED_DAY,
        STOPPED
    }
}
