package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.web.DeskGallery;
import jp.madoguchi.kiosk.web.ScreenGallery;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every screen that can happen, in every language, has room for what it says, upright and wide. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryFitTest {
    private static final int FEWEST = 1000;
    private static final int FEWEST_OF_THE_DESK = 70;
    private static final int[][] DISPLAYS = {{1280, 800}, {1080, 1920}, {1920, 1080}};

    /** Two troubles at once: the second is below the first. */
    private static final String SCROLLS = "home-two.html";

    private final KioskBrowser browser = new KioskBrowser();

    @AfterAll
    void stop() {
        browser.close();
    }

    @Test
    void screen_ofEachKindAndLanguage_showsAllThatItSays(@TempDir Path directory) throws IOException {
        ScreenGallery.write(directory);
        fit(directory, FEWEST);
    }

    @Test
    void pageOfTheDesk_ofEachKind_showsAllThatItSays(@TempDir Path directory) throws IOException {
        DeskGallery.write(directory);
        fit(directory, FEWEST_OF_THE_DESK);
    }

    private void fit(Path directory, int fewest) throws IOException {
        List<Path> pages = unlike(directory);
        List<String> misfits = new ArrayList<>();
        for (int[] display : DISPLAYS) {
            try (BrowserContext person = browser.person(display[0], display[1])) {
                misfits.addAll(new GalleryPage(person.newPage(), pages).misfits());
            }
        }
        assertEquals("", String.join("\n", misfits));
        assertTrue(pages.size() > fewest, pages.size() + " screens");
    }

    /** Two pages that say the same take the same room. */
    private static List<Path> unlike(Path directory) throws IOException {
        Map<String, Path> unlike = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".html") && !file.toString().endsWith(SCROLLS)) {
                    unlike.putIfAbsent(words(file), file);
                }
            }
        }
        return List.copyOf(unlike.values());
    }

    private static String words(Path file) throws IOException {
        Element body = Jsoup.parse(file.toFile()).body();
        return body.select("main").attr("data-stage") + body.text();
    }
}
