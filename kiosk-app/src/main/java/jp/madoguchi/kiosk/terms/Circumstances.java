package jp.madoguchi.kiosk.terms;

import java.time.Instant;
import java.util.Optional;

/**
 * What the center says beside a refusal's reason; each is empty where it means nothing.
 *
 * @param opens from when the answer will be another one
 * @param since from when a certificate is revoked or suspended
 * @param cause of a revocation, as RFC 5280 section 5.3.1 names it
 * @param time by the center's clock, of {@code CLOCK_SKEW}
 * @param notice in the resident's words
 */
public record Circumstances(
        Optional<Instant> opens,
        Optional<Instant> since,
        Optional<String> cause,
        Optional<Instant> time,
        Optional<LocalText> notice) {
    public static final Circumstances NONE =
            new Circumstances(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
