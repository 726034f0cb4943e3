package jp.madoguchi.workbench.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.madoguchi.kiosk.terms.HouseholdMember;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;

/** What a resident can answer to all that an offer asks. */
final class Choices {
    private Choices() {}

    /** All but the resident, who has papers enough; nobody unless the choice is to choose. */
    static NavigableSet<String> members(Offer offer, SortedMap<String, String> options) {
        NavigableSet<String> others = new TreeSet<>();
        if (OfferOption.MEMBERS.equals(options.get(OfferOption.SCOPE))) {
            offer.members().stream().skip(1).map(HouseholdMember::handle).forEach(others::add);
        }
        return others;
    }

    /** Every combination; one without any option when nothing is asked. */
    static List<SortedMap<String, String>> of(Offer offer) {
        List<SortedMap<String, String>> all = List.of(new TreeMap<>());
        for (OfferOption option : offer.options()) {
            List<SortedMap<String, String>> longer = new ArrayList<>();
            for (SortedMap<String, String> chosen : all) {
                for (String value : option.values()) {
                    SortedMap<String, String> with = new TreeMap<>(chosen);
                    with.put(option.name(), value);
                    longer.add(with);
                }
            }
            all = longer;
        }
        return all;
    }
}
