package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.web.ScreenGallery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With an aid a screen owes what every screen owes, and what the aid promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AidsFitTest {
    private static final int FEWEST = 100;
    private static final int[] WIDE = {1280, 800};
    private static final int[] UPRIGHT = {1080, 1920};

    /** Japanese, what most others read, and the longest: no text was wider than a Vietnamese one. */
    private static final Set<Language> LANGUAGES = Set.of(Language.JA, Language.EN, Language.VI);

    /** A screen with all that help opens. */
    private static final String WITH_HELP = "-ja-place-card.html";

    private final KioskBrowser browser = new KioskBrowser();

    static Stream<Arguments> aids() {
        return Stream.of(
                Arguments.of(Set.of(Aid.LARGE)),
                Arguments.of(Set.of(Aid.LOW)),
                Arguments.of(Set.of(Aid.LARGE, Aid.CONTRAST, Aid.LOW, Aid.CALM, Aid.SHUFFLE)));
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    private static List<Path> kinds(Path directory, Set<Aid> aids, Set<Language> languages) throws IOException {
        ScreenGallery.writeKinds(directory, aids, languages);
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> kinds = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
            assertTrue(kinds.size() > FEWEST, kinds.size() + " screens");
            return kinds;
        }
    }

    @ParameterizedTest
    @MethodSource("aids")
    void screen_withAids_keepsTheRulesAndTheirPromise(Set<Aid> aids, @TempDir Path directory) throws IOException {
        List<Path> kinds = kinds(directory, aids, LANGUAGES);
        List<String> misfits = new ArrayList<>();
        for (int[] display : List.of(WIDE, UPRIGHT)) {
            try (BrowserContext person = browser.person(display[0], display[1])) {
                misfits.addAll(new GalleryPage(person.newPage(), kinds).misfits());
            }
        }
        assertEquals("", String.join("\n", misfits));
    }

    /** Contrast gives colours another value and moves nothing: colours are the same in every language, upright and wide. */
    @Test
    void screen_withContrast_hasNoBarrierAndColoursFarEnoughApart(@TempDir Path directory) throws IOException {
        ScreenRules rules = new ScreenRules();
        List<String> misfits = new ArrayList<>();
        try (BrowserContext person = browser.person(UPRIGHT[0], UPRIGHT[1])) {
            Page page = person.newPage();
            List<Path> kinds = kinds(directory, Set.of(Aid.CONTRAST), Set.of(Language.JA, Language.EN));
            GalleryPage gallery = new GalleryPage(page, kinds);
            for (Path screen : kinds) {
                gallery.show(screen);
                rules.barriers(page).forEach(wrong -> misfits.add(screen.getFileName() + ": " + wrong));
                if (screen.toString().endsWith(WITH_HELP)) {
                    for (String help : List.of(".aids summary", "#languages summary")) {
                        page.click(help);
                        rules.barriers(page).forEach(wrong -> misfits.add(help + ": " + wrong));
                    }
                }
            }
        }
        assertEquals("", String.join("\n", misfits));
    }
}
