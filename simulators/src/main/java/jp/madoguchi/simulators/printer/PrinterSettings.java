package jp.madoguchi.simulators.printer;

import java.time.Clock;
import java.time.Duration;

/**
 * How this printer behaves in time.
 *
 * @param perSide how long one side takes
 * @param clock for up-time and for jobs whose document never comes
 */
public record PrinterSettings(Duration perSide, Clock clock) {
    /** Prints in no time, for tests. */
    public static PrinterSettings instant() {
        return new PrinterSettings(Duration.ZERO, Clock.systemUTC());
    }

    /** Three sides a second or so, as one watches it. */
    public static PrinterSettings lifelike() {
        return new PrinterSettings(Duration.ofMillis(300), Clock.systemUTC());
    }
}
