package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jp.madoguchi.kiosk.Kiosk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who knows what it is for and not how the paper is called. */
class PurposeJourneyTest {
    @TempDir
    Path dir;

    private Workbench world;

    @BeforeEach
    void start() throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    /** A first licence wants 本籍, which the office does not tick by itself; what it means can be looked up on the way. */
    @ParameterizedTest
    @CsvSource({"ja, 1080, 1920", "en, 1280, 800"})
    void journey_forALicence_ticksWhatIsAskedFor(String language, int width, int height) throws IOException {
        ScreenRules rules = new ScreenRules();
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(width, height)) {
            Page screen = KioskBrowser.menu(person, world, "aomori-hanako", language);
            screen.click("[data-do=purposes]");
            at(screen, "choose-purpose");
            rules.hold(screen);
            screen.click("[data-do=purpose][data-purpose=driving-licence]");
            at(screen, "choose-fitting");
            rules.hold(screen);
            assertEquals(
                    List.of("residence-record"),
                    screen.locator("[data-do=choose]").all().stream()
                            .map(each -> each.getAttribute("data-kind"))
                            .toList());
            screen.click("[data-do=choose]");
            at(screen, "choose-options");
            rules.hold(screen);
            assertTrue(screen.isChecked("[name='option.domicile'][value=yes]"));
            assertTrue(screen.isChecked("[name='option.my-number'][value=no]"));

            screen.click("label:has([name='option.relationship'][value=yes])");
            screen.click("[data-explain]");
            screen.waitForSelector("#explained:popover-open");
            screen.dispatchEvent("#languages [data-lang=vi]", "click");
            screen.waitForSelector("main[data-language=vi] #explained:popover-open"); // drawn again beneath it
            screen.click("[data-explain-close]");
            assertFalse(screen.isVisible("#explained"));
            assertTrue(screen.isChecked("[name='option.relationship'][value=yes]"), "what was ticked stays");
            screen.click("[data-do=options]");
            at(screen, "confirm");
            screen.click("[data-do=back]");
            at(screen, "choose-options");
            screen.click("[data-do=back]");
            at(screen, "choose-fitting");
            screen.click("[data-do=back]");
            at(screen, "choose-purpose");
            screen.click("[data-do=back]");
            at(screen, "choose-document");
            assertEquals(List.of(), browser.complaints);
        }
    }
}
