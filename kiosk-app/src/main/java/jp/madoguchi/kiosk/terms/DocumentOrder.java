package jp.madoguchi.kiosk.terms;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One document as the resident confirmed it.
 *
 * @param municipality its 5-digit code
 * @param options each option of the offer with the value chosen
 * @param fee for all copies together, in yen
 */
public record DocumentOrder(
        RequestId request, String municipality, String kind, SortedMap<String, String> options, int copies, int fee) {
    /** Throws when there is no copy or a negative fee. */
    public DocumentOrder {
        if (copies < 1 || fee < 0) {
            throw new IllegalArgumentException("an order has at least one copy and no negative fee");
        }
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }
}
