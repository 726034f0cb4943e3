package jp.madoguchi.kiosk.flow;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.HouseholdMember;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Purpose;
import jp.madoguchi.kiosk.terms.RequestId;

/**
 * What the resident can have, and what of it is wanted.
 *
 * @param members who is ticked, as places in the offer's list; of weight only when {@code scope} asks for members
 * @param purpose what the resident said that it is for
 */
public record Choice(
        Catalogue catalogue,
        Optional<Offer> offer,
        Map<String, String> options,
        SortedSet<Integer> members,
        int copies,
        Optional<Purpose> purpose) {
    static final Choice NONE = among(new Catalogue(List.of(), List.of(), List.of()));

    public Choice {
        options = Map.copyOf(options);
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }

    static Choice among(Catalogue catalogue) {
        return new Choice(catalogue, Optional.empty(), Map.of(), Collections.emptySortedSet(), 1, Optional.empty());
    }

    /** Nothing chosen yet, for this purpose. */
    Choice purpose(Purpose named) {
        return new Choice(catalogue, Optional.empty(), Map.of(), Collections.emptySortedSet(), 1, Optional.of(named));
    }

    Choice withoutPurpose() {
        return among(catalogue);
    }

    public List<Offer> offers() {
        return catalogue.offers();
    }

    /** Whether the center has nothing to say to this resident: nothing can be had, and there is no reason to be told. */
    boolean nothing() {
        return catalogue.offers().isEmpty() && catalogue.withheld().isEmpty();
    }

    /** The offer with its options as its purpose wants them, else as the municipality presets them; empty when there is no such offer. */
    Optional<Choice> choose(int index) {
        if (index < 0 || index >= offers().size()) {
            return Optional.empty();
        }
        Offer chosen = offers().get(index);
        Map<String, String> preset = new TreeMap<>();
        for (OfferOption option : chosen.options()) {
            preset.put(option.name(), preset(chosen, option));
        }
        return Optional.of(new Choice(catalogue, Optional.of(chosen), preset, presetMembers(chosen), 1, purpose));
    }

    private String preset(Offer chosen, OfferOption option) {
        return purpose.flatMap(named -> named.tick(chosen.kind(), option)).orElse(option.defaultValue());
    }

    /** The resident alone, whom most papers are about; nobody when nobody can be chosen. */
    private static SortedSet<Integer> presetMembers(Offer offer) {
        return offer.members().isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(Set.of(0));
    }

    /**
     * Empty unless every option of the offer, and nothing else, has one of its values, the copies are in bounds, and, when
     * members are asked for, there is one at least, none twice and nobody who is not in the list. What is ticked beside another
     * scope does not count: the boxes are on the page whether or not they are seen.
     */
    Optional<Choice> with(Map<String, String> wanted, List<Integer> ticked, int copies) {
        return offer.filter(chosen -> fits(chosen, wanted, copies))
                .filter(chosen -> !asksForMembers(wanted) || areMembers(chosen, ticked))
                .map(chosen -> new Choice(
                        catalogue,
                        offer,
                        wanted,
                        asksForMembers(wanted) ? new TreeSet<>(ticked) : presetMembers(chosen),
                        copies,
                        purpose));
    }

    private static boolean areMembers(Offer chosen, List<Integer> ticked) {
        return !ticked.isEmpty()
                && Set.copyOf(ticked).size() == ticked.size()
                && ticked.stream()
                        .allMatch(
                                place -> place >= 0 && place < chosen.members().size());
    }

    private static boolean asksForMembers(Map<String, String> options) {
        return OfferOption.MEMBERS.equals(options.get(OfferOption.SCOPE));
    }

    /** Whom the paper is about, in the offer's order; empty when {@code scope} does not ask for members. */
    public List<HouseholdMember> chosenMembers() {
        if (offer.isEmpty() || !asksForMembers(options)) {
            return List.of();
        }
        List<HouseholdMember> all = offer.get().members();
        return members.stream().map(all::get).toList();
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
                request,
                chosen.municipality(),
                chosen.kind(),
                new TreeMap<>(options),
                chosenMembers().stream().map(HouseholdMember::handle).collect(Collectors.toCollection(TreeSet::new)),
                copies,
                fee().amount());
    }
}
