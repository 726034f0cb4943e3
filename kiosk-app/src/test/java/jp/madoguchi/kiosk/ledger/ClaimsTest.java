package jp.madoguchi.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    private static final VisitId VISIT = new VisitId("3f2a91c0445566778899aabbccddeeff");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Fact ORDERED = new Fact.Ordered(VISIT.hex(), 300, "13101", "seal-registration", 1);
    private static final Fact COIN = new Fact.CoinInserted(500, 1, "COIN");
    private static final Fact ASKED = new Fact.PayOutIntended(200, 3, 2, 40);
    private static final Fact SILENT = new Fact.HopperPaid(3, 0, 0, false);
    private static final Fact NOBODY_KNOWS = new Fact.PayOutEnded(0, 200, false);
    private static final Fact CHANGED = new Fact.PayOutEnded(200, 0, true);
    private static final Fact SENT = new Fact.PrintIntended("D-1", "00", 2);
    private static final Fact SOME_PAPER = new Fact.PrintEnded("UNKNOWN", 1);
    private static final Fact NO_PAPER = new Fact.PrintEnded("NOT_PRINTED", 0);
    private static final Fact PAPER = new Fact.PrintEnded("PRINTED", 2);

    @TempDir
    Path dir;

    private Ledger ledger;
    private Claims claims;

    @BeforeEach
    void open() {
        ledger = new Ledger(dir.resolve("ledger.db"), Clock.fixed(NOW, ZoneOffset.UTC));
        claims = new Claims(ledger);
    }

    @AfterEach
    void shut() {
        ledger.close();
    }

    private void told(Fact... facts) {
        Stream.of(facts).forEach(fact -> ledger.record(VISIT, fact));
    }

    private void over(Fact... facts) {
        told(facts);
        Closing.close(ledger, VISIT, "CANCELLED");
    }

    private static Decision decision(SettlementReason reason, int seen, int refunded) {
        return new Decision(reason, seen, refunded, "", "clerk-1");
    }

    static Stream<Arguments> stories() {
        return Stream.of(
                Arguments.of(List.of(ORDERED, COIN), 500, 0, PaperKnown.NOT_PRINTED, Set.of(), true),
                Arguments.of(
                        List.of(ORDERED, COIN, CHANGED, SENT, NO_PAPER),
                        300,
                        0,
                        PaperKnown.NOT_PRINTED,
                        Set.of(),
                        true),
                Arguments.of(
                        List.of(ORDERED, COIN, CHANGED, SENT, SOME_PAPER),
                        300,
                        300,
                        PaperKnown.UNKNOWN,
                        Set.of(Doubt.PAPER),
                        true),
                Arguments.of(
                        List.of(ORDERED, COIN, ASKED, SILENT, NOBODY_KNOWS, SENT, PAPER),
                        200,
                        0,
                        PaperKnown.PRINTED,
                        Set.of(Doubt.COINS_PAID),
                        false),
                Arguments.of(
                        List.of(ORDERED, COIN, ASKED, SILENT, NOBODY_KNOWS, SENT, SOME_PAPER),
                        500,
                        300,
                        PaperKnown.UNKNOWN,
                        Set.of(Doubt.COINS_PAID, Doubt.PAPER),
                        false),
                Arguments.of(
                        List.of(new Fact.CashBroken("EVENTS_LOST", "", true)),
                        0,
                        0,
                        PaperKnown.NOT_PRINTED,
                        Set.of(Doubt.MONEY_IN),
                        false));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void claim_ofAVisit_saysWhatIsOwedAndWhatNobodyKnows(
            List<Fact> facts, int owed, int fee, PaperKnown paper, Set<Doubt> doubts, boolean certain) {
        over(facts.toArray(Fact[]::new));
        Claim claim = new Claim(VISIT, NOW, owed, fee, paper, doubts, true);
        assertEquals(List.of(claim), claims.open());
        assertEquals(certain, claim.certain());
        assertEquals("3F2A-91C0", claim.number());
    }

    static Stream<Arguments> papers() {
        Fact free = new Fact.Ordered(VISIT.hex(), 0, "13101", "seal-registration", 1);
        return Stream.of(
                Arguments.of("it may have come", true, List.of(ORDERED, COIN, CHANGED, SENT, SOME_PAPER)),
                Arguments.of("it cost nothing and may have come", true, List.of(free, SENT, SOME_PAPER)),
                Arguments.of("it did not come", false, List.of(ORDERED, COIN, CHANGED, SENT, NO_PAPER)),
                Arguments.of("it came", false, List.of(ORDERED, COIN, ASKED, SILENT, NOBODY_KNOWS, SENT, PAPER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("papers")
    void paper_thatMayHaveCome_isHandedOverAndNoOther(String name, boolean may, List<Fact> facts) {
        over(facts.toArray(Fact[]::new));
        Claim claim = claims.open().get(0);
        assertEquals(may, claim.ways().contains(Settlement.PAPER_HANDED_OVER), name);
        SettleOutcome outcome = claims.settle(VISIT, Decision.all(claim, SettlementReason.PAPER_FOUND, "", "clerk-1"));
        assertEquals(may, outcome instanceof SettleOutcome.Done, name);
    }

    @Test
    void visit_thatOwesNothing_isNoClaim() {
        over(ORDERED, COIN, CHANGED, SENT, PAPER);
        assertEquals(List.of(), claims.open());
        assertInstanceOf(
                SettleOutcome.NothingOpen.class,
                claims.settle(VISIT, decision(SettlementReason.MONEY_NOT_GIVEN_BACK, 0, 0)));
    }

    /** reason, refunded; of 500 owed, in doubt, with a fee of 300 and paper that may have come */
    @ParameterizedTest
    @MethodSource("doubtful")
    void settlement_ofADoubtfulClaim_isAtMostWhatIsOwed(
            SettlementReason reason, int refunded, boolean allowed, int covered) {
        over(ORDERED, COIN, ASKED, SILENT, NOBODY_KNOWS, SENT, SOME_PAPER);
        SettleOutcome outcome = claims.settle(VISIT, decision(reason, 500, refunded));
        assertEquals(allowed, outcome instanceof SettleOutcome.Done, outcome::toString);
        assertEquals(!allowed, outcome instanceof SettleOutcome.NotAllowed, outcome::toString);
        assertEquals(allowed ? 0 : 1, claims.open().size());
        if (outcome instanceof SettleOutcome.Done done) {
            Fact.ClaimSettled settled =
                    new Fact.ClaimSettled(reason.of(), 500, refunded, covered, reason, "", "clerk-1");
            assertEquals(settled, done.settled());
            assertEquals(settled, claims.settlements(VISIT).get(0).fact());
        }
    }

    static Stream<Arguments> doubtful() {
        return Stream.of(
                Arguments.of(SettlementReason.MONEY_NOT_GIVEN_BACK, 500, true, 0),
                Arguments.of(SettlementReason.MONEY_NOT_GIVEN_BACK, 300, true, 0),
                Arguments.of(SettlementReason.MONEY_NOT_GIVEN_BACK, 501, false, 0),
                Arguments.of(SettlementReason.PAPER_FOUND, 200, true, 300),
                Arguments.of(SettlementReason.PAPER_FOUND, 0, true, 300),
                Arguments.of(SettlementReason.PAPER_FOUND, 201, false, 0),
                Arguments.of(SettlementReason.NOBODY_CAME, 0, true, 0),
                Arguments.of(SettlementReason.NOBODY_CAME, 1, false, 0));
    }

    /** reason, refunded; of 300 owed for certain, and no paper came */
    @ParameterizedTest
    @MethodSource("certain")
    void settlement_ofACertainClaim_isExactlyWhatIsOwed(SettlementReason reason, int refunded, boolean allowed) {
        over(ORDERED, COIN, CHANGED, SENT, NO_PAPER);
        assertEquals(allowed, claims.settle(VISIT, decision(reason, 300, refunded)) instanceof SettleOutcome.Done);
    }

    static Stream<Arguments> certain() {
        return Stream.of(
                Arguments.of(SettlementReason.PAPER_NOT_PRINTED, 300, true),
                Arguments.of(SettlementReason.PAPER_NOT_PRINTED, 299, false),
                Arguments.of(SettlementReason.PAPER_NOT_PRINTED, 301, false),
                Arguments.of(SettlementReason.PAPER_FOUND, 300, false),
                Arguments.of(SettlementReason.PAPER_FOUND, 0, false),
                Arguments.of(SettlementReason.NOBODY_CAME, 0, true));
    }

    @Test
    void settlement_ofAnAmountThatNobodySaw_changesNothing() {
        over(ORDERED, COIN);
        assertInstanceOf(
                SettleOutcome.Changed.class,
                claims.settle(VISIT, decision(SettlementReason.MONEY_NOT_GIVEN_BACK, 300, 300)));
        assertEquals(1, claims.open().size());
    }

    @Test
    void visit_thatIsNotOver_isNotSettled() {
        told(ORDERED, COIN, new Fact.Claimed(500, true));
        assertFalse(claims.open().get(0).over());
        assertInstanceOf(
                SettleOutcome.NotOver.class,
                claims.settle(VISIT, decision(SettlementReason.MONEY_NOT_GIVEN_BACK, 500, 500)));
    }

    @Test
    void money_toldAfterASettlement_opensTheDifferenceAlone() {
        over(ORDERED, COIN, ASKED, SILENT, NOBODY_KNOWS, SENT, SOME_PAPER);
        assertInstanceOf(
                SettleOutcome.Done.class, claims.settle(VISIT, decision(SettlementReason.PAPER_SPOILT, 500, 500)));
        told(new Fact.CoinInserted(1000, 4, "BILL"));
        Closing.closeAnew(ledger, VISIT);
        Claim late = claims.open().get(0);
        assertEquals(1000, late.owed());
        assertEquals(0, late.fee(), "that was given back");
        assertEquals(Set.of(), late.doubts());
        assertInstanceOf(
                SettleOutcome.Done.class,
                claims.settle(VISIT, decision(SettlementReason.MONEY_NOT_GIVEN_BACK, 1000, 1000)));
        assertEquals(List.of(), claims.open());
        assertEquals(2, claims.settlements(VISIT).size());
    }

    @Test
    void settlement_byManyAtOnce_isMadeOnce() throws Exception {
        List<VisitId> visits = IntStream.range(1, 40)
                .mapToObj(number -> new VisitId(String.format("%032x", number)))
                .toList();
        visits.forEach(visit -> {
            ledger.record(visit, COIN);
            Closing.close(ledger, visit, "CANCELLED");
        });
        int clerks = 4;
        CountDownLatch together = new CountDownLatch(clerks);
        ExecutorService desks = Executors.newFixedThreadPool(clerks);
        try {
            List<Future<Long>> settled = IntStream.range(0, clerks)
                    .mapToObj(clerk -> desks.submit(() -> {
                        together.countDown();
                        together.await();
                        return visits.stream()
                                .filter(visit ->
                                        claims.settle(visit, decision(SettlementReason.MONEY_NOT_GIVEN_BACK, 500, 500))
                                                instanceof SettleOutcome.Done)
                                .count();
                    }))
                    .toList();
            long done = 0;
            for (Future<Long> each : settled) {
                done += each.get();
            }
            assertEquals(visits.size(), done);
            visits.forEach(visit -> assertEquals(1, claims.settlements(visit).size()));
        } finally {
            desks.shutdownNow();
        }
    }

    @Test
    void settlement_thatCannotBeRecorded_isNotMade() {
        over(ORDERED, COIN);
        ledger.close();
        assertThrows(
                LedgerUnavailable.class,
                () -> claims.settle(VISIT, decision(SettlementReason.MONEY_NOT_GIVEN_BACK, 500, 500)));
        open();
        assertEquals(1, claims.open().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a name", "12a", "1234567890123", "1 2", "-1"})
    void ticket_thatIsNoNumber_cannotBeSaid(String ticket) {
        assertThrows(
                IllegalArgumentException.class, () -> new Decision(SettlementReason.TRIAL, 0, 0, ticket, "clerk-1"));
    }
}
