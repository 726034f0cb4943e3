package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.PasswordPad;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.voice.Recording;
import jp.madoguchi.kiosk.voice.Sayings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.unbescape.html.HtmlEscape;

/** What is said of the screens that can happen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // every screen is drawn once
class ReadingTest {
    private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>");
    private static final Pattern PLAIN = Pattern.compile("<bdi class=\"plain\"[^>]*>([^<]+)</bdi>");
    private static final Pattern SCRIPT =
            Pattern.compile("data-(?:say|guide|how|over|chosen|unchosen|nothing)=\"([^\"]*)\"");

    /** Days, hours and amounts: nobody but the kiosk writes them so. */
    private static final Pattern DAY =
            Pattern.compile("20[0-9]{2}[年년]|/20[0-9]{2}|de 20[0-9]{2}|[0-9]:[0-9]{2}|[¥円엔]|日元");

    /** A shorter text may happen to stand in a name. */
    private static final int WORD = 12;

    private static final Map<String, String> RECORDED = recorded();

    private final Pads pads = new Pads(new PinPad(), new PasswordPad(), SampleScreens.written());
    private final Keypads keys = new Keypads(pads, new SecureRandom());
    private final ScreenModel model = new ScreenModel("K-0001", true, Set.of(100, 500), SampleScreens.CLOCK, keys);
    private final Templates templates = new Templates();
    private long number;
    private final Map<Language, List<String>> drawn = new EnumMap<>(Language.class);

    private static Map<String, String> recorded() {
        Map<String, String> recorded = new HashMap<>();
        for (Language language : Language.values()) {
            for (Recording each : Sayings.of(language).recordings()) {
                recorded.put(each.name(), each.words());
            }
        }
        return recorded;
    }

    /** What the center or the resident wrote, and nothing else, is said to stand on the screen alone. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void screen_ofEach_saysAllButWhatOthersWrote(Language language) {
        Set<String> unrecorded = new TreeSet<>();
        String announcement =
                Sayings.of(language).text("voice.on-screen").get(0).recording().name();
        for (String html : drawn(language)) {
            for (String line : lines(html)) {
                String name = line.substring(0, line.indexOf(' '));
                assertTrue(RECORDED.containsKey(name), line);
                if (name.equals(announcement)) {
                    unrecorded.add(line.substring(name.length() + 1));
                }
            }
        }
        Set<String> texts = new TreeSet<>(TextsTest.texts(language).values());
        Set<String> ours = new TreeSet<>();
        for (Language each : Language.values()) {
            ours.addAll(TextsTest.texts(each).values());
        }
        for (String caption : unrecorded) {
            assertFalse(ours.contains(caption), caption + " is ours");
            for (String text : texts) {
                assertFalse(text.contains(caption), caption + " is of: " + text);
                assertFalse(text.length() > WORD && caption.contains(text), caption + " says: " + text);
            }
        }
        assertTrue(unrecorded.contains("か●●　は●●"), "what was written: " + unrecorded);
        assertTrue(unrecorded.stream().noneMatch(caption -> caption.contains("昭和62") || caption.contains("1987")));
        unrecorded.forEach(caption -> assertFalse(DAY.matcher(caption).find(), caption));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void screen_ofEachStage_saysSomethingOfItself(Language language) {
        for (Stage stage : Stage.values()) {
            if (stage == Stage.ENDED) {
                continue; // says why, and without a reason nothing
            }
            String html = html(SampleScreens.usual(stage, language));
            assertTrue(html.contains("<h1 data-say="), html);
        }
    }

    /** What the style sheet hides, the voice and its captions hide, too. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void personal_thatIsMasked_isNotSaid(Language language) {
        int masked = 0;
        for (String html : drawn(language)) {
            String said = String.join("\n", lines(html));
            for (MatchResult plain : PLAIN.matcher(html).results().toList()) {
                masked++;
                assertFalse(said.contains(HtmlEscape.unescapeHtml(plain.group(1))), plain.group(1));
            }
        }
        assertTrue(masked > 0);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void pinKey_ofEachDigit_saysNoDigit(Language language) {
        String html = html(SampleScreens.usual(Stage.ENTER_PIN, language));
        int digits = 0;
        for (String tag :
                TAG.matcher(html).results().map(match -> match.group()).toList()) {
            if (tag.matches("(?s).*data-pin=\"[0-9]\".*")) {
                digits++;
                assertEquals(
                        Sayings.of(language)
                                .text("voice.digit")
                                .get(0)
                                .recording()
                                .words(),
                        String.join("", words(tag)));
            }
        }
        assertEquals(10, digits);
    }

    /** What somebody who sees finds for themselves, and what cannot be done by ear. */
    @ParameterizedTest
    @CsvSource({
        "GIVE_CHANGE, where.money",
        "RETURN_MONEY, where.money",
        "PRINT, where.paper",
        "PRINT_SLIP, where.paper",
        "TAKE_PAPER, where.paper",
        "ENTER_PASSWORD, by-eye",
        "WRITE_DOMICILE, by-eye",
        "WRITE_HEAD, by-eye",
        "WELCOME, at.welcome",
        "PLACE_CARD, at.place-card",
        "ENTER_PIN, at.enter-pin",
        "ENTER_NEW_PIN, at.enter-new-pin",
        "REPEAT_NEW_PIN, at.repeat-new-pin",
        "CHOOSE_PURPOSE, at.choose-purpose",
        "CHOOSE_FITTING, at.choose-fitting",
        "CHOOSE_OPTIONS, at.choose-options",
        "CONFIRM, at.confirm",
        "PAY, at.pay",
        "SHOW_CERTIFICATES, at.show-certificates"
    })
    void hand_ofWhoeverDoesNotSee_isToldWhereToGo(Stage stage, String text) {
        for (Language language : Language.values()) {
            String told = Narrator.script(Sayings.of(language).text("voice." + text));
            assertFalse(told.isEmpty(), text);
            String html = HtmlEscape.unescapeHtml(html(SampleScreens.usual(stage, language)));
            assertTrue(html.contains(told), language + ": " + html);
        }
    }

    /** When a coin drops only the amounts change, and only they are said anew. */
    @Test
    void amount_ofEachRow_isSaidWithWhatItIs() {
        String html = html(SampleScreens.usual(Stage.PAY, Language.JA));
        List<String> rows = TAG.matcher(html)
                .results()
                .map(match -> match.group())
                .filter(tag -> tag.startsWith("<dd"))
                .map(tag -> String.join(" ", words(tag)))
                .toList();
        assertEquals(List.of("手数料 600円", "入れた金額 0円", "あと 600円"), rows);
        assertFalse(html.contains("<dt data-say"), html);
    }

    @Test
    void screen_withoutANarrator_isMute() {
        String html =
                new ScreenRenderer(model, new StaticFiles().paths()).main(SampleScreens.usual(Stage.PAY, Language.JA));
        assertFalse(html.contains("data-say"), html);
    }

    /** The narrator adds attributes; what is shown stays as it was. */
    @Test
    void screen_withANarrator_showsTheSame() {
        ScreenRenderer without = new ScreenRenderer(model, new StaticFiles().paths());
        for (Screen screen : screens(Language.JA)) {
            Screen next = next(screen);
            assertEquals(
                    without.main(next),
                    filled(next)
                            .replaceAll(" data-(say|guide|how|over|chosen|unchosen|nothing|volume)=\"[^\"]*\"", ""));
        }
    }

    private static List<Screen> screens(Language language) {
        return SampleScreens.all().stream()
                .filter(screen -> screen.visit().language() == language)
                .toList();
    }

    private List<String> drawn(Language language) {
        return drawn.computeIfAbsent(
                language, each -> screens(each).stream().map(this::html).toList());
    }

    private String html(Screen screen) {
        return filled(next(screen));
    }

    /** As a new screen, so that its keys are its own. */
    private Screen next(Screen screen) {
        Screen next = new Screen(screen.visit(), ++number, screen.revision(), screen.until());
        keys.follow(next);
        return next;
    }

    private String filled(Screen screen) {
        return templates.fill(
                "screens/" + screen.visit().stage().slug(),
                screen.visit().language().locale(),
                Map.of(
                        "view",
                        model.of(screen, false),
                        Narrator.NAME,
                        new Narrator(screen.visit().language(), Guide.of(screen.visit()), 1)));
    }

    private static List<String> lines(String html) {
        List<String> lines = new ArrayList<>();
        SCRIPT.matcher(html)
                .results()
                .map(match -> HtmlEscape.unescapeHtml(match.group(1)))
                .forEach(script -> lines.addAll(List.of(script.split("\n"))));
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private List<String> words(String html) {
        return lines(html).stream()
                .map(line -> RECORDED.getOrDefault(line.substring(0, line.indexOf(' ')), "?"))
                .toList();
    }
}
