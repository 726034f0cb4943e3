package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.workbench.screens.Walk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page makes of a hand, beyond what the kiosk is asked for. */
class HandOnScreenTest {
    private static final int A_MINUTE = 60_000;

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

    /** The answer may draw the screen anew: what the finger is on must have been clicked by then. */
    @Test
    void finger_onAButton_isToldOfWhenItLeaves() throws IOException {
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.menu(person, world, "aomori-hanako", "ja");
            screen.click("[data-do=choose][data-kind=residence-record]");
            at(screen, "choose-options");
            BoundingBox button =
                    Objects.requireNonNull(screen.locator("[data-do=options]").boundingBox());
            screen.mouse().move(button.x + button.width / 2, button.y + button.height / 2);
            screen.mouse().down();
            hear(screen);
            assertEquals(0, told(browser), "while the finger is on it");
            screen.mouse().up();
            at(screen, "confirm");
            assertEquals(1, told(browser));
            assertEquals(List.of(), browser.complaints);
        }
    }

    /** Nobody's hand did that: the languages stay where a finger is about to touch one. */
    @Test
    void languages_thatAreOpen_stayWhenTheScreenIsDrawnAnew() throws IOException {
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.menu(person, world, "aomori-hanako", "ja");
            screen.click("#languages summary");
            String before = KioskBrowser.attribute(screen, "data-revision");
            world.printer().openDoor();
            screen.waitForSelector("main:not([data-revision='" + before + "']) #languages[open]");
            screen.click("#languages [data-lang=en]");
            screen.waitForSelector("main[data-language=en]:not(:has(#languages[open]))");
            assertEquals(List.of(), browser.complaints);
        }
    }

    /** The stream tells of it, too, and earlier. */
    @Test
    void screen_thatATapMade_isNotAskedForOnceMore() throws IOException {
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            new Walk(world, screen, "ja").to("place-card");
            hear(screen);
            int before = asked(browser, "/screen").size();
            for (String language : List.of("en", "zh", "ko", "vi", "pt", "easy", "ja")) {
                KioskBrowser.speak(screen, language);
            }
            hear(screen);
            assertEquals(before + 1, asked(browser, "/screen").size(), "what was heard just now");
            assertEquals(1 + 7, asked(browser, "/tap").size());
            assertEquals(List.of(), browser.complaints);
        }
    }

    /** Something happened after the answer to a tap was drawn, and before it came or was lost: whether it was, and what is spoken then. */
    @ParameterizedTest
    @CsvSource({"false, en", "true, ja"})
    void screen_thatChangedWhileATapWasAnswered_isAskedFor(boolean lost, String spoken) throws IOException {
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            new Walk(world, screen, "ja").to("place-card");
            Deque<Runnable> held = new ArrayDeque<>();
            screen.route("**/tap", asked -> {
                if (lost) {
                    held.add(asked::abort);
                    return;
                }
                APIResponse answer = asked.fetch();
                held.add(() -> asked.fulfill(new Route.FulfillOptions().setResponse(answer)));
            });
            screen.click("#languages summary");
            screen.click("#languages [data-lang=en]");
            screen.waitForCondition(() -> !held.isEmpty());
            tellMeanwhile(screen);
            held.remove().run();
            screen.waitForSelector("main[data-language=" + spoken + "][data-stage=enter-pin]");
            assertEquals(lost, !browser.complaints.isEmpty(), browser.complaints.toString());
        }
    }

    /** A card is laid down, and the page has heard of the screen after it, and does not show it. */
    private void tellMeanwhile(Page screen) throws IOException {
        world.readers().place(world.cards().open("aomori-hanako"));
        screen.waitForCondition(() -> world.kiosk().screen().visit().stage() == Stage.ENTER_PIN);
        screen.waitForFunction("revision => promised >= revision", (double)
                world.kiosk().screen().revision());
        assertEquals("place-card", KioskBrowser.attribute(screen, "data-stage"));
    }

    /** Asks the kiosk something: whatever the page asked before has been seen by then. */
    private static void hear(Page screen) {
        screen.evaluate("fetch('/screen').then(answer => answer.text())");
    }

    private static long told(KioskBrowser browser) {
        return asked(browser, "/here").size();
    }

    private static List<Request> asked(KioskBrowser browser, String path) {
        return browser.requests.stream()
                .filter(request -> path.equals(URI.create(request.url()).getPath()))
                .toList();
    }

    /** A screen that was asked for before the key was pressed knows nothing of its digit, however late it comes. */
    @Test
    void digit_pressedWhileTheScreenIsAskedFor_staysInSight() throws IOException {
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            new Walk(world, screen, "ja").to("enter-pin");
            screen.waitForCondition(
                    () -> world.kiosk().screen().visit().challenge().isPresent()
                            && KioskBrowser.attribute(screen, "data-revision")
                                    .equals(Long.toString(world.kiosk().screen().revision())));
            Deque<Runnable> held = new ArrayDeque<>();
            screen.route("**/screen", asked -> {
                APIResponse answer = asked.fetch();
                held.add(() -> asked.fulfill(new Route.FulfillOptions().setResponse(answer)));
            });
            world.printer().openDoor(); // something else to see, beside the pad
            screen.waitForCondition(() -> !held.isEmpty());
            String before = KioskBrowser.attribute(screen, "data-revision");
            screen.click("[data-pin='1']");
            asked(browser, "/pin").forEach(Request::response); // if it did not wait, it is answered first
            screen.evaluate("fetch(document.scripts[0].src, { cache: 'no-store' }).then(answer => answer.text())");
            held.remove().run();
            screen.waitForSelector("main:not([data-revision='" + before + "'])");
            KioskBrowser.dots(screen, 1);
            assertEquals(List.of(), browser.complaints);
        }
    }

    /** The card is lifted, and before the screen tells of it somebody cancels what stands there. */
    @Test
    void tap_onAScreenThatHasGone_changesNothing() throws IOException {
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            Walk walk = new Walk(world, screen, "ja").to("enter-pin");
            screen.route("**/screen", Route::abort); // the page is told, and does not get to see it
            world.readers().take();
            screen.waitForCondition(() -> world.kiosk().screen().visit().stage() == Stage.ENDED);
            assertEquals("enter-pin", walk.stage());
            screen.click("[data-do=cancel]");
            at(screen, "ended");
            assertEquals("card-removed", KioskBrowser.attribute(screen, "data-end"), "and not cancelled");
            screen.unroute("**/screen");
            walk.to("welcome");
        }
    }

    @Test
    void panel_leftOpenWhileNobodyIsServed_isShutForTheNext() {
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1280, 800)) {
            Page screen = person.newPage();
            screen.clock().install();
            screen.setContent(
                    "<form method=post action='" + world.kiosk().address().resolve("/session")
                            + "'><input name=token value='" + world.kiosk().screenToken() + "'></form>");
            screen.evaluate("document.forms[0].submit()");
            at(screen, "welcome");
            screen.click(".aids summary");
            screen.clock().fastForward(A_MINUTE / 2);
            assertTrue(screen.isVisible(".aids[open] .panel"), "somebody may still read it");
            screen.clock().fastForward(A_MINUTE);
            screen.waitForSelector("main[data-stage=welcome]:not(:has(details[open]))");
            assertEquals(List.of(), browser.complaints);
        }
    }
}
