package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.Screen;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Readings stand above the words of whoever asked for them, and nothing else is another than without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // templates are parsed and texts are read once
class FuriganaTest {
    private static final String READ = "<with-readings>の<ruby>写<rt>うつ</rt></ruby>し</with-readings>";

    private static final Document.OutputSettings AS_IT_IS = new Document.OutputSettings().prettyPrint(false);

    private final Furigana furigana = new Furigana();
    private final Keypads keys = new Keypads(new Pads(), new SecureRandom());
    private final ScreenRenderer renderer = new ScreenRenderer(
            new ScreenModel("K-0001", true, Set.of(100, 500, 1000), SampleScreens.CLOCK, keys),
            new StaticFiles().paths());

    private static List<Screen> screens(Language language) {
        return SampleScreens.all().stream()
                .filter(screen -> screen.visit().language() == language)
                .toList();
    }

    private String main(Screen screen) {
        keys.follow(screen);
        return renderer.main(screen);
    }

    private static Document parsed(String html) {
        return Jsoup.parse(html, Parser.htmlParser().setTrackErrors(100)).outputSettings(AS_IT_IS);
    }

    /** As the page was before, if nothing else was done to it. */
    private static String unread(Document page) {
        page.select("rt").remove();
        page.select("ruby, with-readings").forEach(Element::unwrap);
        return page.outerHtml();
    }

    @Test
    void titles_inEasyJapanese_haveTheirReadingsInOnePiece() {
        List<String> marked = screens(Language.EASY).stream()
                .flatMap(screen -> parsed(main(screen)).select("h1 > in-brackets").eachText().stream())
                .distinct()
                .toList();
        assertTrue(marked.containsAll(List.of("（しょうめいしょ）", "（あんしょうばんごう）", "押（お）")), marked.toString());
    }

    @Test
    void readings_onEveryScreen_changeNothingElse() {
        List<Screen> screens = screens(Language.JA);
        for (Screen screen : screens) {
            String plain = main(screen);
            Document read = parsed(furigana.in(plain));
            Document before = parsed(plain);
            assertAll(
                    screen.visit().stage().slug(),
                    () -> assertFalse(read.select("ruby > rt").isEmpty()),
                    () -> assertEquals(
                            before.parser().getErrors().size(),
                            read.parser().getErrors().size()),
                    () -> assertEquals(before.outerHtml(), unread(read)));
        }
        assertTrue(screens.size() > Stage.values().length);
    }

    @Test
    void screen_inJapaneseWithTheAid_hasReadings() {
        for (Screen screen : screens(Language.JA)) {
            String html = main(SampleScreens.with(screen, Set.of(Aid.RUBY)));
            Elements title = Jsoup.parse(html).select("h1");
            boolean kanji = title.text().codePoints().anyMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.HAN);
            assertEquals(kanji, title.select("rt").hasText(), title.toString());
        }
    }

    @Test
    void page_withTheAid_hasReadingsWithinTheScreenAlone() {
        Screen screen = SampleScreens.with(SampleScreens.usual(Stage.PLACE_CARD, Language.JA), Set.of(Aid.RUBY));
        Document page = Jsoup.parse(renderer.page(screen, Secret.fresh(new SecureRandom())));
        assertFalse(page.select("main rt").isEmpty());
        assertEquals(page.select("main rt").size(), page.select("rt").size());
        assertEquals("証明書の窓口", page.title());
    }

    @Test
    void answer_ofAKey_hasReadingsAsTheScreenHas() {
        Screen pin = SampleScreens.with(SampleScreens.usual(Stage.ENTER_PIN, Language.JA), Set.of(Aid.RUBY));
        Screen written = SampleScreens.with(SampleScreens.usual(Stage.WRITE_HEAD, Language.JA), Set.of(Aid.RUBY));
        keys.follow(pin);
        assertTrue(renderer.dots(pin).contains("<ruby>暗証<rt>あんしょう</rt></ruby>"));
        keys.follow(written);
        assertTrue(renderer.written(written).contains("<ruby>次<rt>つぎ</rt></ruby>へ"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void screen_withoutTheAidOrInAnotherLanguage_isAsItWas(Language language) {
        for (Screen screen : screens(language)) {
            String without = main(screen);
            assertFalse(without.contains("<ruby"));
            boolean same = main(SampleScreens.with(screen, Set.of(Aid.RUBY))).equals(without);
            assertEquals(language != Language.JA, same, screen.visit().stage().slug());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void panel_inEachLanguage_offersReadingsInJapaneseAlone(Language language) {
        String html = main(SampleScreens.usual(Stage.PLACE_CARD, language));
        assertEquals(language == Language.JA, html.contains("data-aid=\"ruby\""), html);
        assertTrue(html.contains("data-aid=\"large\""), html);
    }

    @Test
    void page_ofTheStaff_hasNone(@TempDir Path directory) throws IOException {
        DeskGallery.write(directory);
        try (Stream<Path> pages = Files.walk(directory)) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".html")).toList()) {
                assertFalse(Files.readString(page).contains("<ruby"), page.toString());
            }
        }
    }

    static Stream<Arguments> markup() {
        return Stream.of(
                Arguments.of("<p lang=\"ja\">の写し</p>", "<p lang=\"ja\">READ</p>"),
                Arguments.of("<p data-lang=\"en\" title=\"写し\">の写し</p>", "<p data-lang=\"en\" title=\"写し\">READ</p>"),
                Arguments.of("<p lang=\"zh-Hans\">の写し</p>の写し", "<p lang=\"zh-Hans\">の写し</p>READ"),
                Arguments.of(
                        "<i lang=\"en\">の写し<br><i>の写し</i>の写し</i>の写し", "<i lang=\"en\">の写し<br><i>の写し</i>の写し</i>READ"),
                Arguments.of("<i translate=\"no\">の写し</i>の写し", "<i translate=\"no\">の写し</i>READ"),
                Arguments.of(
                        "<svg><title>の写し</title><path d=\"\"/></svg>の写し",
                        "<svg><title>の写し</title><path d=\"\"/></svg>READ"),
                Arguments.of("<script>'の写し'</script>の写し", "<script>'の写し'</script>READ"),
                Arguments.of("<option>の写し</option>の写し", "<option>の写し</option>READ"),
                Arguments.of("<input value=\"写し\" lang=\"en\">の写し", "<input value=\"写し\" lang=\"en\">READ"),
                Arguments.of(
                        "<a x='{\"a\":\">\"}' y=\"1 > 0 の写し\">の写し</a>",
                        "<a x='{\"a\":\">\"}' y=\"1 > 0 の写し\">READ</a>"),
                Arguments.of("<!-- の写し > -->の写し", "<!-- の写し > -->READ"),
                Arguments.of("の写し<main>の写し</main>の写し", "の写し<main>READ</main>の写し"));
    }

    @ParameterizedTest
    @MethodSource("markup")
    void markup_ofEachKind_staysAsItIs(String html, String read) {
        assertEquals(read.replace("READ", READ), furigana.in(html));
    }
}
