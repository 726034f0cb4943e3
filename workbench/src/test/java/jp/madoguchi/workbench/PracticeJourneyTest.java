package jp.madoguchi.workbench;

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
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody tries the kiosk at leisure, without card and without money, and nobody outside of the screen learns of it. */
class PracticeJourneyTest {
    @TempDir
    Path dir;

    @Test
    void journey_fromWelcomeToSpecimen_isPractisedOnTheScreenAlone() throws IOException, Kiosk.Unusable {
        ScreenRules rules = new ScreenRules();
        try (Workbench world = Desk.lay(dir);
                KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1080, 1920)) {
            Page screen = KioskBrowser.open(person, world);
            at(screen, "welcome");
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

            world.readers().place(world.cards().open("aomori-hanako"));
            screen.waitForSelector("[role=alert]");
            screen.click("[data-do=acknowledge]");
            stand(screen, rules, "take-card");
            assertTrue(screen.innerText(".specimen").contains("本物"), "it is called for, and was not read");
            world.readers().take();
            at(screen, "welcome");
            assertFalse(screen.isVisible(".practice"));

            assertEquals(List.of(), browser.complaints);
            assertEquals(List.of(), world.printer().printed(), "no paper");
            assertEquals(0, world.cash().tray(), "no money");
        }
        assertEquals(Set.of(Ledger.NO_VISIT), visits(), "the ledger tells of no visit");
        List<String> audit = Files.readAllLines(dir.resolve("data/audit/log-000000000001.jsonl"));
        assertTrue(audit.stream().anyMatch(line -> line.contains("SCREEN_OPENED")));
        assertEquals(
                List.of(),
                audit.stream().filter(line -> line.contains("\"VISIT_")).toList());
    }

    private static void stand(Page screen, ScreenRules rules, String stage) {
        at(screen, stage);
        rules.hold(screen);
        assertTrue(screen.innerText(".specimen").contains("練習"), "said on every screen");
    }

    /** Whose the facts are, of every kind that there is. */
    private Set<VisitId> visits() {
        try (Ledger ledger = new Ledger(dir.resolve("data/ledger.db"), Clock.systemUTC())) {
            return Stream.of(Fact.class.getPermittedSubclasses())
                    .flatMap(kind -> ledger.entries(kind.asSubclass(Fact.class)).stream())
                    .map(Ledger.Entry::visit)
                    .collect(Collectors.toSet());
        }
    }
}
