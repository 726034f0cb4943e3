package jp.madoguchi.kiosk.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with places for values, as {@link java.text.MessageFormat} writes them, to be recognised once they are filled in. A text that says
 * one thing of 1 and another of more is several of these.
 *
 * @param parts in turn words and, empty, a value
 * @param shapes of all that it may become: the words may stand in a value too, so each value as short as may be, or as long
 */
record Template(List<Optional<String>> parts, List<Pattern> shapes) {
    private static final Pattern CHOICE = Pattern.compile("[0-9]+,choice,(.*)", Pattern.DOTALL);
    private static final Pattern LIMIT = Pattern.compile("-?[0-9]+[#<≤]");

    /** Each thing that the text may say. */
    static List<Template> of(String text) {
        return said(text).stream().map(Template::merged).toList();
    }

    boolean constant() {
        return parts.stream().allMatch(Optional::isPresent);
    }

    List<String> words() {
        return parts.stream().flatMap(Optional::stream).toList();
    }

    /** How much of it is words: of two that fit, the one that says more. */
    int weight() {
        return words().stream().mapToInt(String::length).sum();
    }

    /** What the values may be, when it is this text that was filled in. */
    List<List<String>> values(String shown) {
        return shapes.stream()
                .map(shape -> shape.matcher(shown))
                .filter(Matcher::matches)
                .map(Template::groups)
                .distinct()
                .toList();
    }

    private static List<String> groups(Matcher matcher) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            values.add(matcher.group(i));
        }
        return values;
    }

    private static List<List<Optional<String>>> said(String text) {
        List<List<Optional<String>>> all = List.of(List.of());
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int end = open < 0 ? text.length() : open;
            if (end > at) {
                all = each(all, List.of(List.of(Optional.of(text.substring(at, end)))));
            }
            if (open < 0) {
                break;
            }
            int close = close(text, open);
            all = each(all, value(text.substring(open + 1, close)));
            at = close + 1;
        }
        return all;
    }

    private static List<List<Optional<String>>> value(String inside) {
        Matcher choice = CHOICE.matcher(inside);
        if (!choice.matches()) {
            return List.of(List.of(Optional.empty()));
        }
        List<List<Optional<String>>> all = new ArrayList<>();
        for (String branch : branches(choice.group(1))) {
            all.addAll(said(LIMIT.matcher(branch).replaceFirst("")));
        }
        return all;
    }

    /** What stands between bars, but not within braces. */
    private static List<String> branches(String choice) {
        List<String> branches = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < choice.length(); i++) {
            char sign = choice.charAt(i);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (sign == '|' && depth == 0) {
                branches.add(choice.substring(from, i));
                from = i + 1;
            }
        }
        branches.add(choice.substring(from));
        return branches;
    }

    private static int close(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char sign = text.charAt(i);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a brace is not closed: " + text);
    }

    private static List<List<Optional<String>>> each(
            List<List<Optional<String>>> before, List<List<Optional<String>>> after) {
        return before.stream()
                .flatMap(first -> after.stream()
                        .map(second ->
                                Stream.concat(first.stream(), second.stream()).toList()))
                .toList();
    }

    /** Words beside words are one, and so are values with nothing between. */
    private static Template merged(List<Optional<String>> parts) {
        List<Optional<String>> merged = new ArrayList<>();
        for (Optional<String> part : parts) {
            int last = merged.size() - 1;
            if (last >= 0
                    && merged.get(last).isEmpty()
                    && part.map(String::isBlank).orElse(true)) {
                continue;
            }
            if (part.isPresent() && last >= 0 && merged.get(last).isPresent()) {
                merged.set(last, merged.get(last).map(words -> words + part.get()));
            } else {
                merged.add(part);
            }
        }
        return new Template(
                List.copyOf(merged),
                Stream.of("(.+?)", "(.+)").map(value -> shape(merged, value)).toList());
    }

    private static Pattern shape(List<Optional<String>> parts, String value) {
        String shape = parts.stream()
                .map(part -> part.map(Pattern::quote).orElse(value))
                .collect(Collectors.joining());
        return Pattern.compile(shape, Pattern.DOTALL);
    }
}
