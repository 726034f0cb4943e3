package jp.madoguchi.kiosk.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values as they stand on the screen, said with a bounded number of recordings: amounts, numbers with what they count, days, hours, numbers
 * for the telephone. Whatever is none of these was written by somebody, and nobody recorded it.
 */
final class Values {
    private static final String LETTERS = "ABCDEFM";
    private static final Pattern BETWEEN = Pattern.compile("[\\s、，,・]+");

    private final Tongue tongue;
    private final Rules rules = new Rules();

    Values(Tongue tongue) {
        this.tongue = tongue;
        rules.record(Numbers.vocabulary(""));
        rules.record(Numbers.vocabulary(tongue.yen));
        number("¥([0-9,.]+)", tongue.yen);
        number("([0-9,.]+)\\s?(?:" + Pattern.quote(tongue.yen.strip()) + "|￥|円)", tongue.yen);
        spelled();
        Days.teach(tongue, rules);
        if (tongue == Tongue.JA) {
            Counters.teach(rules);
        }
        number("([0-9]+)", "");
    }

    Set<String> vocabulary() {
        return rules.vocabulary();
    }

    /** The recordings that say it; empty when a part of it is nobody's. */
    Optional<List<String>> said(String value) {
        List<String> said = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            Matcher between = BETWEEN.matcher(value).region(at, value.length());
            if (between.lookingAt()) {
                at = between.end();
                continue;
            }
            Optional<Rules.Said> next = rules.next(value, at);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            said.addAll(next.get().words());
            at = next.get().end();
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    /** A number and what it counts, in one recording; empty when what follows counts nothing. */
    Optional<String> counted(String value, String following) {
        return tongue == Tongue.JA ? Counters.counted(value, following) : Optional.empty();
    }

    /** What these words begin with, when it is something that is counted. */
    Optional<String> counter(String words) {
        return tongue == Tongue.JA ? Counters.counter(words) : Optional.empty();
    }

    private void number(String form, String unit) {
        rules.add(
                form,
                match -> Numbers.said(Long.parseLong("0" + match.group(1).replaceAll("[^0-9]", "")), unit)
                        .orElse(List.of()));
    }

    /** Numbers that are told to somebody: sign by sign. */
    private void spelled() {
        if (tongue == Tongue.JA) {
            rules.record(Numbers.JAPANESE_DIGITS);
            rules.record(List.of("の"));
        }
        LETTERS.chars().forEach(letter -> rules.record(List.of(String.valueOf((char) letter))));
        rules.add(
                "[0-9A-F]{4}-[0-9A-F]{4}(?![0-9A-F-])|[0-9]{2,5}-[0-9]{1,4}-[0-9]{2,4}(?![0-9-])|M-[0-9]{1,3}",
                match -> match.group()
                        .chars()
                        .mapToObj(this::sign)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** The dash is said in Japanese alone; in others it is a rest. */
    private Optional<String> sign(int sign) {
        if (sign == '-') {
            return tongue == Tongue.JA ? Optional.of("の") : Optional.empty();
        }
        return Optional.of(
                tongue == Tongue.JA && Character.isDigit(sign)
                        ? Numbers.JAPANESE_DIGITS.get(Character.digit(sign, 10))
                        : String.valueOf((char) sign));
    }
}
