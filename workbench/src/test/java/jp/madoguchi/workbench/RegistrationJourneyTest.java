package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Registration;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 本籍地利用登録 from the menu to the family register in a later menu, by a resident whose register is in another town. */
class RegistrationJourneyTest {
    private static final String RESIDENT = "mishinkoku-toya";
    private static final String DOMICILE = "か く う ち よ small う 1 0 - 1 0";
    private static final String HEAD = "み し ん space と お す け";

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

    /** Three visits: filed, waited for, granted; each in another language, upright and wide. */
    @Test
    void journey_toTheFamilyRegister_inThreeVisits() throws IOException {
        ScreenRules rules = new ScreenRules();
        try (KioskBrowser browser = new KioskBrowser();
                HeardLog log = new HeardLog()) {
            try (BrowserContext person = browser.person(1280, 800)) {
                Page screen = KioskBrowser.menu(person, world, RESIDENT, "ja");
                rules.hold(screen);
                screen.click("[data-registration=none] [data-do=register]");
                at(screen, "write-domicile");
                assertTrue(screen.isDisabled("[data-do=written]"), "nothing is written yet");
                write(screen, DOMICILE, "かくうちょう10-10");
                rules.hold(screen);
                KioskBrowser.speak(screen, "en");
                rules.hold(screen);
                assertEquals("かくうちょう10-10", screen.innerText("[data-written]"), "kept in another language");
                KioskBrowser.speak(screen, "ja");
                screen.click("[data-do=written]");
                at(screen, "write-head");
                write(screen, HEAD, "みしん　とおすけ");
                rules.hold(screen);
                screen.click("[data-do=written]");
                at(screen, "confirm-registration");
                rules.hold(screen);
                assertEquals("か●●", screen.innerText("[data-domicile]"));
                screen.click(".show");
                assertEquals("かくうちょう10-10", screen.innerText("[data-domicile]"));
                rules.hold(screen);
                screen.dblclick("[data-do=confirm]");
                at(screen, "registration-filed");
                rules.hold(screen);
                screen.waitForSelector("[data-registration=pending]");
                screen.click("[data-do=back]");
                at(screen, "choose-document");
                rules.hold(screen);
                screen.waitForSelector("[data-registration=pending]");
                leave(screen);
            }
            try (BrowserContext person = browser.person(1080, 1920)) {
                Page screen = KioskBrowser.menu(person, world, RESIDENT, "easy");
                rules.hold(screen);
                screen.click("[data-registration=pending] [data-do=register]");
                at(screen, "registration-filed");
                rules.hold(screen);
                screen.click("[data-do=acknowledge]");
                at(screen, "welcome");
            }
            world.center().answerRegistrations();
            try (BrowserContext person = browser.person(1280, 800)) {
                Page screen = KioskBrowser.menu(person, world, RESIDENT, "en");
                screen.waitForSelector("[data-kind=family-register-whole][data-municipality='02201']");
                rules.hold(screen);
                assertFalse(screen.isVisible("[data-registration]"));
                leave(screen);
            }
            assertEquals(List.of(), browser.complaints);
            for (String line : log.lines()) {
                assertFalse(line.contains("かくうちょう") || line.contains("とおすけ"), line);
            }
        }
    }

    private static void write(Page screen, String keys, String written) {
        for (String key : keys.split(" ", -1)) {
            screen.click("[data-key='" + key + "']");
        }
        screen.waitForFunction("text => document.querySelector('[data-written]').textContent === text", written);
    }

    private static void leave(Page screen) {
        screen.click("[data-do=cancel]");
        at(screen, "ended");
        screen.click("[data-do=acknowledge]");
        at(screen, "welcome");
    }

    // ── over HTTP ──

    @Test
    void application_withoutAnAnswer_isSentAgain_andIsOne() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        Map<String, Visitor.Act> acts = applying(DOMICILE);
        acts.put("confirm-registration", (visitor, screen) -> {
            world.center().faults().truncate(true);
            visitor.tap(screen, "[data-do=confirm]");
            return false;
        });
        acts.put("registration-unanswered", (visitor, screen) -> {
            world.center().faults().truncate(false);
            words.add(screen.select(".body").text());
            visitor.tap(screen, "[data-do=confirm]");
            return false;
        });
        acts.put("registration-filed", (visitor, screen) -> {
            words.add(screen.select("[data-registration]").attr("data-registration"));
            visitor.tap(screen, "[data-do=acknowledge]");
            return false;
        });
        Visitor.Result result = new Visitor(world, RESIDENT, acts).play();
        assertEquals("", result.end(), "over without a last screen");
        assertTrue(words.get(0).contains("二重にはなりません"), words.get(0));
        assertEquals("pending", words.get(1));
        assertEquals(1, applied(RESIDENT).size(), "filed once");
        assertEquals(0, applied("aomori-hanako").size());
    }

    @Test
    void application_refused_isWrittenAnew() throws IOException, InterruptedException {
        apply("か く う 9 9");
        world.center().answerRegistrations();
        List<String> states = new ArrayList<>();
        Map<String, Visitor.Act> acts = applying(DOMICILE);
        acts.put("registration-filed", (visitor, screen) -> {
            String state = screen.select("[data-registration]").attr("data-registration");
            states.add(state);
            visitor.tap(screen, state.equals("refused") ? "[data-do=register]" : "[data-do=acknowledge]");
            return false;
        });
        new Visitor(world, RESIDENT, acts).play();
        assertEquals(List.of("refused", "pending"), states);
        assertEquals(
                List.of(Registration.State.REFUSED, Registration.State.PENDING),
                applied(RESIDENT).stream().map(Registration::state).toList());
    }

    private void apply(String domicile) throws IOException, InterruptedException {
        Map<String, Visitor.Act> acts = applying(domicile);
        acts.put("registration-filed", (visitor, screen) -> {
            visitor.tap(screen, "[data-do=acknowledge]");
            return false;
        });
        new Visitor(world, RESIDENT, acts).play();
    }

    /** From the menu to the confirmation. */
    private static Map<String, Visitor.Act> applying(String domicile) {
        Map<String, Visitor.Act> acts = new HashMap<>();
        acts.put("choose-document", (visitor, screen) -> {
            visitor.tap(screen, "[data-do=register]");
            return false;
        });
        acts.put("write-domicile", (visitor, screen) -> write(visitor, screen, domicile));
        acts.put("write-head", (visitor, screen) -> write(visitor, screen, HEAD));
        acts.put("confirm-registration", (visitor, screen) -> {
            visitor.tap(screen, "[data-do=confirm]");
            return false;
        });
        return acts;
    }

    private static boolean write(Visitor visitor, Element screen, String keys) throws IOException {
        visitor.client().write(screen, keys);
        visitor.tap(visitor.client().screen(), "[data-do=written]");
        return false;
    }

    /** What the center tells in a visit that does nothing else. */
    private List<Registration> applied(String card) throws IOException, InterruptedException {
        List<Registration> applied = new ArrayList<>();
        new Visitor(world, card, Map.of("choose-document", (visitor, screen) -> {
                    if (!world.kiosk()
                            .screen()
                            .visit()
                            .applications()
                            .elsewhere()
                            .isEmpty()) {
                        visitor.awaitUntil(
                                "what was applied for",
                                () -> world.kiosk()
                                        .screen()
                                        .visit()
                                        .applications()
                                        .told()
                                        .isPresent());
                    }
                    applied.addAll(
                            world.kiosk().screen().visit().applications().told().orElse(List.of()));
                    visitor.tap(screen, "[data-do=cancel]");
                    return false;
                }))
                .play();
        return applied;
    }
}
