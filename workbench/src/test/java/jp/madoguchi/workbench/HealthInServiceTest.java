package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.control.ControlSocket;
import jp.madoguchi.kiosk.health.Exposition;
import jp.madoguchi.kiosk.health.Health;
import jp.madoguchi.kiosk.health.HealthJson;
import jp.madoguchi.kiosk.health.Level;
import jp.madoguchi.kiosk.health.State;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a whole kiosk says of itself while it serves, breaks and is mended: the control socket and the metrics, by their own wires. */
@Timeout(120)
class HealthInServiceTest {
    @TempDir
    Path dir;

    /** One connection: those that were used lie open for a while, and the kiosk has few. */
    private final HttpClient scraper = HttpClient.newHttpClient();

    private Workbench world;

    @BeforeEach
    void start() throws IOException, Kiosk.Unusable {
        world = Desk.lay(dir);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Health health() throws IOException {
        return HealthJson.read(ControlSocket.ask(dir.resolve("data/control.sock"), "health"));
    }

    private String metrics() throws IOException, InterruptedException {
        HttpRequest scrape =
                HttpRequest.newBuilder(world.kiosk().metrics().orElseThrow()).build();
        return scraper.send(scrape, HttpResponse.BodyHandlers.ofString()).body();
    }

    private double value(String name, String label, String of) throws IOException, InterruptedException {
        List<Exposition.Sample> found = Exposition.read(metrics()).values().stream()
                .flatMap(metric -> metric.samples().stream())
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> label.isEmpty() || of.equals(sample.labels().get(label)))
                .toList();
        assertEquals(1, found.size(), name + " " + of);
        return found.get(0).value();
    }

    /** The screen shows the end before it is counted. */
    private double delivered() {
        try {
            return value("madoguchi_visits_total", "outcome", "delivered");
        } catch (IOException | InterruptedException unread) {
            throw new AssertionError(unread);
        }
    }

    @Test
    void kiosk_thatIsWell_saysSoEverywhere() throws IOException, InterruptedException {
        new Visitor(world, "aomori-hanako", Map.of()).awaitStage(Stage.WELCOME);
        Health health = health();
        assertEquals(State.READY, health.state());
        assertTrue(health.well());
        assertEquals(Set.of(), health.obstacles());
        assertEquals(Set.of(Part.values()), health.parts().keySet());
        assertEquals(Map.of(100, Workbench.COINS, 10, Workbench.COINS), health.hoppers());
        assertEquals(Level.ENOUGH, health.paper());
        assertEquals(0, health.owed().claims());
        assertTrue(health.certificateDays() > 0, "days: " + health.certificateDays());
        assertEquals(Set.of(), health.stuck());
        assertEquals(1, value("madoguchi_state", "state", "ready"));
    }

    @Test
    void printer_thatIsOpen_isInTheWayUntilItIsShut() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(world, "aomori-hanako", Map.of());
        visitor.awaitStage(Stage.WELCOME);
        FaultPanel panel = new FaultPanel(world);
        panel.press("printer-door");
        visitor.awaitObstacle(Obstacle.PRINTER_DOOR_OPEN);
        Health closed = health();
        assertEquals(State.CLOSED, closed.state());
        assertEquals(
                Set.of(Obstacle.PRINTER_DOOR_OPEN), closed.part(Part.PRINTER).obstacles());
        assertFalse(closed.part(Part.PRINTER)
                .since()
                .isBefore(closed.part(Part.CASH).since()));
        assertEquals(1, value("madoguchi_obstacle", "code", "PRINT-05"));
        assertEquals(0, value("madoguchi_part_ready", "part", "printer"));
        panel.press("printer-door");
        visitor.awaitStage(Stage.WELCOME);
        assertEquals(State.READY, health().state());
        assertEquals(0, value("madoguchi_obstacle", "code", "PRINT-05"));
    }

    @Test
    void printer_thatWarns_isReadyAndSaysOfWhat() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(world, "aomori-hanako", Map.of());
        visitor.awaitStage(Stage.WELCOME);
        world.printer().lowToner(true);
        visitor.awaitUntil("low toner", () -> world.kiosk().health().toner() == Level.LOW);
        assertEquals(State.READY, health().state());
        assertEquals(1, value("madoguchi_device_failure", "code", "PRINT-04"));
        assertEquals(1, value("madoguchi_part_ready", "part", "printer"));
    }

    @Test
    void visit_isCounted_andNothingOfTheResidentIs() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(world, "aomori-hanako", Map.of());
        visitor.awaitStage(Stage.WELCOME);
        String visit = world.kiosk().screen().visit().id().hex();
        assertEquals("delivered", visitor.play().end());
        visitor.awaitUntil("a visit that is counted", () -> delivered() == 1);
        assertEquals(1, value("madoguchi_visits_begun_total", "", ""));
        assertEquals(1, value("madoguchi_stage_seconds_count", "stage", "print"));
        assertTrue(value("madoguchi_ledger_write_seconds_count", "", "") > 5, "facts were recorded");
        assertEquals(0, value("madoguchi_claims_open", "", ""));
        String all = metrics() + HealthJson.write(world.kiosk().health());
        for (String canary : List.of("青森", "花子", "AOMORI", "HANAKO", "aomori", visit)) {
            assertFalse(all.contains(canary), canary);
        }
        assertFalse(Pattern.compile("[0-9a-f]{32}").matcher(all).find(), "no id of a visit, request or certificate");
    }
}
