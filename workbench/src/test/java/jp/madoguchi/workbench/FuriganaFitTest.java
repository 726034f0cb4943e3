package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.web.ScreenGallery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** With the readings above its words a screen still shows all that it says, and its lines stay even. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuriganaFitTest {
    private static final int FEWEST = 60;
    private static final int[][] SIZES = {{1080, 1920}, {1280, 800}};

    /** Paragraphs of several lines whose lines are not equally far from each other. */
    private static final String UNEVEN = """
            () => [...document.querySelectorAll('.body :is(h1, p)')]
              .filter(part => part.checkVisibility() && part.querySelector('ruby') && !part.querySelector('.also'))
              .map(part => {
                const words = document.createTreeWalker(part, NodeFilter.SHOW_TEXT,
                  node => node.parentElement.closest('rt') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
                const sizes = new Set();
                const tops = new Set();
                while (words.nextNode()) {
                  const range = document.createRange();
                  range.selectNodeContents(words.currentNode);
                  sizes.add(getComputedStyle(words.currentNode.parentElement).fontSize);
                  [...range.getClientRects()].forEach(box => tops.add(Math.round(box.bottom)));
                }
                const lines = [...tops].sort((a, b) => a - b).filter((top, i, all) => i === 0 || top - all[i - 1] > 4);
                const steps = lines.slice(1).map((top, i) => top - lines[i]);
                return sizes.size === 1 && Math.max(...steps) - Math.min(...steps) > 2 ? steps + ' ' + part.textContent.trim() : '';
              })
              .filter(uneven => uneven)""";

    private final KioskBrowser browser = new KioskBrowser();

    @AfterAll
    void stop() {
        browser.close();
    }

    /** The last of each kind: those that come later in the gallery say more. */
    private static List<Path> kinds(Path directory) throws IOException {
        Map<String, Path> kinds = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.matches("\\d+-ja-.*\\.html")) {
                    kinds.put(name.substring(name.indexOf('-')), file);
                }
            }
        }
        return List.copyOf(kinds.values());
    }

    @Test
    void screen_withReadings_showsAllThatItSaysInEvenLines(@TempDir Path directory) throws IOException {
        new ScreenGallery().write(directory, Set.of(Aid.RUBY));
        List<Path> pages = kinds(directory);
        List<Executable> misfits = new ArrayList<>();
        for (int[] size : SIZES) {
            try (BrowserContext person = browser.person(size[0], size[1])) {
                Page screen = person.newPage();
                for (Path page : pages) {
                    screen.navigate(page.toUri().toString());
                    check(screen, page, misfits);
                    if (page.toString().contains("place-card")
                            && !page.toString().contains("warned")) {
                        screen.click(".aids summary");
                        check(screen, page, misfits);
                    }
                }
            }
        }
        assertAll(misfits);
        assertTrue(pages.size() > FEWEST, pages.size() + " screens");
    }

    private static void check(Page screen, Path page, List<Executable> misfits) {
        try {
            ScreenRules.fit(screen);
            assertEquals(List.of(), screen.evaluate(UNEVEN), "uneven lines");
        } catch (AssertionError misfit) {
            misfits.add(() -> {
                throw new AssertionError(page.getFileName().toString(), misfit);
            });
        }
    }
}
