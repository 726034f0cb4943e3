package jp.madoguchi.kiosk.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.RequestId;

/** What the resident can have, and what of it is wanted. */
public record Choice(Catalogue catalogue, Optional<Offer> offer, Map<String, String> options, int copies) {
    static final Choice NONE = among(new Catalogue(List.of(), List.of(), List.of()));

    public Choice {
        options = Map.copyOf(options);
    }

    static Choice among(Catalogue catalogue) {
        return new Choice(catalogue, Optional.empty(), Map.of(), 1);
    }

    public List<Offer> offers() {
        return catalogue.offers();
    }

    /** Whether the center has nothing to say to this resident: nothing can be had, and there is no reason to be told. */
    boolean nothing() {
        return catalogue.offers().isEmpty() && catalogue.withheld().isEmpty();
    }

    /** The offer with its options as the municipality presets them; empty when there is no such offer. */
    Optional<Choice> choose(int index) {
        if (index < 0 || index >= offers().size()) {
            return Optional.empty();
        }
        Offer chosen = offers().get(index);
        Map<String, String> preset = new TreeMap<>();
        for (OfferOption option : chosen.options()) {
            preset.put(option.name(), option.defaultValue());
        }
        return Optional.of(new Choice(catalogue, Optional.of(chosen), preset, 1));
    }

    /** Empty unless every option of the offer, and nothing else, has one of its values and the copies are in bounds. */
    Optional<Choice> with(Map<String, String> wanted, int copies) {
        return offer.filter(chosen -> fits(chosen, wanted, copies))
                .map(chosen -> new Choice(catalogue, offer, wanted, copies));
    }

    private static boolean fits(Offer chosen, Map<String, String> wanted, int copies) {
        if (copies < 1
                || copies > chosen.maxCopies()
                || wanted.size() != chosen.options().size()) {
            return false;
        }
        return chosen.options().stream()
                .allMatch(option ->
                        wanted.containsKey(option.name()) && option.values().contains(wanted.get(option.name())));
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
