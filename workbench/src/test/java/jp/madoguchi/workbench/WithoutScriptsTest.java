package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static jp.madoguchi.workbench.KioskBrowser.attribute;
import static jp.madoguchi.workbench.KioskBrowser.dots;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.workbench.screens.Walk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Where the page's scripts never come: every service but the issuing, by plain forms alone. Each test begins and ends at the welcome. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutScriptsTest {
    private static final String RESIDENT = "aomori-hanako";

    private final KioskBrowser browser = new KioskBrowser();
    private final Workbench world;
    private final Page screen;

    WithoutScriptsTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
        BrowserContext person = browser.person(1080, 1920);
        person.route("**/*.js", Route::abort);
        screen = KioskBrowser.open(person, world);
    }

    @AfterEach
    void end() {
        world.readers().take();
        assertEquals("undefined", screen.evaluate("typeof htmx"));
    }

    @AfterAll
    void stop() {
        browser.close();
        world.close();
    }

    private void begin(String languages, String service) {
        at(screen, "welcome");
        screen.click("#" + languages + "-languages summary");
        screen.click("[data-do=begin][data-service=" + service + "][data-lang=en]");
        at(screen, "place-card");
        assertEquals(
                0, screen.evaluate("document.getAnimations().length"), "it is loaded anew, and would move for ever");
    }

    private void tap(String button, String next) {
        screen.click(button);
        at(screen, next);
    }

    private void enter(String pin, String next) {
        for (int i = 0; i < pin.length(); i++) {
            screen.click("[data-pin='" + pin.charAt(i) + "']");
            dots(screen, i + 1);
        }
        tap("[data-do=pin-entered]", next);
    }

    private void leave(String end) {
        at(screen, "ended");
        assertEquals(end, attribute(screen, "data-end"));
        world.readers().take();
        screen.waitForSelector("main[data-stage=ended]:not(:has([role=alert]))");
        tap("[data-do=acknowledge]", "welcome");
    }

    @Test
    void practice_comesToItsSpecimen() {
        begin("practice", "practice");
        tap("[data-do=acknowledge]", "enter-pin");
        enter("0000", "take-card");
        tap("[data-do=acknowledge]", "choose-document");
        tap("[data-do=choose][data-kind=residence-record]", "choose-options");
        tap("[data-do=options]", "confirm");
        tap("[data-do=confirm]", "pay");
        tap("[data-do=coin][data-yen='500']", "take-paper");
        tap("[data-do=acknowledge]", "welcome");
        assertEquals(List.of(), world.printer().printed(), "no paper");
    }

    @Test
    void pin_isChanged() throws IOException {
        begin("pin-change", "pin-change");
        world.readers().place(world.cards().open("kakuu-ichiro"));
        at(screen, "enter-pin");
        enter("1234", "enter-new-pin");
        enter("1111", "enter-new-pin");
        screen.waitForSelector("[data-flaw]");
        enter("5937", "repeat-new-pin");
        enter("5937", "ended");
        leave("pin-changed");
    }

    @Test
    void certificates_areShown() throws IOException {
        begin("check", "certificate-check");
        world.readers().place(world.cards().open(RESIDENT));
        at(screen, "show-certificates");
        screen.click("[data-do=page][data-page=signature]");
        screen.waitForSelector(".body[data-page=signature]");
        tap("[data-do=open]", "enter-password");
        String password = "TEST1234";
        for (int i = 0; i < password.length(); i++) {
            screen.click("[data-key='" + password.charAt(i) + "']");
            screen.waitForSelector("#password-dots[data-count='" + (i + 1) + "']");
        }
        tap("[data-do=password-entered]", "show-certificates");
        screen.waitForSelector("[data-row=policy]");
        world.readers().take();
        leave("checked");
    }

    @Test
    void registration_isFiled() throws IOException {
        new Walk(world, screen, "en", "mishinkoku-toya", "residence-record").to("choose-document");
        tap("[data-do=register]", "write-domicile");
        for (String next : List.of("write-head", "confirm-registration")) {
            screen.click("[data-key='か']");
            screen.waitForSelector("[data-written]:text-is('か')");
            tap("[data-do=written]", next);
        }
        tap("[data-do=confirm]", "registration-filed");
        assertEquals("pending", screen.getAttribute("[data-registration]", "data-registration"));
        tap("[data-do=acknowledge]", "welcome");
    }
}
