package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PairwiseTest {
    private static final Pairwise.Never NONE = pair -> false;
    private static final Pairwise.Never FIRSTS = pair -> pair.one() == 0 && pair.second() == 1 && pair.other() > 0;

    /** sizes, what never happens, most rows */
    static Stream<Arguments> factors() {
        return Stream.of(
                Arguments.of(new int[] {2, 2}, NONE, 4),
                Arguments.of(new int[] {3, 3, 3}, NONE, 12),
                Arguments.of(new int[] {25, 7, 3, 2, 2, 2, 2, 2, 2, 2}, NONE, 190),
                Arguments.of(new int[] {5, 4, 3, 2}, FIRSTS, 24));
    }

    @ParameterizedTest
    @MethodSource("factors")
    void rows_ofTheseFactors_haveEveryPairThatHappens_inFewRows(int[] sizes, Pairwise.Never never, int most) {
        List<int[]> rows = Pairwise.rows(sizes, never);
        assertTrue(rows.size() <= most, rows.size() + " rows");
        assertEquals(happening(sizes, never), standing(rows), "each pair that happens, and no other");
        List<int[]> again = Pairwise.rows(sizes, never);
        assertTrue(Arrays.deepEquals(rows.toArray(), again.toArray()), "the same rows");
    }

    private static Set<Pairwise.Pair> happening(int[] sizes, Pairwise.Never never) {
        Set<Pairwise.Pair> pairs = new HashSet<>();
        for (int first = 0; first < sizes.length; first++) {
            for (int second = first + 1; second < sizes.length; second++) {
                for (int value = 0; value < sizes[first] * sizes[second]; value++) {
                    pairs.add(new Pairwise.Pair(first, value / sizes[second], second, value % sizes[second]));
                }
            }
        }
        pairs.removeIf(never::happens);
        return pairs;
    }

    private static Set<Pairwise.Pair> standing(List<int[]> rows) {
        Set<Pairwise.Pair> pairs = new HashSet<>();
        for (int[] row : rows) {
            for (int first = 0; first < row.length; first++) {
                for (int second = first + 1; second < row.length; second++) {
                    pairs.add(new Pairwise.Pair(first, row[first], second, row[second]));
                }
            }
        }
        return pairs;
    }
}
