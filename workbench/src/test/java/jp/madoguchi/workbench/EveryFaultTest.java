package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static jp.madoguchi.workbench.KioskBrowser.attribute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.workbench.screens.Walk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each button of the fault panel, pressed in the browser beside the kiosk's screen, and what that screen says then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFaultTest {
    private static final String RESIDENT = "aomori-hanako";

    private static final List<Language> LANGUAGES = List.of(Language.values());

    private final KioskBrowser browser = new KioskBrowser();
    private final OutsideWorld outside = new OutsideWorld(0);
    private final Workbench world;
    private final Page screen;
    private final Page hands;
    private int visits;

    EveryFaultTest(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir, new Workbench.Settings(0, Optional.of(outside.opener()), PrinterSettings.instant()));
        outside.show(world);
        BrowserContext display = browser.person(1080, 1920);
        screen = display.newPage();
        screen.navigate(world.kiosk().address().toString());
        hands = browser.person(1280, 800).newPage();
        hands.navigate(outside.address().toString());
    }

    @AfterAll
    void stop() {
        browser.close();
        world.close();
        outside.close();
    }

    @BeforeEach
    void begin() {
        browser.complaints.clear();
        world.cash().takeCoins();
        at(screen, "welcome");
    }

    /** Whatever was left undone is put right, and the visit led to its end. */
    @AfterEach
    void end() throws IOException {
        for (String pressed : hands.locator("[data-do='/fault'][aria-pressed=true]").all().stream()
                .map(each -> each.getAttribute("data-value"))
                .toList()) {
            press(pressed);
        }
        press("hopper-full");
        act("[data-do='/card/take']");
        new Walk(world, screen, "ja").to("welcome");
    }

    // ── nobody is served ──

    /** A fault before anybody comes. */
    record Closing(String slug, Obstacle obstacle) {}

    static Stream<Closing> closing() {
        return Stream.of(
                new Closing("reader-unplugged", Obstacle.NO_READER),
                new Closing("reader-second", Obstacle.SEVERAL_READERS),
                new Closing("reader-service", Obstacle.READER_SERVICE_DOWN),
                new Closing("printer-door", Obstacle.PRINTER_DOOR_OPEN),
                new Closing("printer-offline", Obstacle.PRINTER_OFFLINE),
                new Closing("printer-cable", Obstacle.PRINTER_UNREACHABLE),
                new Closing("printer-power", Obstacle.PRINTER_UNREACHABLE),
                new Closing("coin-jam", Obstacle.CASH_JAM),
                new Closing("cash-cable", Obstacle.CASH_UNREACHABLE),
                new Closing("center-line", Obstacle.CENTER_UNREACHABLE),
                new Closing("center-closed", Obstacle.CENTER_CLOSED));
    }

    @ParameterizedTest
    @MethodSource("closing")
    void fault_beforeAVisit_isSaidUntilItIsMended(Closing fault) {
        press(fault.slug());
        at(screen, "closed");
        Told.closed(screen, fault.obstacle());
        hands.waitForSelector(button(fault.slug()) + "[aria-pressed=true]");
        press(fault.slug());
        at(screen, "welcome");
        hands.waitForSelector(button(fault.slug()) + "[aria-pressed=false]");
    }

    // ── in a visit ──

    /**
     * A fault in the middle of a visit.
     *
     * @param stage at which it happens
     * @param halts the printer stands still, and the screen says why, until it is mended
     */
    record Striking(String slug, String stage, boolean halts, EndReason end) {}

    private static Striking ends(String slug, String stage, EndReason end) {
        return new Striking(slug, stage, false, end);
    }

    static Stream<Striking> striking() {
        return Stream.of(
                ends("card-torn", "enter-pin", EndReason.CARD_REMOVED),
                ends("card-answer-lost", "enter-pin", EndReason.CARD_REMOVED),
                ends("card-verify-lost", "enter-pin", EndReason.CARD_REMOVED_AT_PIN),
                ends("card-garbage", "enter-pin", EndReason.CARD_UNREADABLE),
                ends("card-reset", "enter-pin", EndReason.CARD_REMOVED),
                ends("card-slow", "enter-pin", EndReason.DELIVERED),
                new Striking("printer-jam", "pay", true, EndReason.DELIVERED),
                new Striking("printer-jam-back", "pay", true, EndReason.PRINT_UNKNOWN),
                ends("printer-toner", "pay", EndReason.DELIVERED),
                ends("printer-create-lost", "pay", EndReason.DELIVERED),
                ends("printer-send-lost", "pay", EndReason.DELIVERED),
                ends("cash-power", "pay", EndReason.MONEY_UNCOUNTED),
                ends("cash-pay-out-lost", "pay", EndReason.DELIVERED),
                ends("cash-noise", "pay", EndReason.DELIVERED),
                ends("hopper-empty", "pay", EndReason.DELIVERED),
                ends("center-slow", "confirm", EndReason.DELIVERED),
                ends("document-stranger", "confirm", EndReason.DOCUMENT_UNTRUSTED));
    }

    @ParameterizedTest
    @MethodSource("striking")
    void fault_inAVisit_endsItWithReasonAndRemedy_orDoesNoHarm(Striking fault) throws IOException {
        String language = LANGUAGES.get(visits++ % LANGUAGES.size()).code();
        Walk walk = new Walk(world, screen, language).to("place-card");
        hands.selectOption("#card", RESIDENT);
        act("[data-do='/card/place']");
        at(screen, "enter-pin");
        walk.to(fault.stage());
        press(fault.slug());
        if (fault.halts()) {
            walk.to("print");
            screen.waitForSelector("main[data-stage=print] [data-trouble]");
            press(fault.slug());
        }
        if (fault.end() == EndReason.DELIVERED) {
            walk.to("take-paper");
            assertEquals("delivered", attribute(screen, "data-end"));
        } else {
            walk.to("ended");
            Told.ended(screen, fault.end());
        }
        assertEquals(language, attribute(screen, "data-language"));
        assertEquals(List.of(), browser.complaints);
    }

    /** The last screen of all: no mending of the center opens the kiosk again. */
    @Test
    void documentOfAnotherVisit_endsIt_andLatchesTheKiosk(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        try (Workbench other = Desk.lay(dir);
                BrowserContext person = browser.person(1080, 1920)) {
            FaultPanel panel = new FaultPanel(other);
            Page display = KioskBrowser.open(person, other);
            panel.press("document-misbound");
            Walk walk = new Walk(other, display, "en").to("ended");
            Told.ended(display, EndReason.DOCUMENT_MISBOUND);
            panel.press("document-misbound");
            walk.to("latched");
            assertTrue(display.innerText(".body").contains("This kiosk"), display.innerText(".body"));
            assertEquals(0, other.cash().tray(), "no money was asked for");
        }
    }

    /** None can be added to the panel and be left out here. What an office answers is {@code RegistrationJourneyTest}'s. */
    @Test
    void panel_hasTheseFaults_andNoOthers() {
        Set<String> here = Stream.of(
                        closing().map(Closing::slug),
                        striking().map(Striking::slug),
                        Stream.of("hopper-full", "center-registrations", "document-misbound"))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
        Set<String> onThePanel = new FaultPanel(world)
                .state().stream()
                        .map(fault -> String.valueOf(fault.get("slug")))
                        .collect(Collectors.toSet());
        assertEquals(onThePanel, here);
    }

    private void press(String slug) {
        act(button(slug));
    }

    private static String button(String slug) {
        return "[data-do='/fault'][data-value='" + slug + "']";
    }

    /** Done when the outside world has answered. */
    private void act(String button) {
        hands.waitForResponse(answer -> answer.request().method().equals("POST"), () -> hands.click(button));
    }
}
