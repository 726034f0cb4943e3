package jp.madoguchi.kiosk.flow;

import java.time.Duration;
import java.time.Instant;

/**
 * The center's nonce of one visit.
 *
 * @param center the id of the center that gave it
 * @param value 64 hex digits, the center's 32 bytes
 * @param arrived when it came here
 */
public record Nonce(String center, String value, Instant arrived) {
    /** The center accepts a nonce for 60 s; the card and the line need some of them. */
    private static final Duration FRESH = Duration.ofSeconds(40);

    boolean freshAt(Instant now) {
        return now.isBefore(arrived.plus(FRESH));
    }
}
