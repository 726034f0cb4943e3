package jp.madoguchi.workbench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static jp.madoguchi.workbench.KioskBrowser.at;
import static jp.madoguchi.workbench.KioskBrowser.dots;
import static jp.madoguchi.workbench.KioskBrowser.press;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.control.ControlSocket;
import jp.madoguchi.simulators.printer.AfterJam;
import jp.madoguchi.simulators.printer.PrinterSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clerk at the desk in a real browser, while a resident's paper is stuck. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SAME_THREAD)
class StaffJourneyTest {
    private static final String RESIDENT = "aomori-hanako";

    /** Who it is and where they live must not stand on any page of the staff. */
    private static final List<String> CANARIES = List.of("青森", "花子", "はなこ", "HANAKO", "長島", "1234", "480251");

    private static final String PIN = "480251";

    /** htmx tells the console, too, when the server ends an event stream, as it does when the desk is left. */
    private static final String STREAM_ENDED = "error: [object Event]";

    private final KioskBrowser browser = new KioskBrowser(); // first: without it nothing else is worth starting
    private final ScreenRules rules = new ScreenRules();
    private final Path dir;
    private final Workbench bench;

    StaffJourneyTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        this.dir = dir;
        bench = Desk.lay(dir, new Workbench.Settings(0, Optional.empty(), PrinterSettings.lifelike()));
    }

    @AfterAll
    void stop() {
        browser.close();
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1080, 1920"})
    void jam_clearedByTheClerk_visitGoesOn(int width, int height) throws IOException {
        try (BrowserContext person = browser.person(width, height)) {
            Page screen = paid(person, 1);
            screen.waitForSelector("[data-trouble=jam]");
            enrol(screen, "clerk-" + width);
            assertEquals(
                    1,
                    screen.locator("[data-obstacle=printer-jam] .steps li:nth-child(4)")
                            .count());
            assertTrue(screen.innerText(".visiting").contains("取り消せません"), "what is paid for is printed");
            wall(screen);
            rules.hold(screen);
            bench.printer().clearJam(AfterJam.RESUME);
            screen.click("[data-do=look]");
            screen.waitForSelector(".said");
            screen.waitForSelector("#now:not(:has([data-obstacle]))"); // it noticed by itself
            screen.click("[data-do=resident] >> visible=true");
            at(screen, "take-paper");
            screen.click("[data-do=acknowledge]");
            at(screen, "welcome");
        }
    }

    @Test
    void jam_thatCostTheSheet_endsWithAClaimAndADoorForTheStaff() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = paid(person, 2);
            screen.waitForSelector("[data-trouble=jam]");
            bench.printer().clearJam(AfterJam.ABORT);
            at(screen, "ended");
            String claim = screen.innerText("[data-claim]");
            assertTrue(claim.matches("[0-9A-F]{4}-[0-9A-F]{4}"), claim);
            rules.hold(screen);
            screen.click("[data-do=staff]");
            screen.waitForSelector("[data-do=resident]");
            wall(screen);
            screen.click("[data-do=resident]");
            at(screen, "ended");
            assertEquals(claim, screen.innerText("[data-claim]"), "nobody has touched it");
            screen.click("[data-do=acknowledge]");
            at(screen, "welcome");
        }
    }

    @Test
    void claim_ofASpoiltSheet_isSettledAndTheDayIsClosed() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            Page screen = paid(person, 2);
            screen.waitForSelector("[data-trouble=jam]");
            bench.printer().clearJam(AfterJam.ABORT);
            at(screen, "ended");
            String claim = screen.innerText("[data-claim]");
            screen.click("[data-do=acknowledge]");
            at(screen, "welcome");
            enrol(screen, "clerk-9");
            int printed = bench.printer().printed().size();

            page(screen, "claims");
            wall(screen);
            rules.hold(screen);
            screen.click("[data-claim='" + claim + "'] [data-do=open]");
            screen.waitForSelector("[data-do=how]");
            rules.hold(screen);
            screen.click("[data-do=how][data-value=refunded]");
            screen.waitForSelector("[data-do=reason]");
            rules.hold(screen);
            screen.click("[data-value=paper-spoilt]");
            screen.click("[data-do=key][data-value='7']");
            screen.waitForSelector(".typed >> text='7'");
            assertEquals("¥300", screen.innerText("[data-hands]"));
            rules.hold(screen);
            screen.click("[data-do=settle]");
            screen.waitForSelector(".said[data-good=true]");
            assertTrue(screen.innerText(".said").contains("¥300 を渡し"), screen.innerText(".said"));
            assertEquals(0, screen.locator("[data-claim='" + claim + "']").count());
            assertEquals(printed + 1, bench.printer().printed().size(), "a receipt for the drawer");
            rules.hold(screen);

            page(screen, "cash");
            rules.hold(screen);
            screen.click("[data-box=coins] [data-do=count]");
            screen.waitForSelector("[data-deed=count]");
            screen.click("[data-do=record]");
            screen.waitForSelector(".said[data-good=false]");
            assertTrue(screen.innerText(".said").contains("枚数"), "what is not typed is not 0");
            for (String yen : List.of("100", "500")) {
                screen.click("[data-do=choose][data-value='" + yen + "']");
                screen.waitForSelector("[data-do=choose][data-value='" + yen + "'][aria-pressed=true]");
                screen.click("[data-do=key][data-value='0']");
                screen.waitForSelector("[data-do=choose][data-value='" + yen + "'] .typed >> text='0'");
            }
            rules.hold(screen);
            screen.click("[data-do=record]");
            screen.waitForSelector("[data-box=coins]");
            assertTrue(screen.innerText(".said").contains("少ない"), "coins lie in it, and none was counted");
            rules.hold(screen);

            page(screen, "closing");
            wall(screen);
            rules.hold(screen);
            screen.click("[data-do=close]");
            screen.waitForSelector(".said[data-good=true]");
            screen.waitForSelector("[data-report]");
            rules.hold(screen);
            assertEquals(printed + 2, bench.printer().printed().size(), "the report of the day");
            screen.click("[data-do=leave]");
            at(screen, "welcome");
        }
    }

    @Test
    void day_ofAClerk_stopsTestsAndResumes() throws IOException {
        try (BrowserContext person = browser.person(1280, 800)) {
            browser.complaints.clear();
            Page screen = person.newPage();
            open(screen);
            at(screen, "welcome");
            enrol(screen, "manager-1");
            screen.waitForSelector(".well");
            rules.hold(screen);

            Deque<Runnable> held = new ArrayDeque<>();
            screen.route("**/staff/pulse", pulse -> {
                APIResponse answer = pulse.fetch();
                held.add(() -> pulse.fulfill(new Route.FulfillOptions().setResponse(answer)));
            });
            screen.waitForCondition(() -> !held.isEmpty());
            page(screen, "service"); // what is told of a page that has gone is told too late
            screen.unroute("**/staff/pulse");
            assertTrue(screen.waitForResponse("**/staff/pulse", held.remove()).ok());
            rules.hold(screen);
            screen.click("[data-do=stop][data-reason=supplies]");
            assertEquals("用紙や硬貨を補給しています", screen.innerText("[data-stopped]"));
            rules.hold(screen);
            screen.click("[data-do=resume]");
            screen.waitForSelector("[data-do=stop]");

            page(screen, "self-test");
            int printed = bench.printer().printed().size();
            screen.click("[data-part=printer] [data-do=test]");
            screen.waitForSelector("[data-result=test-page-printed]");
            assertEquals(printed + 1, bench.printer().printed().size());
            bench.readers().place(bench.cards().open(RESIDENT));
            screen.click("[data-part=card-reader] [data-do=test]");
            screen.waitForSelector("[data-result=card-read]");
            wall(screen);
            rules.hold(screen);
            bench.readers().take();

            for (String name : List.of("left-behind", "settings", "power", "accounts")) {
                page(screen, name);
                rules.hold(screen);
                screen.click("[data-do=home]");
                screen.waitForSelector("main[data-page=home]");
            }
            screen.click("[data-do=leave]");
            at(screen, "welcome");
            assertEquals(
                    List.of(),
                    browser.complaints.stream()
                            .filter(each -> !each.equals(STREAM_ENDED))
                            .toList());
            auditTellsWhoAndNothingElse();
        }
    }

    @Test
    void restart_asked_isDoneByWhoeverRunsTheProgram() throws IOException, InterruptedException {
        Kiosk before = bench.kiosk();
        URI address = before.address();
        assertTrue(ControlSocket.ask(control(), "restart 0").startsWith("restart"));
        before.leaving().join();
        Kiosk after = bench.restarted(before);
        assertNotEquals(before, after);
        assertEquals(address, after.address());
        assertEquals("idle", ControlSocket.ask(control(), "idle?"));
    }

    private Path control() {
        return dir.resolve("data/control.sock");
    }

    private void open(Page screen) {
        screen.setContent("<form method=post action='" + bench.kiosk().address().resolve("/session")
                + "'><input name=token value='" + bench.kiosk().screenToken() + "'></form>");
        screen.evaluate("document.forms[0].submit()");
    }

    /** A visit that has paid, and whose paper gets stuck at this side. */
    private Page paid(BrowserContext person, int side) throws IOException {
        Page screen = KioskBrowser.menu(person, bench, RESIDENT, "ja");
        screen.click("[data-do=choose][data-kind=residence-record]");
        at(screen, "choose-options");
        screen.click("[data-do=options]");
        at(screen, "confirm");
        bench.printer().jamAtSide(side);
        screen.click("[data-do=confirm]");
        at(screen, "pay");
        bench.cash().drop(500);
        at(screen, "print");
        return screen;
    }

    /** From the resident's screen to the desk, by a code of the operator's. */
    private void enrol(Page screen, String name) throws IOException {
        String role = name.startsWith("manager") ? "manager" : "clerk";
        String code = ControlSocket.ask(control(), "enrol " + name + " " + role);
        screen.click("[data-do=staff]");
        screen.waitForSelector("[data-step=choose]");
        screen.click("[data-do=code]");
        screen.waitForSelector("[data-step=code]");
        type(screen, code);
        screen.waitForSelector("[data-step=new-pin]");
        rules.hold(screen);
        type(screen, PIN);
        screen.waitForSelector("[data-step=same-pin]");
        type(screen, PIN);
        screen.waitForSelector("main[data-page=home]");
    }

    private static void type(Page screen, String digits) {
        press(screen, digits);
        dots(screen, digits.length());
        screen.click("[data-do=enter]");
    }

    private static void page(Page screen, String name) {
        if (screen.locator("main[data-page=home]").count() == 0) {
            screen.click("[data-do=home]");
            screen.waitForSelector("main[data-page=home]");
        }
        screen.click("[data-do=go][data-page=" + name + "]");
        screen.waitForSelector("main[data-page=" + name + "]");
    }

    private static void wall(Page screen) {
        String html = screen.content();
        for (String canary : CANARIES) {
            assertFalse(html.contains(canary), canary);
        }
    }

    private void auditTellsWhoAndNothingElse() throws IOException {
        String log = "";
        try (Stream<Path> files = Files.walk(dir.resolve("data/audit"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                log += new String(Files.readAllBytes(file), ISO_8859_1);
            }
        }
        for (String event : List.of("SERVICE_STOPPED", "SERVICE_RESUMED", "SELF_TESTED")) {
            assertTrue(log.lines().anyMatch(line -> line.contains(event) && line.contains("manager-1")), event);
        }
        try (Stream<Path> files = Files.walk(dir.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), ISO_8859_1);
                assertFalse(text.contains(PIN), file.toString());
            }
        }
    }
}
