package jp.madoguchi.workbench.screens;

import static jp.madoguchi.workbench.KioskBrowser.attribute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.workbench.Desk;
import jp.madoguchi.workbench.KioskBrowser;
import jp.madoguchi.workbench.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Hands do to the screen what they like: it stays as it is, or goes on as it may, and nobody loses money or is served twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbuseTest {
    private static final List<String> STAGES = List.of(
            "welcome", "place-card", "enter-pin", "choose-document", "choose-options", "confirm", "pay", "take-paper");

    private final KioskBrowser browser = new KioskBrowser();
    private final Workbench world;
    private int printed;

    AbuseTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
    }

    @AfterAll
    void stop() {
        browser.close();
        world.close();
    }

    @BeforeEach
    void count() {
        world.cash().takeCoins();
        printed = world.printer().printed().size();
    }

    /** A display that one touches. */
    private BrowserContext person() {
        return browser.person(new Browser.NewContextOptions()
                .setViewportSize(Orientation.UPRIGHT.width, Orientation.UPRIGHT.height)
                .setHasTouch(true));
    }

    @Test
    void screen_ofEachStage_staysAsItIs_whateverHandsDo() throws IOException {
        Random random = new Random(6);
        try (BrowserContext person = person()) {
            Page screen = KioskBrowser.open(person, world);
            CDPSession chromium = person.newCDPSession(screen);
            Walk walk = new Walk(world, screen, "en");
            for (String stage : STAGES) {
                walk.to(stage);
                String before = standing(screen);
                for (Mischief mischief : Mischief.values()) {
                    mischief.to(screen, chromium);
                    screen.waitForSelector("main[data-stage=" + stage + "]");
                    assertEquals(before, standing(screen), stage + " after " + mischief);
                }
                Mischief.tapBesideButtons(screen, random, 15);
                assertEquals(before, standing(screen), stage + " after taps beside its buttons");
            }
            walk.to("welcome");
            assertEquals(printed + 2, world.printer().printed().size(), "one document, one receipt");
            assertEquals(200, world.cash().tray(), "the change");
        }
    }

    /** Which screen, what it says, and how it lies in the display. */
    private static String standing(Page screen) {
        return attribute(screen, "data-screen") + " " + screen.innerText("main") + screen.evaluate("""
                [visualViewport.scale, visualViewport.offsetTop, devicePixelRatio, innerWidth, scrollX, scrollY, getSelection().toString(),
                  document.querySelector('.body').scrollTop, location.href].join()""");
    }

    @Test
    void button_tappedTwiceAtOnce_isTappedOnce() throws IOException {
        try (BrowserContext person = person()) {
            Page screen = KioskBrowser.open(person, world);
            Walk walk = new Walk(world, screen, "en").to("choose-options");
            BoundingBox box = screen.locator("[data-do=options]").boundingBox();
            double x = box.x + box.width / 2;
            double y = box.y + box.height / 2;
            screen.touchscreen().tap(x, y);
            screen.touchscreen().tap(x, y);
            KioskBrowser.at(screen, "confirm");
            // What the second tap did, it has done when this one is answered: taps are taken in their order.
            screen.click("#languages summary");
            screen.click("[data-do=language][data-lang=ja]");
            screen.waitForSelector("main[data-language=ja]");
            assertEquals("confirm", walk.stage(), "nobody confirmed what was not read");
            screen.click("[data-do=cancel]");
            KioskBrowser.at(screen, "ended");
            walk.to("welcome");
        }
    }

    /** What fifty taps a second on one button lead to is what one leads to. */
    @Test
    void buttons_tappedFiftyTimesASecond_makeOneVisitAndOneOrder() throws IOException {
        try (BrowserContext person = person()) {
            Page screen = KioskBrowser.open(person, world);
            Walk walk = new Walk(world, screen, "en");
            VisitId visit = world.kiosk().screen().visit().id();
            tapFast(screen, screen.locator("[data-do=begin][data-lang=en]").first(), 50);
            walk.to("confirm");
            tapFast(screen, screen.locator("[data-do=confirm]"), 50);
            walk.to("take-paper");
            assertEquals(visit, world.kiosk().screen().visit().id(), "one visit");
            walk.to("welcome");
            assertEquals(printed + 2, world.printer().printed().size(), "one document, one receipt");
            assertEquals(200, world.cash().tray(), "the change");
        }
    }

    private static void tapFast(Page screen, Locator button, int times) {
        BoundingBox box = button.boundingBox();
        for (int i = 0; i < times; i++) {
            screen.touchscreen().tap(box.x + box.width / 2, box.y + box.height / 2);
        }
    }

    /** Keys of the pad count each time, and no digit is typed for a screen that has gone. */
    @Test
    void pinKey_tappedFiftyTimesASecond_typesFourDigits() throws IOException {
        try (BrowserContext person = person()) {
            Page screen = KioskBrowser.open(person, world);
            Walk walk = new Walk(world, screen, "en").to("enter-pin");
            tapFast(screen, screen.locator("[data-pin='9']"), 50);
            KioskBrowser.dots(screen, 4);
            screen.click("[data-pin=clear]");
            KioskBrowser.dots(screen, 0);
            walk.to("choose-document");
            screen.click("[data-do=cancel]");
            KioskBrowser.at(screen, "ended");
            walk.to("welcome");
        }
    }

    /** A child plays: three hundred taps anywhere, coins and a card among them. */
    @Test
    void display_tappedAnywhere_isWellAfterwards() throws IOException {
        Random random = new Random(2026);
        int box = world.cash().tray();
        try (BrowserContext person = person()) {
            Page screen = KioskBrowser.open(person, world);
            for (int i = 0; i < 300; i++) {
                screen.touchscreen()
                        .tap(random.nextInt(Orientation.UPRIGHT.width), random.nextInt(Orientation.UPRIGHT.height));
                if (i % 40 == 10) {
                    world.readers().place(world.cards().open("aomori-hanako"));
                } else if (i % 40 == 30) {
                    world.readers().take();
                }
                assertTrue(screen.url().matches(".*(/|/staff)$"), screen.url());
            }
            world.readers().take();
            screen.navigate(world.kiosk().address().toString());
            while (!attribute(screen, "data-stage").equals("welcome")) {
                leave(screen);
            }
            new Walk(world, screen, "en").to("take-paper").to("welcome");
            assertEquals(printed + 2, world.printer().printed().size(), "one document, one receipt");
            assertEquals(box + 200, world.cash().tray(), "the change");
        }
    }

    /** Ends whatever is on the screen. By one look, for the card was taken a moment ago: the screen may go on by itself meanwhile. */
    private static void leave(Page screen) {
        Object was = screen.evaluate("""
                () => {
                  document.querySelector('[data-do=acknowledge], [data-do=cancel]')?.click();
                  return document.getElementById('screen').dataset.screen;
                }""");
        screen.waitForFunction("was => document.getElementById('screen').dataset.screen !== was", was);
    }
}
