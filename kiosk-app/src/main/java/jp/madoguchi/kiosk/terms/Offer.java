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
 * @param members who of the household can be chosen, the resident first; empty when that is not left to the resident
 * @param until when the office closes; empty when it does not
 */
public record Offer(
        String municipality,
        LocalText municipalityName,
        String kind,
        int fee,
        int maxCopies,
        List<OfferOption> options,
        List<HouseholdMember> members,
        Optional<Instant> until) {
    public Offer {
        options = List.copyOf(options);
        members = List.copyOf(members);
    }

    /** An offer that does not ask who of the household is meant. */
    public Offer(
            String municipality,
            LocalText municipalityName,
            String kind,
            int fee,
            int maxCopies,
            List<OfferOption> options,
            Optional<Instant> until) {
        this(municipality, municipalityName, kind, fee, maxCopies, options, List.of(), until);
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
