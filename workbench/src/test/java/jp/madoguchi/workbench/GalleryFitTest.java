package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.web.DeskGallery;
import jp.madoguchi.kiosk.web.ScreenGallery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Every screen that can happen, in every language, has room for what it says, upright and wide. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryFitTest {
    private static final int FEWEST = 400;
    private static final int[] WIDE = {1280, 800};
    private static final int[] UPRIGHT = {1080, 1920};

    /** Two troubles at once: the second is below the first. */
    private static final String SCROLLS = "home-two.html";

    private final KioskBrowser browser = new KioskBrowser();
    private final List<Path> pages;

    GalleryFitTest(@TempDir Path directory) throws IOException {
        ScreenGallery.write(directory);
        DeskGallery.write(directory.resolve("desk"));
        try (Stream<Path> files = Files.walk(directory)) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.toString().endsWith(SCROLLS))
                    .sorted()
                    .toList();
        }
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    /** Turning the screen is quicker than showing the page again. */
    @Test
    void screen_ofEachKindAndLanguage_showsAllThatItSays() {
        Set<String> seen = new HashSet<>();
        List<Executable> misfits = new ArrayList<>();
        try (BrowserContext person = browser.person(WIDE[0], WIDE[1])) {
            Page screen = person.newPage();
            int[] next = UPRIGHT;
            for (Path page : pages) {
                screen.navigate(page.toUri().toString());
                if (seen.add(KioskBrowser.attribute(screen, "data-stage") + screen.innerText("body"))) {
                    fit(screen, misfits);
                    screen.setViewportSize(next[0], next[1]);
                    next = next == UPRIGHT ? WIDE : UPRIGHT;
                    fit(screen, misfits);
                }
            }
        }
        assertAll(misfits);
        assertTrue(seen.size() > FEWEST, seen.size() + " screens");
    }

    private static void fit(Page screen, List<Executable> misfits) {
        fitOnce(screen, misfits);
        if (screen.locator("summary").count() > 0) {
            screen.click("summary");
            fitOnce(screen, misfits);
            screen.click("summary");
        }
    }

    private static void fitOnce(Page screen, List<Executable> misfits) {
        try {
            ScreenRules.fit(screen);
        } catch (AssertionError misfit) {
            misfits.add(() -> {
                throw misfit;
            });
        }
    }
}
