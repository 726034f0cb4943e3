package jp.madoguchi.workbench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.control.ControlSocket;
import jp.madoguchi.kiosk.ledger.Balance;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.simulators.disk.SmallDisk;
import jp.madoguchi.simulators.printer.PrinterSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole program with a ledger that cannot be used: at the start, and in the midst of a visit. */
class LedgerTroubleTest {
    private static final String HANAKO = "aomori-hanako";
    private static final long DISK = 64L << 20;

    @TempDir
    Path dir;

    @BeforeEach
    void lay() throws IOException {
        CardOffice.supply(dir);
        Files.createDirectory(data());
    }

    private Path data() {
        return dir.resolve("data");
    }

    private Path file() {
        return data().resolve("ledger.db");
    }

    private Workbench start() throws IOException, Kiosk.Unusable {
        return Workbench.start(dir, new Workbench.Settings(0, Optional.empty(), PrinterSettings.instant()));
    }

    private SmallDisk smallDisk() throws IOException {
        Optional<SmallDisk> disk = SmallDisk.mount(data(), DISK);
        assumeTrue(disk.isPresent(), "only root can mount a disk");
        return disk.get();
    }

    private void closedBecauseOf(Workbench world, Obstacle obstacle) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(world, HANAKO, Map.of());
        visitor.awaitObstacle(obstacle);
        assertEquals(Stage.CLOSED, world.kiosk().screen().visit().stage());
        assertEquals(
                obstacle.code(),
                visitor.client().screen().select(".staff .code").text());
        assertEquals("closed", ControlSocket.ask(data().resolve("control.sock"), "stage"));
    }

    @Test
    void start_whileAnotherProgramHasTheLedger_isClosedAndBeginsWhenItHasNot() throws Exception {
        new Ledger(file(), Clock.systemUTC()).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try (Workbench world = start()) {
                closedBecauseOf(world, Obstacle.LEDGER_LOCKED);
                statement.execute("ROLLBACK");
                new Visitor(world, HANAKO, Map.of()).awaitStage(Stage.WELCOME);
            }
        }
    }

    @Test
    void start_onAFullDisk_isClosedAndBeginsWhenThereIsRoom() throws Exception {
        try (SmallDisk disk = smallDisk()) {
            disk.fill(0);
            try (Workbench world = start()) {
                closedBecauseOf(world, Obstacle.LEDGER_FULL);
                disk.free();
                new Visitor(world, HANAKO, Map.of()).awaitStage(Stage.WELCOME);
            }
        }
    }

    @Test
    void start_withADamagedLedger_isClosedAndLeavesItAsItIs() throws Exception {
        byte[] damaged = "neither a ledger nor anything else".repeat(200).getBytes(US_ASCII);
        Files.write(file(), damaged);
        try (Workbench world = start()) {
            closedBecauseOf(world, Obstacle.LEDGER_DAMAGED);
        }
        assertArrayEquals(damaged, Files.readAllBytes(file()));
    }

    static Stream<Arguments> fillings() {
        return Stream.of(
                Arguments.of("before the document is asked for", "confirm", act((visitor, disk) -> disk.fill(0)), 0, 0),
                Arguments.of(
                        "before the coin",
                        "pay",
                        act((visitor, disk) -> {
                            disk.fill(0);
                            visitor.drop(500);
                        }),
                        500,
                        0),
                Arguments.of(
                        "between two coins",
                        "pay",
                        act((visitor, disk) -> {
                            visitor.drop(100);
                            visitor.awaitUntil("100 yen", () -> inserted(visitor) == 100);
                            disk.fill(0);
                            visitor.drop(100);
                        }),
                        200,
                        0),
                Arguments.of(
                        "before a note, which goes back",
                        "pay",
                        act((visitor, disk) -> {
                            disk.fill(0);
                            visitor.insertNote();
                        }),
                        0,
                        1000));
    }

    private static int inserted(Visitor visitor) {
        return visitor.world().kiosk().screen().visit().money().inserted().amount();
    }

    @FunctionalInterface
    private interface Filling {
        void at(Visitor visitor, SmallDisk disk) throws IOException, InterruptedException;
    }

    private static Filling act(Filling filling) {
        return filling;
    }

    /** What cannot be recorded is not done, what has happened is told on the screen, and recorded when there is room. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("fillings")
    void visit_inWhoseMidstTheDiskIsFull_endsWithAllMoneyAccountedFor(
            String name, String stage, Filling filling, int owed, int tray) throws Exception {
        try (SmallDisk disk = smallDisk()) {
            VisitId[] id = new VisitId[1];
            try (Workbench world = start()) {
                boolean[] filled = new boolean[1];
                Visitor visitor = new Visitor(world, HANAKO, Map.of(stage, (each, screen) -> {
                    if (filled[0]) {
                        return false;
                    }
                    filled[0] = true;
                    id[0] = each.world().kiosk().screen().visit().id();
                    filling.at(each, disk);
                    return stage.equals("confirm");
                }));
                visitor.awaitStage(Stage.WELCOME);
                Visitor.Result result = visitor.play();
                assertEquals("ledger-failed", result.end(), result.words());
                assertEquals(owed, result.money().owed().amount());
                assertEquals(owed > 0, result.words().contains(visitor.claimNumber()), result.words());
                assertEquals(tray, world.cash().tray(), "nothing is paid out that cannot be recorded");
                assertTrue(world.printer().printed().isEmpty());
                visitor.awaitObstacle(Obstacle.LEDGER_FULL);
                assertEquals(Stage.CLOSED, world.kiosk().screen().visit().stage());
                disk.free();
                visitor.awaitStage(Stage.WELCOME);
            }
            try (Ledger ledger = new Ledger(file(), Clock.systemUTC())) {
                List<Fact> facts = ledger.facts(id[0]);
                assertEquals(new Balance(owed, 0, 0, owed, true), Balance.of(facts), () -> facts.toString());
                assertEquals(owed > 0, facts.contains(new Fact.Claimed(owed, true)), () -> facts.toString());
                assertFalse(ledger.interrupted().containsKey(id[0]));
            }
        }
    }
}
