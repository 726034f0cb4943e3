package jp.madoguchi.kiosk.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;

/**
 * Coins and notes, counted by what each is worth.
 *
 * @param counts yen to how many; what there are none of is not in it. Fewer than none: more came out than was ever told to be in
 */
public record Pieces(SortedMap<Integer, Integer> counts) {
    public static final Pieces NONE = of(Map.of());

    public Pieces {
        SortedMap<Integer, Integer> some = new TreeMap<>(counts);
        some.values().removeIf(count -> count == 0);
        counts = Collections.unmodifiableSortedMap(some);
    }

    public static Pieces of(Map<Integer, Integer> counts) {
        return new Pieces(new TreeMap<>(counts));
    }

    public static Pieces of(int yen, int count) {
        return of(Map.of(yen, count));
    }

    /** What they are worth together. */
    public int yen() {
        return counts.entrySet().stream()
                .mapToInt(each -> each.getKey() * each.getValue())
                .sum();
    }

    /** How many there are of this. */
    public int count(int yen) {
        return counts.getOrDefault(yen, 0);
    }

    public Pieces plus(Pieces others) {
        return with(others, Integer::sum);
    }

    public Pieces minus(Pieces others) {
        return with(others, (mine, theirs) -> mine - theirs);
    }

    private Pieces with(Pieces others, IntBinaryOperator sum) {
        SortedMap<Integer, Integer> all = new TreeMap<>(counts);
        others.counts.forEach((yen, count) -> all.put(yen, sum.applyAsInt(count(yen), count)));
        return new Pieces(all);
    }
}
