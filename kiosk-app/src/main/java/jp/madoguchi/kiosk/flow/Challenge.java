package jp.madoguchi.kiosk.flow;

import java.time.Duration;
import java.time.Instant;
import jp.madoguchi.kiosk.terms.Nonce;

/**
 * What the center gave for the card to sign.
 *
 * @param center the id of the center that gave it
 * @param arrived when it came here
 */
public record Challenge(String center, Nonce nonce, Instant arrived) {
    /** The center accepts a nonce for 60 s; the card and the line need some of them. */
    private static final Duration FRESH = Duration.ofSeconds(40);

    boolean freshAt(Instant now) {
        return now.isBefore(arrived.plus(FRESH));
    }
}
