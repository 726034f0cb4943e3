package jp.madoguchi.kiosk.terms;

import java.util.List;

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
