package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.web.ScreenGallery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With an aid a screen owes what every screen owes, and what the aid promises. One of each kind, in Japanese and in English. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AidsFitTest {
    private static final Pattern KIND = Pattern.compile("\\d+-(ja|en)-(.*)\\.html");
    private static final int FEWEST = 100;
    /** The panel is much the same everywhere: it is opened on one in so many. */
    private static final int SOME = 10;

    private static final int[][] SIZES = {{1080, 1920}, {1280, 800}};

    private final KioskBrowser browser = new KioskBrowser();
    private final ScreenRules rules = new ScreenRules();

    AidsFitTest() throws IOException {}

    static Stream<Arguments> aids() {
        return Stream.of(
                Arguments.of(Set.of(Aid.LARGE)),
                Arguments.of(Set.of(Aid.CONTRAST)),
                Arguments.of(Set.of(Aid.LOW)),
                Arguments.of(Set.of(Aid.LARGE, Aid.CONTRAST, Aid.LOW, Aid.CALM, Aid.SHUFFLE)));
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    /** The last of each kind: those that come later in the gallery say more. */
    private static List<Path> kinds(Path directory) throws IOException {
        Map<String, Path> kinds = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = KIND.matcher(file.getFileName().toString());
                if (name.matches()) {
                    kinds.put(name.group(1) + name.group(2), file);
                }
            }
        }
        return List.copyOf(kinds.values());
    }

    @ParameterizedTest
    @MethodSource("aids")
    void screen_withAids_keepsTheRulesAndTheirPromise(Set<Aid> aids, @TempDir Path directory) throws IOException {
        ScreenGallery.write(directory, aids);
        List<Path> pages = kinds(directory);
        List<Executable> misfits = new ArrayList<>();
        for (int[] size : SIZES) {
            try (BrowserContext person = browser.person(size[0], size[1])) {
                Page screen = person.newPage();
                for (int i = 0; i < pages.size(); i++) {
                    Path page = pages.get(i);
                    screen.navigate(page.toUri().toString());
                    check(screen, page, aids, misfits);
                    boolean warned = page.getFileName().toString().contains("warned");
                    if (i % SOME == 0 && !warned) {
                        screen.click(".aids summary");
                        check(screen, page, aids, misfits);
                    }
                }
            }
        }
        assertAll(misfits);
        assertTrue(pages.size() > FEWEST, pages.size() + " screens");
    }

    private void check(Page screen, Path page, Set<Aid> aids, List<Executable> misfits) {
        try {
            if (aids.equals(Set.of(Aid.CONTRAST)) && screen.viewportSize().width == SIZES[0][0]) {
                rules.hold(screen); // colours are the same upright and wide
            } else {
                ScreenRules.fit(screen);
            }
            if (aids.contains(Aid.LOW)) {
                ScreenRules.low(screen);
            }
        } catch (AssertionError misfit) {
            misfits.add(() -> {
                throw new AssertionError(page.getFileName() + " " + aids, misfit);
            });
        }
    }
}
