package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.visit.Pads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the texts of every language. */
class TextsTest {
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)");

    private static final Pattern QUOTED = Pattern.compile("「[^」]*」|“[^”]*”|‘[^’]*’");

    /** A choice that explains itself has no note. */
    private static final String MAY_BE_EMPTY = "option\\..*\\.note";

    @ParameterizedTest
    @EnumSource(Language.class)
    void language_ofEach_hasTheSameTextsAndFillsInTheSame(Language language) {
        assertEquals(values(Language.JA), values(language));
        texts(language).forEach((key, text) -> assertTrue(!text.isBlank() || key.matches(MAY_BE_EMPTY), key));
    }

    /** What is counted is counted in every language; a plural is said where a language has one. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void text_thatIsFilledIn_isOneThatCanBe(Language language) {
        texts(language).forEach((key, text) -> {
            for (int count : List.of(0, 1, 2, 12)) {
                String said = new MessageFormat(text, language.locale()).format(new Object[] {count, count, count});
                assertFalse(said.contains("{") || said.contains(",choice,"), key + ": " + said);
            }
        });
    }

    private static Map<String, Set<String>> values(Language language) {
        Map<String, Set<String>> values = new TreeMap<>();
        texts(language)
                .forEach((key, text) -> values.put(
                        key,
                        VALUE.matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return values;
    }

    /** Whatever has words of its own for a phone has some for a card. */
    @Test
    void text_ofAPhone_hasOneOfACardBesideIt() {
        Set<String> keys = texts(Language.JA).keySet();
        for (String key : keys) {
            if (key.matches("(end|take-card)\\..*\\.phone")) {
                assertTrue(keys.contains(key.substring(0, key.lastIndexOf('.'))), key);
            }
        }
    }

    /** What is said of a choice names it as its button does. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void explanation_ofAnOption_namesItsButtons(Language language) {
        Map<String, String> texts = texts(language);
        Set<String> named = new TreeSet<>();
        texts.forEach((key, text) -> {
            if (!key.matches("option\\..*\\.what")) {
                return;
            }
            String option = key.substring(0, key.length() - "what".length());
            QUOTED.matcher(text).results().map(MatchResult::group).forEach(quoted -> {
                String word = quoted.substring(1, quoted.length() - 1);
                assertTrue(
                        texts.entrySet().stream()
                                .anyMatch(value -> value.getKey().startsWith(option)
                                        && value.getValue().equals(word)),
                        key + " " + quoted);
                named.add(option);
            });
        });
        assertTrue(named.containsAll(Set.of("option.scope.", "option.extent.")), named.toString());
    }

    /** In a text that is filled in, a straight apostrophe would begin a quotation and swallow what follows. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void text_ofEach_hasNoStraightApostrophe(Language language) {
        texts(language).forEach((key, text) -> assertFalse(text.contains("'"), key));
    }

    static Stream<Arguments> reasons() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(EndReason.values()).map(reason -> Arguments.of(language, reason)));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void reason_inEachLanguage_saysWhatHappenedAndWhatToDo(Language language, EndReason reason) {
        Map<String, String> texts = texts(language);
        for (String part : Set.of("title", "what", "do")) {
            assertFalse(
                    texts.getOrDefault("end." + reason.slug() + "." + part, "").isBlank(), part);
        }
    }

    static Stream<Arguments> obstacles() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(Obstacle.values()).map(obstacle -> Arguments.of(language, obstacle)));
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void obstacle_inEachLanguage_saysWhatIsWrongAndWhatToDo(Language language, Obstacle obstacle) {
        Map<String, String> texts = texts(language);
        String name = obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (String part : Set.of("what", "do")) {
            assertFalse(texts.getOrDefault("obstacle." + name + "." + part, "").isBlank(), part);
        }
    }

    /** Whoever is sent somewhere is told when it is open. */
    @ParameterizedTest
    @MethodSource("reasons")
    void remedy_atAnOffice_saysWhenTheOfficeIsOpen(Language language, EndReason reason) {
        for (boolean phone : List.of(false, true)) {
            String key = "end." + reason.slug() + ".do" + (phone ? ".phone" : "");
            remedySaysWhenTheOfficeIsOpen(language, texts(language).getOrDefault(key, ""));
        }
    }

    private static void remedySaysWhenTheOfficeIsOpen(Language language, String remedy) {
        assertTrue(OfficeSaid.in(language).complete(remedy), remedy);
    }

    /** Whoever stands beside the resident must not learn from the screen why. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void refusal_thatMustNotSayWhy_namesNoCause(Language language) {
        Map<String, String> texts = texts(language);
        String said = Stream.of("title", "what", "do")
                .map(part -> texts.getOrDefault("end.resident-refused." + part, ""))
                .collect(Collectors.joining(" "));
        for (String cause : Set.of(
                "15", "転出", "引っこし", "move", "支援", "保護", "protect", "届", "迁", "转出", "保护", "未成年", "전출", "이사", "보호",
                "chuyển", "bảo vệ", "mudan", "prote")) {
            assertFalse(said.contains(cause), said);
        }
    }

    /** The remedy that is not at an office, and what it needs: the other password, the app, a day, and a store that offers it. */
    @ParameterizedTest
    @EnumSource(
            value = EndReason.class,
            names = {"PIN_BLOCKED", "PIN_BLOCKED_NOW"})
    void lockedPin_inEachLanguage_saysEveryWayToResetIt(EndReason reason) {
        ScreenRenderer renderer = new ScreenRenderer(
                new ScreenModel(
                        "K-0001", false, Set.of(100), SampleScreens.CLOCK, new Keypads(new Pads(), new SecureRandom())),
                new StaticFiles().paths());
        for (Language language : Language.values()) {
            String html = renderer.main(SampleScreens.ended(reason, language, Money.NONE, true))
                    .replaceAll("<span class=\"whole\">([^<]*)</span>", "$1");
            assertAll(Stream.of("JPKI", "24", "6:30|6時30分", "0120-95-0178|0120-0178-27", "9:00–17:00|9時〜17時")
                    .map(said ->
                            () -> assertTrue(Pattern.compile(said).matcher(html).find(), language + " " + said)));
        }
    }

    /** Where there is less room, too. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void lockedPin_inTheCheck_isToldWhereItCanBeReset(Language language) {
        String locked = texts(language).getOrDefault("check.tries.locked.authentication", "");
        for (String said : List.of("JPKI", "24", "6:30|6時30分", "9:00–17:00|9時〜17時")) {
            assertTrue(Pattern.compile(said).matcher(locked).find(), language + " " + said);
        }
    }

    @Test
    void languageButtons_ofEachLanguage_areTheSameInAll() {
        Stream<String> keys = Stream.of("do.language.", "do.begin.", "do.check.")
                .flatMap(key -> Stream.of(Language.values()).map(named -> key + named.code()));
        Stream.concat(Stream.of("languages"), keys)
                .forEach(key -> assertEquals(
                        1,
                        Stream.of(Language.values())
                                .map(language ->
                                        Objects.requireNonNull(texts(language).get(key), key))
                                .distinct()
                                .count(),
                        key));
    }

    static Map<String, String> texts(Language language) {
        Map<String, String> texts = new TreeMap<>();
        Words.of(language).all().forEach((key, text) -> texts.put(key, String.valueOf(text)));
        return texts;
    }
}
