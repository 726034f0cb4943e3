package jp.madoguchi.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.SettlementReason;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final VisitId OTHER = new VisitId("ffeeddccbbaa99887766554433221100");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC);
    private static final Fact.Ordered ORDERED = new Fact.Ordered(OTHER.hex(), 300);

    @TempDir
    Path dir;

    private Ledger open() {
        return new Ledger(dir.resolve("ledger.db"), CLOCK);
    }

    @Test
    void file_thatIsNoDatabase_isRefusedAndKept() throws IOException {
        Path file = dir.resolve("ledger.db");
        Files.writeString(file, "this is not a database, and long enough to be seen as one that is broken".repeat(20));
        byte[] before = Files.readAllBytes(file);
        assertThrows(LedgerUnavailable.class, this::open);
        assertEquals(List.of(before.length), List.of(Files.readAllBytes(file).length));
    }

    @Test
    void file_ofANewerProgram_isRefused() throws SQLException {
        open().close();
        try (var raw = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("ledger.db"));
                var statement = raw.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThrows(LedgerUnavailable.class, this::open);
    }

    @Test
    void fact_onceRecorded_cannotBeChangedOrRemoved() throws SQLException {
        try (Ledger ledger = open()) {
            ledger.record(VISIT, ORDERED);
        }
        try (var raw = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("ledger.db"));
                var statement = raw.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("UPDATE fact SET body = '{}'"));
            assertThrows(SQLException.class, () -> statement.execute("DELETE FROM fact"));
        }
    }

    @Test
    void fact_afterRecord_isSeenByAnotherConnection() {
        try (Ledger ledger = open();
                Ledger second = open()) {
            ledger.record(VISIT, new Fact.CoinInserted(500, 7, "COIN"));
            assertEquals(List.of(new Fact.CoinInserted(500, 7, "COIN")), second.facts(VISIT));
        }
    }

    @Test
    void fact_ofVersionOne_isReadAsWhatItMeantThen() throws SQLException {
        try (Ledger ledger = open()) {
            ledger.record(OTHER, ORDERED);
        }
        try (var raw = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("ledger.db"));
                var statement = raw.createStatement()) {
            statement.execute("PRAGMA user_version = 1");
            statement.execute("INSERT INTO fact (at, visit, kind, body) VALUES ('2025-01-01T00:00:00Z', '" + VISIT.hex()
                    + "', 'CoinInserted', '{\"yen\":500,\"counter\":7}')");
            statement.execute("INSERT INTO fact (at, visit, kind, body) VALUES ('2025-01-01T00:00:00Z', '" + VISIT.hex()
                    + "', 'HopperCounted', '{\"address\":3,\"coins\":50}')");
        }
        try (Ledger ledger = open()) {
            assertEquals(
                    List.of(new Fact.CoinInserted(500, 7, "COIN"), new Fact.HopperCounted(3, 50, "")),
                    ledger.facts(VISIT));
            assertEquals(OptionalInt.of(7), ledger.lastCounter("COIN"));
            assertEquals(OptionalInt.empty(), ledger.lastCounter("BILL"));
        }
    }

    @Test
    void lastCounter_eachDevice_isOfItsLastEventWhateverItWas() {
        try (Ledger ledger = open()) {
            ledger.record(VISIT, new Fact.CoinInserted(500, 7, "COIN"));
            ledger.record(VISIT, new Fact.NoteHeld(1000, 3));
            assertEquals(OptionalInt.of(3), ledger.lastCounter("BILL"));
            ledger.record(VISIT, new Fact.CoinInserted(1000, 4, "BILL"));
            ledger.record(OTHER, new Fact.CounterSeen("COIN", 12));
            assertEquals(OptionalInt.of(4), ledger.lastCounter("BILL"));
            assertEquals(OptionalInt.of(12), ledger.lastCounter("COIN"));
            assertFalse(ledger.interrupted().containsKey(OTHER));
        }
    }

    @Test
    void record_onAClosedDatabase_isUnavailable() {
        Ledger ledger = open();
        ledger.close();
        assertThrows(LedgerUnavailable.class, () -> ledger.record(VISIT, ORDERED));
    }

    static Stream<Arguments> interruptions() {
        Fact coin = new Fact.CoinInserted(500, 1, "COIN");
        Fact change = new Fact.PayOutEnded(200, 0, true);
        Fact intended = new Fact.PrintIntended("M-1", "ab", 2);
        return Stream.of(
                Arguments.of(List.of(ORDERED), 0, 0, 0, "not-issued"),
                Arguments.of(List.of(ORDERED, coin), 0, 0, 500, "not-issued"),
                Arguments.of(List.of(ORDERED, coin, new Fact.PayOutIntended(200, 3, 2, 40)), 0, 0, 500, "not-issued"),
                Arguments.of(
                        List.of(
                                ORDERED,
                                coin,
                                new Fact.PayOutIntended(200, 3, 2, 40),
                                new Fact.HopperPaid(3, 1, 100, true),
                                new Fact.PayOutIntended(100, 4, 10, 40)),
                        0,
                        100,
                        400,
                        "not-issued"),
                Arguments.of(
                        List.of(ORDERED, coin, new Fact.HopperPaid(3, 2, 200, true), change),
                        0,
                        200,
                        300,
                        "not-issued"),
                Arguments.of(List.of(ORDERED, coin, new Fact.NoteHeld(1000, 3)), 0, 0, 500, "not-issued"),
                Arguments.of(
                        List.of(ORDERED, new Fact.NoteHeld(1000, 3), new Fact.CoinInserted(1000, 4, "BILL")),
                        0,
                        0,
                        1000,
                        "not-issued"),
                Arguments.of(List.of(ORDERED, coin, change), 0, 200, 300, "not-issued"),
                Arguments.of(List.of(ORDERED, coin, change, intended), 0, 200, 300, "unknown"),
                Arguments.of(
                        List.of(ORDERED, coin, change, intended, new Fact.PrintEnded("PRINTED", 2)),
                        300,
                        200,
                        0,
                        "printed"),
                Arguments.of(
                        List.of(ORDERED, coin, change, intended, new Fact.PrintEnded("NOT_PRINTED", 0)),
                        0,
                        200,
                        300,
                        "not-printed"),
                Arguments.of(
                        List.of(ORDERED, coin, change, intended, new Fact.PrintEnded("UNKNOWN", 1)),
                        0,
                        200,
                        300,
                        "unknown"));
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void visit_interrupted_endsAsAccountedForOrAsAClaim(
            List<Fact> facts, int kept, int returned, int owed, String result) {
        try (Ledger ledger = open()) {
            facts.forEach(fact -> ledger.record(VISIT, fact));
            Interruption.Open open = Interruption.settle(ledger);
            if (!open.prints().isEmpty()) {
                assertEquals(List.of(VISIT), List.copyOf(ledger.interrupted().keySet()), "left open");
                ledger.record(VISIT, new Fact.PrintEnded("UNKNOWN", -1));
            }
            if (!open.payOuts().isEmpty()) {
                assertEquals(List.of(VISIT), List.copyOf(ledger.interrupted().keySet()), "left open");
                ledger.record(VISIT, new Fact.HopperPaid(3, 0, 0, false));
            }
            Interruption.close(ledger, VISIT);
            Interruption.close(ledger, VISIT);
            assertEquals(
                    1,
                    ledger.facts(VISIT).stream()
                            .filter(Fact.Ended.class::isInstance)
                            .count());
            List<Fact> all = ledger.facts(VISIT);
            Fact.Ended ended = (Fact.Ended) all.get(all.size() - 1);
            assertEquals(
                    new Fact.Ended("INTERRUPTED", OTHER.hex(), result, kept + returned + owed, kept, returned, owed),
                    ended);
            assertEquals(
                    owed > 0,
                    all.contains(new Fact.Claimed(owed, Balance.of(all).certain())));
            assertTrue(ledger.interrupted().isEmpty());
        }
    }

    @Test
    void settle_printJobWithoutAnEnd_isLeftToThePrinter() {
        try (Ledger ledger = open()) {
            Fact intended = new Fact.PrintIntended("D-1", "00", 4);
            ledger.record(VISIT, intended);
            ledger.record(OTHER, intended);
            ledger.record(OTHER, new Fact.PrintJobCreated(7));
            assertEquals(
                    List.of(
                            new OpenPrint(VISIT, "D-1", OptionalInt.empty(), 4),
                            new OpenPrint(OTHER, "D-1", OptionalInt.of(7), 4)),
                    Interruption.settle(ledger).prints());
            ledger.record(OTHER, new Fact.PrintEnded("PRINTED", 4));
            Interruption.close(ledger, OTHER);
            assertEquals(List.of(VISIT), List.copyOf(ledger.interrupted().keySet()));
        }
    }

    @Test
    void visit_endedAndNotReported_isKeptForTheCenter() {
        try (Ledger ledger = open()) {
            Fact.Ended ended = new Fact.Ended("CANCELLED", "", "not-issued", 0, 0, 0, 0);
            ledger.record(VISIT, ended);
            ledger.record(OTHER, ended);
            ledger.record(OTHER, new Fact.Reported());
            assertEquals(List.of(VISIT), List.copyOf(ledger.unreported().keySet()));
        }
    }

    @Test
    void latch_onceRecorded_survivesARestart() {
        try (Ledger ledger = open()) {
            assertFalse(ledger.latched());
            ledger.record(VISIT, new Fact.Latched("visit"));
        }
        try (Ledger ledger = open()) {
            assertTrue(ledger.latched());
        }
    }

    @Test
    void settle_payOutWithoutAnEnd_isLeftToTheHopper() {
        Fact.PayOutIntended intended = new Fact.PayOutIntended(100, 4, 10, 40);
        try (Ledger ledger = open()) {
            ledger.record(VISIT, new Fact.CoinInserted(500, 7, "COIN"));
            ledger.record(VISIT, new Fact.HopperPaid(3, 2, 200, true));
            ledger.record(VISIT, intended);
            assertEquals(
                    new Interruption.Open(List.of(), List.of(new OpenPayOut(VISIT, 200, intended))),
                    Interruption.settle(ledger));
            assertTrue(ledger.facts(VISIT).stream().noneMatch(Fact.Ended.class::isInstance));
        }
    }

    /** The cash unit's thread records a coin while another sums the visit up: before, after, never in between. */
    @Test
    void money_toldWhileTheEndIsWritten_isInAnEnd() throws ExecutionException, InterruptedException {
        ExecutorService cash = Executors.newSingleThreadExecutor();
        try (Ledger ledger = open()) {
            for (int round = 1; round <= 100; round++) {
                VisitId visit = new VisitId(String.format(Locale.ROOT, "%032x", round));
                ledger.record(visit, new Fact.CoinInserted(100, 1, "COIN"));
                Future<?> second = cash.submit(() -> ledger.record(visit, new Fact.CoinInserted(500, 2, "COIN")));
                Fact.Ended ended = Closing.close(ledger, visit, "CANCELLED");
                second.get();
                Closing.closeAnew(ledger, visit);
                List<Fact> all = ledger.facts(visit);
                assertEquals(
                        new Fact.Ended("CANCELLED", "", "not-issued", 600, 0, 0, 600),
                        all.get(all.size() - 1),
                        () -> all + " after " + ended);
            }
        } finally {
            cash.shutdownNow();
        }
    }

    @Test
    void money_toldAfterTheEnd_isClaimedInAllAndOnce() {
        Fact.Ended first = new Fact.Ended("CANCELLED", "", "not-issued", 500, 0, 200, 300);
        Fact.Ended second = new Fact.Ended("CANCELLED", "", "not-issued", 1500, 0, 200, 1300);
        try (Ledger ledger = open()) {
            ledger.record(VISIT, new Fact.CoinInserted(500, 7, "COIN"));
            ledger.record(VISIT, new Fact.PayOutEnded(200, 300, true));
            assertEquals(first, Closing.close(ledger, VISIT, "CANCELLED"));
            ledger.record(VISIT, new Fact.CoinInserted(1000, 4, "BILL"));
            Closing.closeAnew(ledger, VISIT);
            Closing.closeAnew(ledger, VISIT);
            List<Fact> all = ledger.facts(VISIT);
            assertEquals(
                    List.of(
                            new Fact.Claimed(300, true),
                            first,
                            new Fact.CoinInserted(1000, 4, "BILL"),
                            new Fact.Claimed(1300, true),
                            second),
                    all.subList(2, all.size()));
            assertEquals(List.of(first, second), ledger.unreported().get(VISIT));
        }
    }

    @Test
    void money_toldAfterTheEndOfAReportedVisit_isClaimedAtTheNextStartAndNotReportedAgain() {
        try (Ledger ledger = open()) {
            ledger.record(VISIT, new Fact.Ended("CANCELLED", "", "not-issued", 0, 0, 0, 0));
            ledger.record(VISIT, new Fact.Reported());
            ledger.record(VISIT, new Fact.CoinInserted(500, 7, "COIN"));
            ledger.record(Ledger.NO_VISIT, new Fact.CashBroken("EVENTS_LOST", "", true));
            assertEquals(new Interruption.Open(List.of(), List.of()), Interruption.settle(ledger));
            assertTrue(ledger.facts(VISIT).contains(new Fact.Claimed(500, true)));
            assertTrue(ledger.interrupted().isEmpty());
            assertTrue(ledger.unreported().isEmpty());
        }
    }

    @Test
    void money_thatMayBeUncounted_isAClaimAlsoWhenNothingIsOwed() {
        try (Ledger ledger = open()) {
            ledger.record(VISIT, new Fact.CashBroken("EVENTS_LOST", "six events at once", true));
            Fact.Ended ended = Closing.close(ledger, VISIT, "MONEY_UNCOUNTED");
            assertEquals(0, ended.owed());
            assertTrue(ledger.facts(VISIT).contains(new Fact.Claimed(0, false)));
        }
    }

    /** Paper that may lie somewhere is somebody's, also when it cost nothing. */
    @Test
    void document_freeOfChargeAndPerhapsPrinted_isAClaimToo() {
        try (Ledger ledger = open()) {
            ledger.record(VISIT, new Fact.Ordered(OTHER.hex(), 0));
            ledger.record(VISIT, new Fact.PrintIntended("D-1", "ab", 2));
            ledger.record(VISIT, new Fact.PrintEnded("UNKNOWN", -1));
            assertEquals(0, Closing.close(ledger, VISIT, "PRINT_UNKNOWN").owed());
            assertTrue(ledger.facts(VISIT).contains(new Fact.Claimed(0, true)));
            Claims claims = new Claims(ledger);
            Claim claim = claims.of(VISIT).orElseThrow();
            assertEquals(PaperKnown.UNKNOWN, claim.paper());
            Decision handed = Decision.all(claim, SettlementReason.PAPER_FOUND, "", "suzuki");
            assertTrue(claims.settle(VISIT, handed) instanceof SettleOutcome.Done);
            assertEquals(List.of(), claims.open());
        }
    }

    @Test
    void claim_ofVersionTwo_isReadAsCertain() throws SQLException {
        open().close();
        try (var raw = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("ledger.db"));
                var statement = raw.createStatement()) {
            statement.execute("PRAGMA user_version = 2");
            statement.execute("INSERT INTO fact (at, visit, kind, body) VALUES ('2025-01-01T00:00:00Z', '" + VISIT.hex()
                    + "', 'Claimed', '{\"owed\":300}')");
        }
        try (Ledger ledger = open()) {
            assertEquals(List.of(new Fact.Claimed(300, true)), ledger.facts(VISIT));
        }
    }
}
