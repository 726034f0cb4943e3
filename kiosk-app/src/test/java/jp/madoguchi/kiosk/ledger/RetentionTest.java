package jp.madoguchi.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.LeftItem;
import jp.madoguchi.kiosk.terms.Settlement;
import jp.madoguchi.kiosk.terms.SettlementReason;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is forgotten, what stays, and that nothing that is derived from the facts changes by it. */
class RetentionTest {
    private static final Instant OLD = Instant.parse("2025-01-06T03:00:00Z");
    private static final Instant NOW = OLD.plus(Duration.ofDays(500));
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(400));
    private static final VisitId VISIT = new VisitId("1".repeat(32));
    private static final VisitId LAST = new VisitId("2".repeat(32));
    private static final Map<Integer, Integer> HOPPERS = Map.of(3, 100);
    private static final Fact COIN = new Fact.CoinInserted(500, 1, "COIN");
    private static final Fact ENDED = new Fact.Ended("CANCELLED", "", "not-issued", 0, 0, 0, 0);
    private static final Fact REPORTED = new Fact.Reported();

    @TempDir
    Path dir;

    private Instant time = OLD;
    private Ledger ledger;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @BeforeEach
    void open() {
        ledger = new Ledger(file(), clock);
        ledger.record(Ledger.NO_VISIT, new Fact.HopperCounted(3, 50, "first", 100));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Path file() {
        return dir.resolve("ledger.db");
    }

    private void record(VisitId visit, List<Fact> facts) {
        facts.forEach(fact -> ledger.record(visit, fact));
    }

    private static List<Fact> delivered() {
        return List.of(
                new Fact.Ordered("d".repeat(32), 300),
                new Fact.SlotsOpened(),
                COIN,
                new Fact.SlotsShut(),
                new Fact.PayOutIntended(200, 3, 2, 40),
                new Fact.HopperPaid(3, 2, 200, true),
                new Fact.PayOutEnded(200, 0, true),
                new Fact.PrintIntended("D-1", "e".repeat(64), 2),
                new Fact.PrintJobCreated(7),
                new Fact.PrintEnded("PRINTED", 2),
                new Fact.Ended("DELIVERED", "d".repeat(32), "printed", 500, 300, 200, 0),
                REPORTED);
    }

    private static List<Fact> owed(Fact... more) {
        List<Fact> facts = new ArrayList<>(List.of(
                COIN,
                new Fact.Claimed(500, true),
                new Fact.ClaimSlipIntended(500, true),
                new Fact.ClaimSlipEnded("PRINTED"),
                new Fact.Ended("CANCELLED", "", "not-issued", 500, 0, 0, 500),
                REPORTED));
        facts.addAll(List.of(more));
        return facts;
    }

    private static final Fact SETTLED = new Fact.ClaimSettled(
            Settlement.REFUNDED, 500, 500, 0, SettlementReason.MONEY_NOT_GIVEN_BACK, "", "clerk-1");

    private static List<Fact> without(List<Fact> facts, Class<? extends Fact> kind) {
        return facts.stream().filter(fact -> !kind.isInstance(fact)).toList();
    }

    static Stream<Arguments> visits() {
        return Stream.of(
                Arguments.of("delivered", delivered(), true),
                Arguments.of("nothing happened", List.of(ENDED, REPORTED), true),
                Arguments.of("the center refuses to hear of it", List.of(ENDED, new Fact.ReportRefused("X")), true),
                Arguments.of("a claim that was settled", owed(SETTLED), true),
                Arguments.of("a claim that is open", owed(), false),
                Arguments.of("not reported", without(delivered(), Fact.Reported.class), false),
                Arguments.of("no end", List.of(new Fact.Ordered("d".repeat(32), 300)), false),
                Arguments.of("money told after the end", List.of(ENDED, REPORTED, COIN), false),
                Arguments.of(
                        "a doubt that nobody has looked into",
                        List.of(new Fact.CashBroken("NOTE_JAM", "", true), new Fact.Claimed(0, false), ENDED, REPORTED),
                        false),
                Arguments.of("the service is off", List.of(new Fact.Latched("visit"), ENDED, REPORTED), false),
                Arguments.of(
                        "something is kept for the resident",
                        List.of(ENDED, REPORTED, new Fact.LeftBehind(LeftItem.CARD, "clerk-1")),
                        false));
    }

    /** All that anybody derives. */
    private List<Object> derived() {
        Books books = new Books(ledger, HOPPERS);
        return List.of(
                ledger.lastCounter("COIN"),
                ledger.lastCounter("BILL"),
                ledger.latched(),
                ledger.interrupted(),
                ledger.unreported(),
                new Claims(ledger).open(),
                new LeftItems(ledger).kept(),
                books.closings(),
                books.cash().accounts(),
                books.now());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("visits")
    void visit_old_isForgottenOnlyWhenNobodyNeedsIt(String name, List<Fact> facts, boolean forgotten) {
        record(VISIT, facts);
        ledger.record(LAST, new Fact.CounterSeen("COIN", 2));
        ledger.record(Ledger.NO_VISIT, new Fact.HopperCounted(3, 48, "second", 100));
        closeTheDay();
        time = NOW;
        List<Object> before = derived();
        assertEquals(forgotten ? 1 : 0, ledger.forget(BEFORE), name);
        assertEquals(forgotten, ledger.facts(VISIT).isEmpty());
        assertEquals(before, derived(), name);
        assertEquals(0, ledger.forget(BEFORE), "once");
    }

    static Stream<Arguments> needs() {
        return Stream.of(
                Arguments.of("its hopper was not counted since", true, false, 2),
                Arguments.of("the books were not closed since", false, true, 2),
                Arguments.of("a device's counter goes on from it", true, true, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("needs")
    void visit_fromWhichSomethingIsDerived_stays(String name, boolean closed, boolean counted, int counter) {
        record(VISIT, delivered());
        if (counter > 1) {
            ledger.record(LAST, new Fact.CounterSeen("COIN", counter));
        }
        if (counted) {
            ledger.record(Ledger.NO_VISIT, new Fact.HopperCounted(3, 48, "second", 100));
        }
        if (closed) {
            closeTheDay();
        }
        time = NOW;
        List<Object> before = derived();
        assertEquals(0, ledger.forget(BEFORE), name);
        assertEquals(before, derived());
    }

    private void closeTheDay() {
        Books books = new Books(ledger, HOPPERS);
        assertTrue(books.close(books.now().number(), "clerk-1"));
    }

    @Test
    void visit_ofWhichSomethingWasToldLately_stays() {
        record(VISIT, without(delivered(), Fact.Reported.class));
        time = NOW;
        ledger.record(VISIT, REPORTED);
        ledger.record(LAST, new Fact.CounterSeen("COIN", 2));
        ledger.record(Ledger.NO_VISIT, new Fact.HopperCounted(3, 48, "second", 100));
        closeTheDay();
        assertEquals(0, ledger.forget(BEFORE));
    }

    /** Whoever adds a fact decides whether a visit that has one may go: what stands in neither place keeps its visit for ever. */
    @Test
    void facts_ofEveryKind_areEitherOverWithTheirVisitOrKeepIt() {
        Set<Class<?>> kept = Set.of(
                Fact.HopperCounted.class,
                Fact.CashFilled.class,
                Fact.CashEmptied.class,
                Fact.CashCounted.class,
                Fact.DayClosed.class,
                Fact.LeftBehind.class,
                Fact.HandedOn.class,
                Fact.Latched.class);
        Set<Class<?>> decided = new HashSet<>(kept);
        decided.addAll(Retention.OVER);
        assertEquals(Set.of(Fact.class.getPermittedSubclasses()), decided);
    }

    @Test
    void counters_thatWereSeenLongAgo_goExceptTheLastOnes() throws SQLException {
        for (int counter = 1; counter <= 9; counter++) {
            ledger.record(Ledger.NO_VISIT, new Fact.CounterSeen("COIN", counter));
            ledger.record(Ledger.NO_VISIT, new Fact.CounterSeen("BILL", 10 + counter));
        }
        time = NOW;
        List<Object> before = derived();
        assertEquals(0, ledger.forget(BEFORE));
        assertEquals(before, derived());
        assertEquals(2, ledger.entries(Fact.CounterSeen.class).size());
    }

    @Test
    void facts_afterwards_areStillGuarded() throws SQLException {
        record(VISIT, List.of(ENDED, REPORTED));
        record(LAST, List.of(ENDED));
        time = NOW;
        assertEquals(1, ledger.forget(BEFORE));
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = raw.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("DELETE FROM fact"));
            assertThrows(SQLException.class, () -> statement.execute("UPDATE fact SET body = '{}'"));
        }
        ledger.close();
        ledger = new Ledger(file(), clock);
        assertEquals(List.of(ENDED), ledger.facts(LAST));
    }

    @Test
    void forget_whenTheFileIsLocked_changesNothing() throws SQLException {
        record(VISIT, List.of(ENDED, REPORTED));
        time = NOW;
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThrows(LedgerUnavailable.class, () -> ledger.forget(BEFORE));
            statement.execute("ROLLBACK");
        }
        assertEquals(List.of(ENDED, REPORTED), ledger.facts(VISIT));
        assertEquals(1, ledger.forget(BEFORE));
    }

    /** As when the power goes in its midst: what was not committed is not there at the next start, the guard is. */
    @Test
    void forget_thatNeverCameToItsEnd_hasForgottenNothing() throws Exception {
        record(VISIT, List.of(ENDED, REPORTED));
        Path copy = Files.createDirectory(dir.resolve("copy"));
        try (Connection half = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = half.createStatement()) {
            statement.execute("PRAGMA cache_size = 1"); // so that the half is in the log, and not in memory alone
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("DROP TRIGGER fact_no_DELETE");
            statement.execute("DELETE FROM fact");
            for (String name : List.of("ledger.db", "ledger.db-wal")) {
                Files.write(copy.resolve(name), Files.readAllBytes(dir.resolve(name)));
            }
            statement.execute("ROLLBACK");
        }
        try (Ledger next = new Ledger(copy.resolve("ledger.db"), clock)) {
            assertEquals(List.of(ENDED, REPORTED), next.facts(VISIT));
        }
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("ledger.db"));
                Statement statement = raw.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("DELETE FROM fact"));
        }
    }

    @Test
    void room_ofWhatIsForgotten_isGivenBack() throws IOException {
        for (int i = 0; i < 300; i++) {
            record(new VisitId(String.format("%032x", i + 16)), delivered());
        }
        ledger.record(LAST, new Fact.CounterSeen("COIN", 2));
        ledger.record(Ledger.NO_VISIT, new Fact.HopperCounted(3, 48, "second", 100));
        closeTheDay();
        time = NOW;
        List<Object> before = derived();
        ledger.close();
        long size = Files.size(file());
        ledger = new Ledger(file(), clock);
        assertEquals(300, ledger.forget(BEFORE));
        assertEquals(before, derived());
        assertTrue(Files.size(file()) * 4 < size, Files.size(file()) + " of " + size);
    }
}
