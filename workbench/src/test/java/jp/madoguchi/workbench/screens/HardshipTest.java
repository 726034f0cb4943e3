package jp.madoguchi.workbench.screens;

import static jp.madoguchi.workbench.KioskBrowser.attribute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.workbench.Desk;
import jp.madoguchi.workbench.KioskBrowser;
import jp.madoguchi.workbench.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A visit comes to its end with a browser that is slow, is killed, or runs no script; and nothing of it leaves the machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardshipTest {
    private final Workbench world;
    private int printed;

    HardshipTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @BeforeEach
    void count() {
        world.cash().takeCoins();
        printed = world.printer().printed().size();
    }

    private void assertPrintedOnce() {
        assertEquals(printed + 2, world.printer().printed().size(), "one document, one receipt");
        assertEquals(200, world.cash().tray(), "the change");
    }

    @Test
    void visit_withoutScripts_comesToItsPaper() throws IOException {
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1080, 1920)) {
            person.route("**/*.js", Route::abort);
            Page screen = KioskBrowser.open(person, world);
            Walk walk = new Walk(world, screen, "en").to("choose-options");
            screen.click("#languages summary");
            screen.click("[data-do=language][data-lang=ja]");
            screen.waitForSelector("main[data-language=ja][data-stage=choose-options]");
            walk.to("take-paper");
            assertPrintedOnce();
            assertEquals("undefined", screen.evaluate("typeof htmx"));
            walk.to("welcome");
        }
    }

    @Test
    void visit_inASlowBrowser_comesToItsPaper() throws IOException {
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1080, 1920)) {
            Page screen = KioskBrowser.open(person, world);
            CDPSession chromium = person.newCDPSession(screen);
            JsonObject slow = new JsonObject();
            slow.addProperty("rate", 6);
            chromium.send("Emulation.setCPUThrottlingRate", slow);
            screen.evaluate("window.opened = 'once'");
            Walk walk = new Walk(world, screen, "ja").to("take-paper");
            assertPrintedOnce();
            assertEquals("once", screen.evaluate("window.opened"), "the page was never loaded anew");
            walk.to("welcome");
        }
    }

    @Test
    void browser_killedAtAnyStage_isBackAtTheSameScreen() throws IOException {
        List<String> stages = List.of("place-card", "enter-pin", "choose-options", "confirm", "pay", "take-paper");
        Optional<String> before = Optional.empty();
        for (String stage : stages) {
            before = Optional.of(killedAt(stage, before));
        }
        assertPrintedOnce();
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1280, 800)) {
            new Walk(world, KioskBrowser.open(person, world), "en").to("welcome");
        }
    }

    /** Opened after the last kill, goes on to this stage, and is killed; {@code before}, {@code after}: what stood on the screen. */
    private String killedAt(String stage, Optional<String> before) throws IOException {
        try (KioskBrowser browser = new KioskBrowser()) {
            BrowserContext person = browser.person(1280, 800);
            Page screen = KioskBrowser.open(person, world);
            before.ifPresent(stood -> assertEquals(stood, standing(screen)));
            Walk walk = new Walk(world, screen, "en").to(stage);
            if (stage.equals("enter-pin")) {
                walk.type(0, 2);
            }
            String stands = standing(screen);
            browser.kill();
            return stands;
        }
    }

    /** With the screen's number, and the dots of a PIN that was begun. */
    private static String standing(Page screen) {
        return attribute(screen, "data-screen") + " " + attribute(screen, "data-language") + " "
                + screen.innerText(".body") + screen.locator(".dot.full").count();
    }

    @Test
    void visit_leavesNothingButTheLoopback(@TempDir Path logs) throws IOException {
        Path log = logs.resolve("net.json");
        try (KioskBrowser browser = new KioskBrowser(List.of("--log-net-log=" + log));
                BrowserContext person = browser.person(1080, 1920)) {
            new Walk(world, KioskBrowser.open(person, world), "easy")
                    .to("take-paper")
                    .to("welcome");
        }
        NetLog seen = NetLog.read(log);
        assertEquals(List.of(), seen.outside(), "went elsewhere");
        assertTrue(seen.inside() > 20, seen.inside() + " requests to the kiosk");
    }

    /** What the log is read for, it finds. */
    @Test
    void netLog_ofAPageThatAsksElsewhere_tellsIt(@TempDir Path logs) throws IOException {
        Path log = logs.resolve("net.json");
        try (KioskBrowser browser = new KioskBrowser(List.of("--log-net-log=" + log));
                BrowserContext person = browser.person(1080, 1920)) {
            Page page = person.newPage();
            AtomicBoolean refused = new AtomicBoolean();
            page.onRequestFailed(request -> refused.set(true));
            page.setContent("<img src='http://127.0.0.2:9/pixel.png'>");
            page.waitForCondition(refused::get);
        }
        assertNotEquals(List.of(), NetLog.read(log).outside());
    }
}
