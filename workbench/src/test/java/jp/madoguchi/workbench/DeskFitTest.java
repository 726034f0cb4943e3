package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.web.DeskGallery;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the staff's desk has room for what it says, upright and wide. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskFitTest {
    private static final int FEWEST = 30;
    private static final int[] WIDE = {1280, 800};
    private static final int[] UPRIGHT = {1080, 1920};

    /** Two troubles at once: the second is below the first. */
    private static final String SCROLLS = "home-two.html";

    private final KioskBrowser browser = new KioskBrowser();
    private final List<Path> pages;

    DeskFitTest(@TempDir Path directory) throws IOException {
        DeskGallery.write(directory);
        try (Stream<Path> files = Files.walk(directory)) {
            Map<String, Path> unlike = new LinkedHashMap<>();
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".html") && !file.toString().endsWith(SCROLLS)) {
                    unlike.putIfAbsent(words(file), file);
                }
            }
            pages = List.copyOf(unlike.values());
        }
    }

    /** Two pages that say the same take the same room. */
    private static String words(Path file) throws IOException {
        Element body = Jsoup.parse(file.toFile()).body();
        return body.select("main").attr("data-stage") + body.text();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    /** Turning the screen is quicker than showing the page again. */
    @Test
    void page_ofEachKind_showsAllThatItSays() {
        List<Executable> misfits = new ArrayList<>();
        try (BrowserContext person = browser.person(WIDE[0], WIDE[1])) {
            Page screen = person.newPage();
            int[] next = UPRIGHT;
            for (Path page : pages) {
                screen.navigate(page.toUri().toString());
                fit(screen, misfits);
                screen.setViewportSize(next[0], next[1]);
                next = next == UPRIGHT ? WIDE : UPRIGHT;
                fit(screen, misfits);
            }
        }
        assertAll(misfits);
        assertTrue(pages.size() > FEWEST, pages.size() + " pages");
    }

    private static void fit(Page screen, List<Executable> misfits) {
        try {
            ScreenRules.fit(screen);
        } catch (AssertionError misfit) {
            misfits.add(() -> {
                throw misfit;
            });
        }
    }
}
