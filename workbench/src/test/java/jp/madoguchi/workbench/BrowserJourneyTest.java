package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static jp.madoguchi.workbench.KioskBrowser.attribute;
import static jp.madoguchi.workbench.KioskBrowser.dots;
import static jp.madoguchi.workbench.KioskBrowser.press;
import static jp.madoguchi.workbench.KioskBrowser.speak;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.simulators.printer.PrinterSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A resident's visit in a real browser, with the demo's two pages side by side. Each test begins and ends at the welcome. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserJourneyTest {
    private static final String RESIDENT = "aomori-hanako";
    private static final String NAME = "青森";
    private static final String PIN = "1234";
    private static final int COIN = 500;

    /** Of one visit: the document's two, and the receipt's. */
    private static final int SIDES = 3;

    private final KioskBrowser browser = new KioskBrowser(); // first: without it nothing else is worth starting
    private final ScreenRules rules = new ScreenRules();
    private final OutsideWorld outside = new OutsideWorld(0);
    private final Workbench bench;

    BrowserJourneyTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        bench = Desk.lay(dir, new Workbench.Settings(0, Optional.of(outside.opener()), PrinterSettings.lifelike()));
        outside.show(bench);
    }

    @BeforeEach
    void forget() {
        browser.complaints.clear();
        browser.requests.clear();
        bench.cash().takeCoins();
    }

    @AfterAll
    void stop() {
        browser.close();
        bench.close();
        outside.close();
    }

    @Test
    void expiredCard_inEnglish_endsWithWhatToDo() {
        try (BrowserContext person = browser.person(1280, 800);
                BrowserContext world = browser.person(1280, 800)) {
            Page screen = open(person, "en");
            Page hands = hands(world);
            place(hands, "special-expired");
            at(screen, "ended");
            assertEquals("certificate-expired", attribute(screen, "data-end"));
            assertEquals("en", attribute(screen, "lang"));
            String words = screen.innerText(".body");
            Stream.of(
                            "The digital certificate has expired",
                            "What to do\n",
                            "Your municipal office (weekdays, about 9:00–17:00) renews it free of charge. Bring the card.",
                            "No money was taken.",
                            "Your card is still on the reader.")
                    .forEach(said -> assertTrue(words.contains(said), words));
            rules.hold(screen);
            take(hands);
            screen.waitForSelector("main[data-stage=ended]:not(:has([role=alert]))"); // it noticed by itself
            screen.click("[data-do=acknowledge]");
            at(screen, "welcome");
            assertEquals(List.of(), browser.complaints);
        }
    }

    @Test
    void session_aSecondBrowser_revokesTheFirst() {
        try (BrowserContext first = browser.person(1280, 800);
                BrowserContext second = browser.person(1280, 800)) {
            Page old = open(first, "ja");
            at(old, "place-card");
            Page now = second.newPage();
            now.navigate(kiosk().toString());
            at(now, "place-card"); // the visit goes on
            assertEquals(
                    401,
                    first.request().get(kiosk().resolve("/screen").toString()).status());
            assertEquals(
                    200,
                    second.request().get(kiosk().resolve("/screen").toString()).status());
            now.click("[data-do=cancel]");
            at(now, "welcome");
            at(old, "place-card"); // what it shows no longer counts, and no longer changes
        }
    }

    @Test
    void elsewhere_isRefused_byThePolicy() {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = person.newPage();
            screen.navigate(kiosk().toString());
            at(screen, "welcome");
            screen.evaluate("document.body.append(Object.assign(new Image(), { src: 'http://elsewhere.invalid/' }))");
            screen.waitForCondition(() -> !browser.complaints.isEmpty());
            assertTrue(browser.complaints.get(0).contains("Content Security Policy"), browser.complaints.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"ja, 1080, 1920", "easy, 1280, 800", "en, 1280, 800", "vi, 1280, 800"})
    void journey_cardPinCoinPaper_screenFollowsByItself(String language, int width, int height) {
        int printed = bench.printer().printed().size();
        try (BrowserContext person = browser.person(width, height);
                BrowserContext world = browser.person(1280, 800);
                HeardLog log = new HeardLog()) {
            Page screen = open(person, language);
            Page hands = hands(world);
            screen.evaluate("window.opened = 'once'");
            rules.hold(screen);

            place(hands, RESIDENT);
            at(screen, "enter-pin");
            rules.hold(screen);
            screen.click("#languages summary");
            rules.hold(screen);
            screen.click("#languages summary");
            press(screen, PIN.substring(0, 2));
            dots(screen, 2);
            speakTheOthersAndBack(screen, language);
            press(screen, PIN.substring(2));
            dots(screen, PIN.length());
            rules.hold(screen);
            screen.click("[data-do=pin-entered]");
            at(screen, "take-card");
            rules.hold(screen);
            take(hands);

            at(screen, "choose-document");
            rules.hold(screen);
            screen.click("[data-do=choose][data-kind=residence-record]");
            at(screen, "choose-options");
            rules.hold(screen);
            screen.click("[data-do=options]");
            at(screen, "confirm");
            rules.hold(screen);
            assertEquals("¥300", screen.innerText("[data-fee]"));
            screen.dblclick("[data-do=confirm]");

            at(screen, "pay");
            rules.hold(screen);
            dropUntilAccepted(screen, hands);
            at(screen, "take-paper");
            rules.hold(screen);
            assertEquals(printed + 2, bench.printer().printed().size(), "one document, one receipt");
            hands.waitForFunction(
                    "sides => document.querySelectorAll('#printed img').length === sides", SIDES * (printed + 2) / 2);
            assertEquals(200, bench.cash().tray() % 500, "the change lies in the tray");
            assertEquals("once", screen.evaluate("window.opened"), "the page was never loaded anew");
            assertEquals(
                    "/",
                    screen.evaluate("Object.values({ ...localStorage, ...sessionStorage }).join()"),
                    "kept by htmx");
            screen.click("[data-do=acknowledge]");
            at(screen, "welcome");
            rules.hold(screen);

            assertEquals(List.of(), browser.complaints);
            assertEquals(
                    1,
                    log.lines().stream()
                            .filter(line -> line.contains("CONFIRM -> FETCH_DOCUMENT"))
                            .count(),
                    "ordered once");
            secretsStayInBodies(log);
            cookieIsForTheServerAlone(person);
        }
    }

    private URI kiosk() {
        return bench.kiosk().address();
    }

    /** As the demo says: the kiosk's address in a browser that knows nothing of it; the outside world opens it. */
    private Page open(BrowserContext person, String language) {
        Page screen = person.newPage();
        screen.navigate(kiosk().toString());
        at(screen, "welcome");
        assertEquals(kiosk().toString(), screen.url());
        screen.click("[data-do=begin][data-lang=" + language + "]");
        at(screen, "place-card");
        assertEquals(language, attribute(screen, "data-language"));
        return screen;
    }

    /** In a window of its own: a tab behind another is drawn once a second. */
    private Page hands(BrowserContext world) {
        Page hands = world.newPage();
        hands.navigate(outside.address().toString());
        return hands;
    }

    private static void place(Page hands, String card) {
        hands.selectOption("#card", card);
        hands.click("[data-do='/card/place']");
    }

    private static void take(Page hands) {
        hands.click("[data-do='/card/take']");
    }

    /** In the middle of the PIN: the screen stays, and what has been typed. */
    private static void speakTheOthersAndBack(Page screen, String language) {
        Stream<String> all = Stream.of(Language.values()).map(Language::code);
        for (String next : Stream.concat(all, Stream.of(language, language)).toList()) {
            speak(screen, next);
            at(screen, "enter-pin");
            dots(screen, 2);
        }
    }

    /** A coin that falls before the slot is open comes back, and is dropped again. */
    private static void dropUntilAccepted(Page screen, Page hands) {
        while (attribute(screen, "data-stage").equals("pay")) {
            String tray = hands.innerText("#tray");
            hands.click("[data-do='/coin'][data-value='" + COIN + "']");
            hands.waitForFunction("""
                    tray => document.getElementById('tray').textContent !== tray
                      || document.getElementById('stage').textContent !== 'pay'""", tray);
        }
    }

    /** No address has a query or the PIN; the token, the names of keys and the digits are in no log, nor is who it was. */
    private void secretsStayInBodies(HeardLog log) {
        for (Request request : browser.requests) {
            URI address = URI.create(request.url());
            assertTrue(address.getScheme().equals("data") || address.getHost().equals("127.0.0.1"), request.url());
            assertNull(address.getQuery(), request.url());
            assertFalse(String.valueOf(address.getPath()).contains(PIN), request.url());
        }
        List<String> keys = browser.posted("/pin");
        assertEquals(PIN.length(), new HashSet<>(keys).size(), "a key has a name of its own, and says no digit");
        assertTrue(keys.stream().allMatch(key -> key.matches("key=[\\w-]{16,}")), keys.toString());
        List<String> secrets = Stream.of(keys, browser.posted("/session"))
                .flatMap(List::stream)
                .map(body -> body.substring(body.indexOf('=') + 1))
                .toList();
        for (String line : log.lines()) {
            assertTrue(secrets.stream().noneMatch(line::contains), line);
            assertFalse(line.contains(NAME), line);
        }
    }

    private static void cookieIsForTheServerAlone(BrowserContext person) {
        List<Cookie> cookies = person.cookies();
        assertEquals(1, cookies.size());
        Cookie cookie = cookies.get(0);
        assertEquals("screen", cookie.name);
        assertEquals("127.0.0.1", cookie.domain);
        assertEquals(true, cookie.httpOnly);
        assertEquals(SameSiteAttribute.STRICT, cookie.sameSite);
        assertEquals(-1, cookie.expires, "gone with the browser");
    }
}
