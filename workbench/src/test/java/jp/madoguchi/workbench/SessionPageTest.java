package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.SessionPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a display session does at its start: a browser loads the page from a file, and nobody else opens the screen for it. */
class SessionPageTest {
    @TempDir
    Path dir;

    @Test
    void page_loadedFromAFile_opensTheScreen() throws IOException, Kiosk.Unusable {
        try (KioskBrowser browser = new KioskBrowser();
                Workbench bench = Desk.lay(dir)) {
            Path page = dir.resolve("open.html");
            Files.writeString(page, SessionPage.of(dir.resolve("data/control.sock")));
            try (BrowserContext display = browser.person(1080, 1920)) {
                Page screen = display.newPage();
                screen.navigate(page.toUri().toString());
                KioskBrowser.at(screen, "welcome");
                assertEquals(bench.kiosk().address().toString(), screen.url());
            }
        }
    }
}
