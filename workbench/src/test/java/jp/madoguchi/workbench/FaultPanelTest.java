package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.simulators.card.JpkiCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The fault panel of the outside world, apart from its page. What each of its buttons does: {@code EveryFaultTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultPanelTest {
    private Workbench world;
    private FaultPanel panel;
    private Visitor visitor;

    @BeforeAll
    void start(@TempDir Path dir) throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
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
