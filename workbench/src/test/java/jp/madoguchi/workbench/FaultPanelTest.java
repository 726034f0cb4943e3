package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.printer.PrinterSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fault panel of the outside world: what it breaks closes the kiosk, and what it mends opens it again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultPanelTest {
    private Workbench world;
    private FaultPanel panel;
    private Visitor visitor;

    @BeforeAll
    void start(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        world = Workbench.start(dir, new Workbench.Settings(0, Optional.empty(), PrinterSettings.instant()));
        panel = new FaultPanel(world);
        visitor = new Visitor(world, "aomori-hanako", Map.of());
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void fault_ofNoName_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> panel.press("no-such-fault"));
    }

    @Test
    void cardFault_withoutACard_isRefusedAndSaysWhy() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> panel.press("card-torn"));
        assertEquals("place a card first", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "reader-unplugged, NO_READER",
        "reader-second, SEVERAL_READERS",
        "reader-service, READER_SERVICE_DOWN",
        "printer-door, PRINTER_DOOR_OPEN",
        "printer-offline, PRINTER_OFFLINE",
        "printer-cable, PRINTER_UNREACHABLE",
        "printer-power, PRINTER_UNREACHABLE",
        "cash-cable, CASH_UNREACHABLE",
        "center-line, CENTER_UNREACHABLE",
        "center-closed, CENTER_CLOSED"
    })
    void fault_thatLasts_closesTheKioskUntilItIsMended(String slug, Obstacle obstacle)
            throws IOException, InterruptedException {
        visitor.awaitStage(Stage.WELCOME);
        panel.press(slug);
        visitor.awaitObstacle(obstacle);
        assertTrue(on(slug), "the page shows that it lasts");
        panel.press(slug);
        visitor.awaitStage(Stage.WELCOME);
        assertEquals(false, on(slug));
    }

    @Test
    void faults_allOfThem_canBePressedAndMended() throws IOException, InterruptedException {
        JpkiCard card = world.cards().open("aomori-hanako");
        panel.placed(Optional.of(card));
        for (Map<String, Object> fault : panel.state()) {
            String slug = String.valueOf(fault.get("slug"));
            panel.press(slug);
            assertEquals(fault.get("lasting"), on(slug), slug);
            if (on(slug)) {
                panel.press(slug);
            }
        }
        world.cash().fillHopper(Workbench.COINS);
        card.script();
        panel.placed(Optional.empty());
        visitor.awaitStage(Stage.WELCOME);
    }

    private boolean on(String slug) {
        return panel.state().stream()
                .filter(fault -> slug.equals(fault.get("slug")))
                .anyMatch(fault -> Boolean.TRUE.equals(fault.get("on")));
    }
}
