package jp.madoguchi.kiosk.terms;

import java.util.List;

/**
 * One kind of document that this resident can have of one municipality now.
 *
 * @param municipality its 5-digit code
 * @param kind e.g. {@code residence-record}
 * @param fee for one copy, in yen
 * @param options in the order in which they are asked
 */
public record Offer(
        String municipality,
        LocalText municipalityName,
        String kind,
        int fee,
        int maxCopies,
        List<OfferOption> options) {
    public Offer {
        options = List.copyOf(options);
    }
}
