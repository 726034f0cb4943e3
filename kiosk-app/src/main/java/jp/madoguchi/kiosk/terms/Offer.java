package jp.madoguchi.kiosk.terms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One kind of document that this resident can have of one municipality now.
 *
 * @param municipality its 5-digit code
 * @param kind e.g. {@code residence-record}
 * @param fee for one copy, in yen
 * @param options in the order in which they are asked
 * @param until when the office closes; empty when it does not
 */
public record Offer(
        String municipality,
        LocalText municipalityName,
        String kind,
        int fee,
        int maxCopies,
        List<OfferOption> options,
        Optional<Instant> until) {
    public Offer {
        options = List.copyOf(options);
    }

    /** An offer of an office that does not close. */
    public Offer(
            String municipality,
            LocalText municipalityName,
            String kind,
            int fee,
            int maxCopies,
            List<OfferOption> options) {
        this(municipality, municipalityName, kind, fee, maxCopies, options, Optional.empty());
    }
}
