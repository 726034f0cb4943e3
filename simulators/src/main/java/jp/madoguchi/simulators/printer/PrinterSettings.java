package jp.madoguchi.simulators.printer;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How this printer behaves.
 *
 * @param perSide how long one side takes
 * @param clock for up-time and for jobs whose document never comes
 * @param documents which it takes
 * @param identity with which it speaks TLS (ipps); plain ipp when empty
 */
public record PrinterSettings(
        Duration perSide, Clock clock, DocumentOffer documents, Optional<PrinterIdentity> identity) {
    public PrinterSettings(Duration perSide, Clock clock) {
        this(perSide, clock, DocumentOffer.ALL, Optional.empty());
    }

    /** Prints in no time, for tests. */
    public static PrinterSettings instant() {
        return new PrinterSettings(Duration.ZERO, Clock.systemUTC());
    }

    /** Three sides a second or so, as one watches it. */
    public static PrinterSettings lifelike() {
        return new PrinterSettings(Duration.ofMillis(300), Clock.systemUTC());
    }

    public PrinterSettings taking(DocumentOffer offer) {
        return new PrinterSettings(perSide, clock, offer, identity);
    }

    public PrinterSettings as(PrinterIdentity owner) {
        return new PrinterSettings(perSide, clock, documents, Optional.of(owner));
    }
}
