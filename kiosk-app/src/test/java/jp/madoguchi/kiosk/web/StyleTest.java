package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Colours and sizes of words are chosen in one place, by their role. */
class StyleTest {
    private static final String GIVEN = "digital-agency.css";
    private static final String TOKENS = "tokens.css";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern COLOUR =
            Pattern.compile("#[0-9a-fA-F]{3,8}\\b|(?:rgb|hsl)a?\\(|:[^;{}]*\\b(?:white|black|red|blue|yellow|gray)\\b");
    private static final Pattern WORDS = Pattern.compile("font-size:(?![^;}]*(?:var\\(--|em\\)))[^;}]*");
    private static final Pattern USED = Pattern.compile("var\\(--([\\w-]+)\\)");
    private static final Pattern DEFINED = Pattern.compile("--([\\w-]+):");

    private static String style(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(StyleTest.class.getResourceAsStream("/jp/madoguchi/ui/static/" + name))) {
            return COMMENT.matcher(new String(in.readAllBytes(), UTF_8)).replaceAll("");
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every sheet that is served, but those tokens on which ours stand. */
    private static Stream<String> sheets() {
        return new StaticFiles().paths().keySet().stream().filter(name -> name.endsWith(".css") && !name.equals(GIVEN));
    }

    private static Stream<String> styles() {
        return sheets().filter(name -> !name.equals(TOKENS));
    }

    @ParameterizedTest
    @MethodSource("styles")
    void style_ofEachFile_namesNoColourAndNoSizeOfWordsItself(String name) throws IOException {
        String style = style(name);
        assertEquals(List.of(), found(COLOUR, style));
        assertEquals(List.of(), found(WORDS, style));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    @Test
    void tokens_areThoseThatAreUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String name : sheets().toList()) {
            used.addAll(names(USED, style(name)));
        }
        Set<String> ours = names(DEFINED, style(TOKENS));
        Set<String> all = names(DEFINED, style(TOKENS) + style(GIVEN));
        assertTrue(all.containsAll(used), () -> "used, and not there: " + without(used, all));
        assertTrue(used.containsAll(ours), () -> "there, and not used: " + without(ours, used));
    }

    /** A role that stands for itself alone on dark ground would be dark on dark. */
    @Test
    void contrast_changesOnlyRolesThatThereAre() throws IOException {
        String[] parts = style(TOKENS).split("data-aids~=\"contrast\"", 2);
        Set<String> light = names(DEFINED, parts[0]);
        Set<String> dark = names(DEFINED, parts[1].substring(0, parts[1].indexOf('}')));
        assertTrue(light.containsAll(dark), dark.toString());
        assertTrue(
                Stream.of("ground", "ink", "ink-soft", "accent", "on-accent", "act", "on-act", "alarm", "on-alarm")
                        .allMatch(dark::contains),
                dark.toString());
    }
}
