package jp.madoguchi.kiosk.voice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** 2回: in Japanese a number is said with what it counts, which changes how it sounds. */
final class Counters {
    /** As they are written, and said. 日 of a date is another word. */
    private static final Map<String, String> COUNTED = new HashMap<>(Map.of("つ目", "つめ", "枚目", "枚め", "日", "日間"));

    static {
        List.of("回", "通", "枚", "けた", "種類", "人", "面", "文字", "つ").forEach(each -> COUNTED.put(each, each));
    }

    private static final int AT_ONCE = 31;

    private Counters() {}

    /** After the days of dates, which would be taken for them. */
    static void teach(Rules rules) {
        COUNTED.forEach((written, said) -> rules.number(
                "([0-9]{1,2})" + written + "(?!目)", number -> number + said, IntStream.rangeClosed(0, AT_ONCE)));
    }

    /** A number and what it counts: 2, and 回まちがえると…; empty when what follows counts nothing. */
    static Optional<String> counted(String value, String following) {
        return counter(following)
                .filter(counter -> value.matches("[0-9]{1,2}") && Integer.parseInt(value) <= AT_ONCE)
                .map(counter -> value + COUNTED.get(counter));
    }

    /** What these words begin with, when it is something that is counted. */
    static Optional<String> counter(String words) {
        return COUNTED.keySet().stream().filter(words::startsWith).max(Comparator.comparing(String::length));
    }
}
