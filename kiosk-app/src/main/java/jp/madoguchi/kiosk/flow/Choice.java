package jp.madoguchi.kiosk.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.RequestId;

/** What the resident can have, and what of it is wanted. */
public record Choice(List<Offer> offers, Optional<Offer> offer, Map<String, String> options, int copies) {
    private static final int SMALLEST_COIN = 100;

    static final Choice NONE = new Choice(List.of(), Optional.empty(), Map.of(), 1);

    public Choice {
        offers = List.copyOf(offers);
        options = Map.copyOf(options);
    }

    /** The offers whose fee can be paid here. */
    static Choice among(List<Offer> offers) {
        List<Offer> payable = offers.stream()
                .filter(offer -> offer.fee() % SMALLEST_COIN == 0)
                .toList();
        return new Choice(payable, Optional.empty(), Map.of(), 1);
    }

    /** The offer with its options as the municipality presets them; empty when there is no such offer. */
    Optional<Choice> choose(int index) {
        if (index < 0 || index >= offers.size()) {
            return Optional.empty();
        }
        Offer chosen = offers.get(index);
        Map<String, String> preset = new TreeMap<>();
        for (OfferOption option : chosen.options()) {
            preset.put(option.name(), option.defaultValue());
        }
        return Optional.of(new Choice(offers, Optional.of(chosen), preset, 1));
    }

    /** Empty unless every option of the offer, and nothing else, has one of its values and the copies are in bounds. */
    Optional<Choice> with(Map<String, String> wanted, int copies) {
        return offer.filter(chosen -> fits(chosen, wanted, copies))
                .map(chosen -> new Choice(offers, offer, wanted, copies));
    }

    private static boolean fits(Offer chosen, Map<String, String> wanted, int copies) {
        if (copies < 1
                || copies > chosen.maxCopies()
                || wanted.size() != chosen.options().size()) {
            return false;
        }
        return chosen.options().stream().allMatch(option -> option.values().contains(wanted.get(option.name())));
    }

    /** For all copies. Zero before anything was chosen. */
    public Yen fee() {
        return offer.map(chosen -> new Yen(chosen.fee()).times(copies)).orElse(Yen.ZERO);
    }

    /** Throws when nothing was chosen. */
    DocumentOrder order(RequestId request) {
        Offer chosen = offer.orElseThrow();
        return new DocumentOrder(
                request, chosen.municipality(), chosen.kind(), new TreeMap<>(options), copies, fee().amount());
    }
}
