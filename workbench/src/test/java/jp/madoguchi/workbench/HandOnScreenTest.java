package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Mouse;
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
import java.util.Set;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.workbench.screens.Walk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page makes of a hand, beyond what the kiosk is asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOnScreenTest {
    private static final int A_MINUTE = 60_000;

    /** What htmx and the browser say of one request that came to nothing. */
    private static final Set<String> UNANSWERED = Set.of(
            "error: htmx:afterRequest, [object HTMLDivElement]",
            "error: htmx:sendError, [object HTMLDivElement]",
            "error: Failed to load resource: net::ERR_FAILED");

    private static final Set<String> GIVEN_UP =
            Set.of("error: htmx:afterRequest, [object HTMLDivElement]", "error: htmx:timeout, [object HTMLDivElement]");

    private final KioskBrowser browser = new KioskBrowser();
    private Workbench world;

    @BeforeEach
    void start(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        browser.complaints.clear();
        browser.requests.clear();
        world = Desk.lay(dir);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    /** The answer may draw the screen anew: what the finger is on must have been clicked by then. */
    @Test
    void finger_onAButton_isToldOfWhenItLeaves() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.menu(person, world, "aomori-hanako", "ja");
            screen.click("[data-do=choose][data-kind=residence-record]");
            at(screen, "choose-options");
            Hand hand = new MousePointer(screen.mouse());
            hand.down(middle(screen, "[data-do=options]"));
            hear(screen);
            assertEquals(0, told(), "while the finger is on it");
            hand.up();
            at(screen, "confirm");
            assertEquals(1, told());
            assertEquals(List.of(), browser.complaints);
        }
    }

    /** The printer's door is opened while the finger is on the button: the screen is drawn anew, and the button is another of the same. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void button_thatIsDrawnAnewUnderAFinger_isTouched(boolean finger) throws IOException {
        try (BrowserContext person = display(finger)) {
            Page screen = KioskBrowser.menu(person, world, "aomori-hanako", "ja");
            Hand hand = finger ? new Finger(person.newCDPSession(screen)) : new MousePointer(screen.mouse());
            String before = KioskBrowser.attribute(screen, "data-revision");
            hand.down(middle(screen, "[data-do=choose][data-kind=residence-record]"));
            world.printer().openDoor();
            screen.waitForSelector("main:not([data-revision='" + before + "'])");
            hand.up();
            at(screen, "choose-options");
            assertEquals(1 + 1 + 1, asked("/tap").size(), "once: language, PIN, document");
            assertEquals(List.of(), browser.complaints);
        }
    }

    /** Nothing draws it anew by itself any more. */
    private void toTheSettledPad(Page screen) throws IOException {
        new Walk(world, screen, "ja").to("enter-pin");
        screen.waitForCondition(() -> world.kiosk().screen().visit().challenge().isPresent()
                && KioskBrowser.attribute(screen, "data-revision")
                        .equals(Long.toString(world.kiosk().screen().revision())));
    }

    /** Its pad is kept when the screen is drawn anew, and moved. */
    @Test
    void key_thatIsHeldWhileItsScreenIsDrawnAnew_isPressedOnce() throws IOException {
        try (BrowserContext person = display(false)) {
            Page screen = KioskBrowser.open(person, world);
            toTheSettledPad(screen);
            String before = KioskBrowser.attribute(screen, "data-revision");
            Hand hand = new MousePointer(screen.mouse());
            hand.down(middle(screen, "[data-pin='1']"));
            world.printer().openDoor();
            screen.waitForSelector("main:not([data-revision='" + before + "'])");
            hand.up();
            KioskBrowser.dots(screen, 1);
            screen.click("[data-pin='2']");
            KioskBrowser.dots(screen, 2);
            assertEquals(List.of(), browser.complaints);
        }
    }

    /**
     * To a browser with a real panel that is no tap; one without has to be told of the panel's events.
     *
     * @param events of pointers: which, what, how many px from the middle, after how many ms
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rests        | 1 pointerdown 0 0, 1 pointerup 0 700                        | 1",
                "trembles     | 1 pointerdown 0 0, 1 pointerup 15 700                       | 1",
                "wipes        | 1 pointerdown 0 0, 1 pointerup 40 700                       | 0",
                "is not alone | 1 pointerdown 0 0, 2 pointerdown 9 10, 1 pointerup 0 700    | 0",
                "came second  | 1 pointerdown 0 0, 2 pointerdown 9 10, 2 pointerup 9 700    | 0",
                "scrolls      | 1 pointerdown 0 0, 1 pointercancel 0 300, 1 pointerup 0 700 | 0",
                "is quick     | 1 pointerdown 0 0, 1 pointerup 0 300                        | 0"
            })
    void button_onWhichAFingerRests_isTouchedWhenItLeaves(String finger, String events, int taps) {
        try (BrowserContext person = display(true)) {
            Page screen = KioskBrowser.open(person, world);
            at(screen, "welcome");
            screen.locator("[data-do=begin][data-lang=ja]:not([data-service])").evaluate("""
                    (button, events) => {
                      const { left, top, width, height } = button.getBoundingClientRect();
                      for (const event of events.split(', ')) {
                        const [pointer, type, aside, time] = event.split(' ');
                        const sent = new PointerEvent(type, {
                          bubbles: true, pointerType: 'touch', pointerId: Number(pointer), isPrimary: pointer === '1', button: 0,
                          clientX: left + width / 2 + Number(aside), clientY: top + height / 2 });
                        Object.defineProperty(sent, 'timeStamp', { value: Number(time) });
                        button.dispatchEvent(sent);
                      }
                    }""", events);
            afterALateClick(screen);
            if (taps > 0) {
                at(screen, "place-card");
                screen.evaluate("document.querySelector('[data-do=cancel]')"
                        + ".dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))");
                hear(screen);
            }
            assertEquals(
                    taps, asked("/tap").size(), "a finger that " + finger + ", and what the browser makes of it later");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {550, 900})
    void key_onWhichAFingerRests_isPressedOnce(int millis) throws IOException {
        try (BrowserContext person = display(true)) {
            Page screen = KioskBrowser.open(person, world);
            new Walk(world, screen, "ja").to("enter-pin");
            Hand hand = new Finger(person.newCDPSession(screen));
            Object begun = screen.evaluate("performance.now()");
            hand.down(middle(screen, "[data-pin='1']"));
            screen.waitForFunction("([begun, millis]) => performance.now() - begun > millis", List.of(begun, millis));
            hand.up();
            afterALateClick(screen);
            KioskBrowser.dots(screen, 1);
            hear(screen);
            assertEquals(1, asked("/pin").size());
            assertEquals(List.of(), browser.complaints);
        }
    }

    /** Whatever the page's own timer does for a finger that rested has been done. */
    private static void afterALateClick(Page screen) {
        screen.evaluate("new Promise(done => setTimeout(done, 3 * LATE))");
    }

    /** Both have a button to cancel, at the same place. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void button_thatComesUnderAFinger_isNotTouched(boolean finger) throws IOException {
        try (BrowserContext person = display(finger)) {
            Page screen = KioskBrowser.open(person, world);
            Walk walk = new Walk(world, screen, "ja").to("place-card");
            Hand hand = finger ? new Finger(person.newCDPSession(screen)) : new MousePointer(screen.mouse());
            Point cancel = middle(screen, "[data-do=cancel]");
            hand.down(cancel);
            world.readers().place(world.cards().open("aomori-hanako"));
            at(screen, "enter-pin");
            assertEquals(cancel, middle(screen, "[data-do=cancel]"));
            hand.up();
            walk.to("take-card");
            assertEquals(1 + 1, asked("/tap").size(), "language, PIN");
            assertEquals(List.of(), browser.complaints);
        }
    }

    private BrowserContext display(boolean finger) {
        return browser.person(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setHasTouch(finger));
    }

    /** In CSS px. */
    private record Point(double x, double y) {}

    private static Point middle(Page screen, String button) {
        BoundingBox box = Objects.requireNonNull(screen.locator(button).boundingBox());
        return new Point(box.x + box.width / 2, box.y + box.height / 2);
    }

    private interface Hand {
        void down(Point point);

        void up();
    }

    private record Finger(CDPSession chromium) implements Hand {
        @Override
        public void down(Point point) {
            JsonObject tip = new JsonObject();
            tip.addProperty("x", point.x());
            tip.addProperty("y", point.y());
            send("touchStart", List.of(tip));
        }

        @Override
        public void up() {
            send("touchEnd", List.of());
        }

        private void send(String type, List<JsonObject> tips) {
            JsonArray points = new JsonArray();
            tips.forEach(points::add);
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.add("touchPoints", points);
            chromium.send("Input.dispatchTouchEvent", event);
        }
    }

    /** As some panels speak. */
    private record MousePointer(Mouse mouse) implements Hand {
        @Override
        public void down(Point point) {
            mouse.move(point.x(), point.y());
            mouse.down();
        }

        @Override
        public void up() {
            mouse.up();
        }
    }

    /** Nobody's hand did that: the languages stay where a finger is about to touch one. */
    @Test
    void languages_thatAreOpen_stayWhenTheScreenIsDrawnAnew() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
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

    /** Nothing has happened that it could show once more. */
    @Test
    void drawing_onAScreenThatIsDrawnAnew_goesOnWhereItWas() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            new Walk(world, screen, "ja").to("place-card");
            screen.evaluate("since -= 1000"); // as if it had been there for so long
            KioskBrowser.speak(screen, "en");
            assertEquals(
                    true,
                    screen.evaluate(
                            "(all => all.length > 0 && all.every(each => each.currentTime > 1000))(document.getAnimations())"));
        }
    }

    /** The stream tells of it, too, and earlier. */
    @Test
    void screen_thatATapMade_isNotAskedForOnceMore() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            new Walk(world, screen, "ja").to("place-card");
            hear(screen);
            int before = asked("/screen").size();
            for (String language : List.of("en", "zh", "ko", "vi", "pt", "easy", "ja")) {
                KioskBrowser.speak(screen, language);
            }
            hear(screen);
            assertEquals(before + 1, asked("/screen").size(), "what was heard just now");
            assertEquals(1 + 7, asked("/tap").size());
            assertEquals(List.of(), browser.complaints);
        }
    }

    /** What becomes of a tap while something else happens. */
    private enum Tap {
        ANSWERED_LATE,
        ANSWER_LOST,
        LOST
    }

    /** The page asks for what it has not seen, and shows the language that was chosen unless the kiosk never heard of it. */
    @ParameterizedTest
    @CsvSource({"ANSWERED_LATE, en", "ANSWER_LOST, en", "LOST, ja"})
    void screen_thatChangedWhileATapWasAnswered_isAskedFor(Tap tap, String spoken) throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            new Walk(world, screen, "ja").to("place-card");
            screen.evaluate(
                    "Object.defineProperty(XMLHttpRequest.prototype, 'timeout', { set() {} })"); // held for longer
            Deque<Runnable> held = new ArrayDeque<>();
            screen.route("**/tap", asked -> {
                if (tap == Tap.LOST) {
                    held.add(asked::abort);
                    return;
                }
                APIResponse answer = asked.fetch();
                held.add(
                        tap == Tap.ANSWER_LOST
                                ? asked::abort
                                : () -> asked.fulfill(new Route.FulfillOptions().setResponse(answer)));
            });
            chooseEnglish(screen);
            screen.waitForCondition(() -> !held.isEmpty());
            tellMeanwhile(screen);
            held.remove().run();
            screen.waitForSelector("main[data-language=" + spoken + "][data-stage=enter-pin]");
            assertEquals(tap == Tap.ANSWERED_LATE ? Set.of() : UNANSWERED, Set.copyOf(browser.complaints));
        }
    }

    /** The revision is told once: what was asked for then must be asked for until it comes. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void screen_thatWasAskedForInVain_isAskedForAgain(boolean refused) throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            new Walk(world, screen, "ja").to("place-card");
            Deque<Route> held = new ArrayDeque<>();
            screen.route("**/screen", asked -> {
                if (held.isEmpty()) {
                    held.add(asked);
                } else {
                    asked.resume();
                }
            });
            world.printer().openDoor();
            screen.waitForCondition(() -> !held.isEmpty());
            String before = KioskBrowser.attribute(screen, "data-revision");
            if (refused) {
                held.element().abort();
            }
            screen.waitForSelector("main:not([data-revision='" + before + "'])"); // otherwise after some seconds
            assertEquals(refused ? UNANSWERED : GIVEN_UP, Set.copyOf(browser.complaints));
        }
    }

    /** For ever would mean: with a resident's screen in front of the next. */
    @Test
    void tap_thatIsNeverAnswered_isWaitedForSomeSeconds() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            new Walk(world, screen, "ja").to("place-card");
            Deque<APIResponse> heard = new ArrayDeque<>();
            screen.route("**/tap", asked -> heard.add(asked.fetch())); // and nothing comes back
            chooseEnglish(screen);
            screen.waitForCondition(() -> !heard.isEmpty());
            world.readers().place(world.cards().open("aomori-hanako"));
            screen.waitForSelector("main[data-language=en][data-stage=enter-pin]");
        }
    }

    private static void chooseEnglish(Page screen) {
        screen.click("#languages summary");
        screen.click("#languages [data-lang=en]");
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

    private long told() {
        return asked("/here").size();
    }

    private List<Request> asked(String path) {
        return browser.requests.stream()
                .filter(request -> path.equals(URI.create(request.url()).getPath()))
                .toList();
    }

    /** A screen that was asked for before the key was pressed knows nothing of its digit, however late it comes. */
    @Test
    void digit_pressedWhileTheScreenIsAskedFor_staysInSight() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            toTheSettledPad(screen);
            Deque<Runnable> held = new ArrayDeque<>();
            screen.route("**/screen", asked -> {
                APIResponse answer = asked.fetch();
                held.add(() -> asked.fulfill(new Route.FulfillOptions().setResponse(answer)));
            });
            world.printer().openDoor(); // something else to see, beside the pad
            screen.waitForCondition(() -> !held.isEmpty());
            String before = KioskBrowser.attribute(screen, "data-revision");
            screen.click("[data-pin='1']");
            asked("/pin").forEach(Request::response); // if it did not wait, it is answered first
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
        try (BrowserContext person = browser.person(1280, 800)) {
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
        try (BrowserContext person = browser.person(1280, 800)) {
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
