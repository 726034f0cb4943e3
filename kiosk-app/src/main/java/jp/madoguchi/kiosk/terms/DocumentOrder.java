package jp.madoguchi.kiosk.terms;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One document as the resident confirmed it.
 *
 * @param municipality its 5-digit code
 * @param options each option of the offer with the value chosen
 * @param members the handles of who was chosen of the household; empty when that was not asked
 * @param fee for all copies together, in yen
 */
public record DocumentOrder(
        RequestId request,
        String municipality,
        String kind,
        SortedMap<String, String> options,
        SortedSet<String> members,
        int copies,
        int fee) {
    /** Throws when there is no copy or a negative fee. */
    public DocumentOrder {
        if (copies < 1 || fee < 0) {
            throw new IllegalArgumentException("an order has at least one copy and no negative fee");
        }
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }

    /** An order that names no members of a household. */
    public DocumentOrder(
            RequestId request,
            String municipality,
            String kind,
            SortedMap<String, String> options,
            int copies,
            int fee) {
        this(request, municipality, kind, options, Collections.emptySortedSet(), copies, fee);
    }
}
