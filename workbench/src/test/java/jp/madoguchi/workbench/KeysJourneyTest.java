package jp.madoguchi.workbench;

import static jp.madoguchi.workbench.KioskBrowser.at;
import static jp.madoguchi.workbench.KioskBrowser.dots;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.workbench.screens.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sees the screen and cannot touch it: every step by the keys of the keypad, in silence. */
class KeysJourneyTest {
    /** More stops than any screen has. */
    private static final int MOST_STOPS = 60;

    @Test
    void residenceRecord_byKeysAlone_isDelivered(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        try (Workbench world = Desk.lay(dir);
                KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(1280, 800)) {
            Page screen = KioskBrowser.open(person, world);
            at(screen, "welcome");
            choose(screen, "[data-do=begin][data-lang=pt]:not([data-service])", "place-card");
            world.readers().place(world.cards().open("aomori-hanako"));
            at(screen, "enter-pin");
            screen.keyboard().type("129");
            dots(screen, 3);
            screen.keyboard().press("Backspace");
            dots(screen, 2);
            screen.keyboard().type("34");
            dots(screen, 4);
            screen.keyboard().press("Enter"); // leads to what goes on …
            screen.keyboard().press("Enter"); // … and does it
            at(screen, "take-card");
            world.readers().take();
            at(screen, "choose-document");
            choose(screen, "[data-do=choose][data-kind=residence-record]", "choose-options");
            reach(screen, "[name='option.domicile'][value=yes]");
            screen.keyboard().press("Enter");
            screen.waitForSelector("[name='option.domicile'][value=yes]:checked");
            choose(screen, "[data-do=options]", "confirm");
            choose(screen, "[data-do=back]", "choose-options");
            assertEquals(true, screen.isChecked("[name='option.domicile'][value=yes]"), "kept on the way back");
            choose(screen, "[data-do=options]", "confirm");
            choose(screen, "[data-do=confirm]", "pay");
            new Walk(world, screen, "pt").pay();
            at(screen, "take-paper");
            assertEquals(2, world.printer().printed().size(), "one document, one receipt");
            choose(screen, "[data-do=acknowledge]", "welcome");
            assertEquals(List.of(), browser.complaints);
        }
    }

    private static void choose(Page screen, String button, String next) {
        reach(screen, button);
        screen.keyboard().press("Enter");
        at(screen, next);
    }

    /** Goes from one thing to the next until this one has the focus. */
    private static void reach(Page screen, String wanted) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            screen.keyboard().press("ArrowDown");
            if (Boolean.TRUE.equals(screen.evaluate("wanted => document.activeElement.matches(wanted)", wanted))) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + wanted);
    }
}
