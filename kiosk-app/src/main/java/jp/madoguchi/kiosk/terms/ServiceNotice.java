package jp.madoguchi.kiosk.terms;

import java.time.Instant;
import java.util.Optional;

/**
 * What residents are told before they place a card.
 *
 * @param municipality whose stop it is; empty when it concerns everybody
 * @param from empty when it is under way already and nobody says since when
 * @param until empty when nobody knows
 */
public record ServiceNotice(
        Kind kind, Optional<LocalText> municipality, LocalText text, Optional<Instant> from, Optional<Instant> until) {

    /** What is announced. */
    public enum Kind {
        OUTAGE,
        MAINTENANCE,
        MUNICIPAL_STOP
    }
}
