package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static jp.madoguchi.workbench.KioskBrowser.attribute;
import static jp.madoguchi.workbench.KioskBrowser.dots;
import static jp.madoguchi.workbench.KioskBrowser.press;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.audit.Entry;
import jp.madoguchi.kiosk.audit.LogFolder;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.simulators.card.Fault;
import jp.madoguchi.simulators.card.JpkiCard;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A resident changes the PIN of a card, and the card is asked afterwards which one holds. */
@Timeout(240)
class PinChangeJourneyTest {
    private static final int AUTHENTICATION_PIN = 0x18;
    private static final String OLD = "1234";
    private static final String NEW = "5937";

    @TempDir
    Path dir;

    private Workbench world;
    private JpkiCard card;

    @BeforeEach
    void start() throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
        card = world.cards().open("aomori-hanako");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    // ── in a browser ──

    @Test
    void journey_withEverySlipOfTheFinger_leavesTheNewPinAlone() throws IOException {
        try (KioskBrowser browser = new KioskBrowser();
                HeardLog log = new HeardLog()) {
            change(browser);
            use(browser);
            assertEquals(List.of(), browser.complaints);
            Pattern pin = Pattern.compile("(?<![0-9A-Za-z])(" + OLD + "|" + NEW + ")(?![0-9A-Za-z])");
            List<String> keys = browser.posted("/pin");
            for (String line : log.lines()) {
                assertFalse(pin.matcher(line).find(), line);
                assertTrue(keys.stream().noneMatch(key -> line.contains(key.substring(4))), line);
            }
            assertEquals(List.of(Map.of("result", "WRONG_PIN"), Map.of("result", "CHANGED")), told("PIN_CHANGE"));
        }
    }

    private void change(KioskBrowser browser) throws IOException {
        ScreenRules rules = new ScreenRules();
        try (BrowserContext person = browser.person(1080, 1920)) {
            Page screen = welcome(person);
            rules.hold(screen);
            screen.click("#pin-change-languages summary");
            rules.hold(screen);
            screen.click("[data-do=begin][data-service=pin-change][data-lang=ja]");
            at(screen, "place-card");
            rules.hold(screen);
            world.readers().place(card);
            at(screen, "enter-pin");
            assertTrue(screen.innerText(".say").contains("あと3回"), "told before the first digit");
            rules.hold(screen);
            enter(screen, "9999");
            at(screen, "enter-new-pin");
            rules.hold(screen);
            enter(screen, "1111");
            screen.waitForSelector("[data-flaw]:has-text('すぐに当てられる')");
            dots(screen, 0);
            rules.hold(screen);
            enter(screen, "9999");
            screen.waitForSelector("[data-flaw]:has-text('今の番号と同じ')");
            dots(screen, 0);
            enter(screen, NEW);
            at(screen, "repeat-new-pin");
            rules.hold(screen);
            enter(screen, "5938");
            screen.waitForSelector("main[data-stage=enter-new-pin] [data-flaw]:has-text('2回の番号がちがいました')");
            rules.hold(screen);
            assertEquals(OptionalInt.of(3), card.triesLeft(AUTHENTICATION_PIN), "nothing was sent so far");
            enter(screen, NEW);
            at(screen, "repeat-new-pin");
            enter(screen, NEW);
            screen.waitForSelector("main[data-stage=enter-pin] [role=alert]:has-text('あと2回')");
            rules.hold(screen);
            assertEquals(OptionalInt.of(2), card.triesLeft(AUTHENTICATION_PIN));
            enter(screen, OLD);
            at(screen, "enter-new-pin");
            enter(screen, NEW);
            at(screen, "repeat-new-pin");
            enter(screen, NEW);
            at(screen, "ended");
            assertEquals("pin-changed", attribute(screen, "data-end"));
            rules.hold(screen);
            assertEquals(OptionalInt.of(3), card.triesLeft(AUTHENTICATION_PIN));
            world.readers().take();
            screen.click("[data-do=acknowledge]");
            at(screen, "welcome");
        }
    }

    /** For a paper, with the old PIN first. */
    private void use(KioskBrowser browser) throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = welcome(person);
            new ScreenRules().hold(screen);
            screen.click("[data-do=begin][data-lang=ja]:not([data-service])");
            at(screen, "place-card");
            world.readers().place(card);
            at(screen, "enter-pin");
            enter(screen, OLD);
            screen.waitForSelector("main[data-stage=enter-pin] [role=alert]:has-text('あと2回')");
            assertEquals(OptionalInt.of(2), card.triesLeft(AUTHENTICATION_PIN));
            enter(screen, NEW);
            at(screen, "take-card");
            assertEquals(OptionalInt.of(3), card.triesLeft(AUTHENTICATION_PIN));
            world.readers().take();
            at(screen, "choose-document");
            screen.click("[data-do=cancel]");
            at(screen, "ended");
            screen.click("[data-do=acknowledge]");
            at(screen, "welcome");
        }
    }

    private Page welcome(BrowserContext person) {
        Page screen = person.newPage();
        screen.setContent("<form method=post action='" + world.kiosk().address().resolve("/session")
                + "'><input name=token value='" + world.kiosk().screenToken() + "'></form>");
        screen.evaluate("document.forms[0].submit()");
        at(screen, "welcome");
        return screen;
    }

    private static void enter(Page screen, String pin) {
        press(screen, pin);
        dots(screen, pin.length());
        screen.click("[data-do=pin-entered]");
    }

    private List<Map<String, String>> told(String event) {
        List<Entry> entries = new ArrayList<>();
        try {
            LogFolder.read(dir.resolve("data/audit"), entries::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return entries.stream()
                .filter(entry -> entry.event().equals(event))
                .map(Entry::details)
                .toList();
    }

    // ── over HTTP ──

    /** The answer is lost: either PIN may hold, and that is said. Neither center nor printer is missed. */
    @Test
    void card_tornAwayInTheChange_leavesTwoPinsAndSaysSo_withoutCenterAndPrinter()
            throws IOException, InterruptedException {
        world.center().faults().cut();
        world.printer().openDoor();
        Map<String, Visitor.Act> acts = new HashMap<>();
        Visitor.Act begin = (visitor, screen) -> {
            visitor.awaitObstacle(Obstacle.CENTER_UNREACHABLE);
            visitor.awaitObstacle(Obstacle.PRINTER_DOOR_OPEN);
            visitor.tap(visitor.client().screen(), "[data-do=begin][data-service=pin-change][data-lang=ja]");
            return false;
        };
        acts.put("welcome", begin);
        acts.put("closed", begin);
        acts.put("place-card", (visitor, screen) -> {
            card.script(new Fault.AnswerLost(Fault.When.change()));
            world.readers().place(card);
            return false;
        });
        acts.put("enter-pin", (visitor, screen) -> enter(visitor, screen, OLD));
        acts.put("enter-new-pin", (visitor, screen) -> enter(visitor, screen, NEW));
        acts.put("repeat-new-pin", (visitor, screen) -> enter(visitor, screen, NEW));
        Visitor.Result result = new Visitor(world, "aomori-hanako", acts).play();
        assertEquals("pin-change-uncertain", result.end(), result.words());
        assertTrue(result.words().contains("まず新しい番号"), result.words());
        assertTrue(result.words().contains("M-23"), result.words());
    }

    private static boolean enter(Visitor visitor, Element shown, String pin) throws IOException {
        Element screen =
                shown.selectFirst("[data-pin]") == null ? visitor.client().screen() : shown;
        for (int i = 0; i < pin.length(); i++) {
            visitor.client().press(screen, pin.charAt(i));
        }
        visitor.tap(screen, "[data-do=pin-entered]");
        return false;
    }
}
