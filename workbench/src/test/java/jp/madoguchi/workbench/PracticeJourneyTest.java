package jp.madoguchi.workbench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static jp.madoguchi.workbench.KioskBrowser.at;
import static jp.madoguchi.workbench.KioskBrowser.dots;
import static jp.madoguchi.workbench.KioskBrowser.press;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.simulators.printer.PrinterSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody tries the kiosk at leisure, without card and without money, and nobody outside of the screen learns of it. */
class PracticeJourneyTest {
    @TempDir
    Path dir;

    private Workbench world;

    @BeforeEach
    void start() throws IOException, Kiosk.Unusable {
        world = Workbench.start(dir, new Workbench.Settings(0, Optional.empty(), PrinterSettings.instant()));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void journey_fromWelcomeToSpecimen_isPractisedOnTheScreenAlone() throws IOException {
        ScreenRules rules = new ScreenRules();
        try (KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1080, 1920)) {
            Page screen = person.newPage();
            screen.setContent("<form method=post action='"
                    + world.kiosk().address().resolve("/session") + "'><input name=token value='"
                    + world.kiosk().screenToken() + "'></form>");
            screen.evaluate("document.forms[0].submit()");
            at(screen, "welcome");
            Map<Path, String> before = written();
            rules.hold(screen);
            screen.click("#practice-languages summary");
            rules.hold(screen);
            screen.click("[data-do=begin][data-service=practice][data-lang=ja]");
            stand(screen, rules, "place-card");
            screen.click("[data-do=acknowledge]");
            stand(screen, rules, "enter-pin");
            press(screen, "0000");
            dots(screen, 4);
            screen.click("[data-do=pin-entered]");
            stand(screen, rules, "take-card");
            screen.click("[data-do=acknowledge]");
            stand(screen, rules, "choose-document");
            screen.click("[data-do=choose][data-kind=residence-record]");
            stand(screen, rules, "choose-options");
            screen.click("[data-do=options]");
            stand(screen, rules, "confirm");
            screen.click("[data-do=confirm]");
            stand(screen, rules, "pay");
            screen.click("[data-do=coin][data-yen='100']");
            screen.waitForSelector("[data-in]:text-is('¥100')");
            screen.click("[data-do=coin][data-yen='500']");
            stand(screen, rules, "take-paper");
            assertTrue(screen.isVisible(".sample-sheet"));
            screen.click("[data-do=acknowledge]");
            at(screen, "welcome");
            assertFalse(screen.isVisible(".practice"));

            assertEquals(List.of(), browser.complaints);
            assertEquals(List.of(), world.printer().printed(), "no paper");
            assertEquals(0, world.cash().tray(), "no money");
            assertEquals(begun(before), begun(written()), "no visit was begun in the ledger or in the audit log");
        }
    }

    private static void stand(Page screen, ScreenRules rules, String stage) {
        at(screen, stage);
        rules.hold(screen);
        assertTrue(screen.innerText(".specimen").contains("練習"), "said on every screen");
    }

    private static long begun(Map<Path, String> files) {
        return files.values().stream()
                .mapToLong(text -> text.split("VISIT_BEGUN|VisitOpened|PRACTICE", -1).length - 1)
                .sum();
    }

    /** All that is on the disk. */
    private Map<Path, String> written() throws IOException {
        Map<Path, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(file, Files.readString(file, ISO_8859_1));
            }
        }
        return all;
    }
}
