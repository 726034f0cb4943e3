package jp.madoguchi.kiosk.voice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers up to 99,999, said with few recordings: one for each place, and one for what is under a hundred. The last carries the
 * unit, so that it is said with it: 1,650 yen is 1000, 600, 50円.
 */
final class Numbers {
    /** As a digit is said by itself, so that 4 and 7 are never taken for 1. */
    static final List<String> JAPANESE_DIGITS = List.of("ゼロ", "いち", "にい", "さん", "よん", "ごお", "ろく", "なな", "はち", "きゅう");

    private static final int HUNDRED = 100;
    private static final int MOST = 99_999;
    private static final List<Integer> PLACES = List.of(10_000, 1000, HUNDRED);

    private Numbers() {}

    /** The recordings that say it; empty when it is more than anybody recorded. */
    static Optional<List<String>> said(long number, String unit) {
        if (number < 0 || number > MOST) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        int left = (int) number;
        for (int place : PLACES) {
            if (left >= place) {
                said.add(Integer.toString(left / place * place));
                left %= place;
            }
        }
        if (left > 0 || said.isEmpty()) {
            said.add(Integer.toString(left));
        }
        said.set(said.size() - 1, said.get(said.size() - 1) + unit);
        return Optional.of(said);
    }

    /** Everything that {@link #said} says with this unit. */
    static Set<String> vocabulary(String unit) {
        Set<String> all = new LinkedHashSet<>();
        for (int below = 0; below < HUNDRED; below++) {
            all.add(below + unit);
        }
        for (int place : PLACES) {
            for (int digit = 1; digit < 10; digit++) {
                all.add(Integer.toString(digit * place));
                all.add(digit * place + unit);
            }
        }
        return all;
    }
}
