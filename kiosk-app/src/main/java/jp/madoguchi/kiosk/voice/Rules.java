package jp.madoguchi.kiosk.voice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which writing is said by which recordings; of two rules that fit, the one that was made first. */
final class Rules {
    private record Rule(Pattern form, Function<MatchResult, Optional<List<String>>> said) {}

    /** @param end where the writing goes on */
    record Said(List<String> words, int end) {}

    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> vocabulary = new LinkedHashSet<>();

    /** All that is recorded. */
    Set<String> vocabulary() {
        return vocabulary;
    }

    void record(Collection<String> words) {
        vocabulary.addAll(words);
    }

    /** What of this form is said by; nothing when one of it was not recorded. */
    void add(String form, Function<MatchResult, List<String>> said) {
        rules.add(new Rule(
                Pattern.compile(form),
                match -> Optional.of(said.apply(match))
                        .filter(words -> !words.isEmpty() && vocabulary.containsAll(words))));
    }

    /** Words that are written in one way or several, and said in one. */
    void say(String form, String words) {
        vocabulary.add(words);
        add(form, match -> List.of(words));
    }

    /** A number, the first group of the form, with what belongs to it. */
    void number(String form, IntFunction<String> said, IntStream numbers) {
        numbers.mapToObj(said).forEach(vocabulary::add);
        add(form, match -> List.of(said.apply(Integer.parseInt(match.group(1)))));
    }

    /** What begins here. */
    Optional<Said> next(String value, int at) {
        for (Rule rule : rules) {
            Matcher form = rule.form.matcher(value).region(at, value.length());
            if (form.lookingAt()) {
                Optional<List<String>> words = rule.said.apply(form);
                if (words.isPresent()) {
                    return Optional.of(new Said(words.get(), form.end()));
                }
            }
        }
        return Optional.empty();
    }
}
