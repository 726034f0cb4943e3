package jp.madoguchi.workbench.screens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Few rows in which any two values of different factors stand together at least once: most of what goes wrong goes wrong for two
 * reasons at most. No chance in it: the same factors have the same rows.
 */
final class Pairwise {
    private static final int OPEN = -1;

    /** Value {@code one} of factor {@code first} beside value {@code other} of the later factor {@code second}. */
    record Pair(int first, int one, int second, int other) {}

    /** Pairs that never happen stand in no row. */
    @FunctionalInterface
    interface Never {
        boolean happens(Pair pair);
    }

    private final int[] sizes;
    private final Never never;
    private final Set<Pair> missing = new LinkedHashSet<>();

    private Pairwise(int[] sizes, Never never) {
        this.sizes = sizes;
        this.never = never;
        for (int first = 0; first < sizes.length; first++) {
            for (int one = 0; one < sizes[first]; one++) {
                for (int second = first + 1; second < sizes.length; second++) {
                    for (int other = 0; other < sizes[second]; other++) {
                        missing.add(new Pair(first, one, second, other));
                    }
                }
            }
        }
        missing.removeIf(never::happens);
    }

    /** @param sizes how many values each factor has; a row has one value of each */
    static List<int[]> rows(int[] sizes, Never never) {
        Pairwise pairs = new Pairwise(sizes, never);
        List<int[]> rows = new ArrayList<>();
        while (!pairs.missing.isEmpty()) {
            rows.add(pairs.next());
        }
        return rows;
    }

    /** Begins with a pair that is missing, and takes for every other factor what brings most of the others. */
    private int[] next() {
        Pair begun = missing.iterator().next();
        int[] row = new int[sizes.length];
        Arrays.fill(row, OPEN);
        row[begun.first()] = begun.one();
        row[begun.second()] = begun.other();
        for (int factor = 0; factor < row.length; factor++) {
            if (row[factor] == OPEN) {
                row[factor] = best(row, factor);
            }
        }
        missing.removeIf(pair -> row[pair.first()] == pair.one() && row[pair.second()] == pair.other());
        return row;
    }

    private int best(int[] row, int factor) {
        int best = OPEN;
        int most = -1;
        for (int value = 0; value < sizes[factor]; value++) {
            int brings = brings(row, factor, value);
            if (brings > most) {
                most = brings;
                best = value;
            }
        }
        if (best == OPEN) {
            throw new IllegalStateException("no value of factor " + factor + " goes with " + Arrays.toString(row));
        }
        return best;
    }

    /** How many missing pairs; less than none when one of the pairs never happens. */
    private int brings(int[] row, int factor, int value) {
        int brings = 0;
        for (int other = 0; other < row.length; other++) {
            if (row[other] != OPEN) {
                Pair pair = other < factor
                        ? new Pair(other, row[other], factor, value)
                        : new Pair(factor, value, other, row[other]);
                if (never.happens(pair)) {
                    return OPEN;
                }
                brings += missing.contains(pair) ? 1 : 0;
            }
        }
        return brings;
    }
}
