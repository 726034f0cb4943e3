package jp.madoguchi.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.act.HopperCount;
import jp.madoguchi.kiosk.act.HopperCounts;
import jp.madoguchi.kiosk.ledger.Books;
import jp.madoguchi.kiosk.ledger.Box;
import jp.madoguchi.kiosk.ledger.Claims;
import jp.madoguchi.kiosk.ledger.Closing;
import jp.madoguchi.kiosk.ledger.Decision;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.FeeLine;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.Period;
import jp.madoguchi.kiosk.ledger.Pieces;
import jp.madoguchi.kiosk.ledger.SettleOutcome;
import jp.madoguchi.kiosk.paper.DayReport;
import jp.madoguchi.kiosk.paper.OwnPaper;
import jp.madoguchi.kiosk.paper.Reissued;
import jp.madoguchi.kiosk.paper.SettlementReceipt;
import jp.madoguchi.kiosk.terms.SettlementReason;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims, cash and day closing as a clerk does them, upon a real ledger. */
class BookDesksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final VisitId VISIT = new VisitId("3f2a91c0445566778899aabbccddeeff");
    private static final Place PLACE = new Place("K-0001", "S-001");
    private static final Map<Integer, Integer> HOPPERS = Map.of(3, 100, 4, 10);
    private static final Fact ORDERED = new Fact.Ordered(VISIT.hex(), 300, "13101", "seal-registration", 1);
    private static final Fact COIN = new Fact.CoinInserted(500, 1, "COIN");

    private static final PrintOutcome OUT = new PrintOutcome.Printed(1);

    @TempDir
    Path dir;

    private final List<String> jobs = new ArrayList<>();
    private final List<OwnPaper> printed = new ArrayList<>();
    private PrintOutcome outcome = OUT;
    private Ledger ledger;
    private HopperCounts counts;
    private ClaimDesk claims;
    private CashDesk cash;
    private DayClosing closing;

    @BeforeEach
    void open() {
        ledger = new Ledger(dir.resolve("ledger.db"), CLOCK);
        counts = new HopperCounts(
                ledger,
                List.of(new HopperCount.Filling(3, 100, 50, "Monday"), new HopperCount.Filling(4, 10, 80, "Monday")));
        DeskPrinter printer = (job, paper) -> {
            jobs.add(job);
            printed.add(paper);
            return CompletableFuture.completedFuture(outcome);
        };
        Books books = new Books(ledger, HOPPERS);
        claims = new ClaimDesk(new Claims(ledger), PLACE, printer, CLOCK);
        cash = new CashDesk(ledger, books, HOPPERS, Set.of(100, 500, 1000), counts::reread);
        closing = new DayClosing(books, PLACE, printer, CLOCK);
    }

    @AfterEach
    void shut() {
        ledger.close();
    }

    private void told(Fact... facts) {
        Stream.of(facts).forEach(fact -> ledger.record(VISIT, fact));
    }

    private CashDeed.Done done(CashDeed deed) {
        return assertInstanceOf(CashDeed.Done.class, deed);
    }

    private DayReport closed(String account) {
        int number = closing.now().number();
        assertTrue(closing.close(number, account));
        assertFalse(closing.close(number, account), "a second touch");
        return closing.report(number).orElseThrow();
    }

    /** Told twice it would be in the books twice. */
    @Test
    void cash_thatIsRecordedAndCannotBeRead_isNotSaidToBeUnrecorded() {
        CashDesk desk = new CashDesk(ledger, new Books(ledger, HOPPERS), HOPPERS, Set.of(100), ledger::close);
        assertInstanceOf(CashDeed.Unread.class, desk.fill(3, 10, "clerk-1"));
        ledger.open();
        assertEquals(
                1,
                ledger.facts(Ledger.NO_VISIT).stream()
                        .filter(Fact.CashFilled.class::isInstance)
                        .count());
    }

    @Test
    void receipt_ofTheLastSettlement_canBeHadByALaterRun() {
        assertEquals(Optional.empty(), claims.lastSettled());
        told(ORDERED, COIN);
        Closing.close(ledger, VISIT, "CANCELLED");
        Decision decision = Decision.all(claims.open().get(0), SettlementReason.MONEY_NOT_GIVEN_BACK, "", "clerk-1");
        assertInstanceOf(SettleOutcome.Done.class, claims.settle(VISIT, decision));
        ledger.close();
        ledger.open();
        assertEquals(Optional.of(VISIT), claims.lastSettled());
    }

    @Test
    void claim_settledAtTheDesk_liesInTheDrawerAsOftenAsItTakes() {
        told(ORDERED, COIN);
        Closing.close(ledger, VISIT, "CANCELLED");
        Decision decision =
                Decision.all(claims.open().get(0), SettlementReason.MONEY_NOT_GIVEN_BACK, "20481", "clerk-1");
        SettleOutcome.Done settled = assertInstanceOf(SettleOutcome.Done.class, claims.settle(VISIT, decision));
        assertEquals(OUT, claims.printReceipt(VISIT).join());
        SettlementReceipt receipt = new SettlementReceipt("3F2A-91C0", NOW, "K-0001", "S-001", settled.settled());
        assertEquals(List.of(receipt), printed);
        assertEquals(OUT, claims.printReceipt(VISIT).join());
        assertEquals(List.of(receipt, new Reissued(receipt)), printed, "nobody is to count it twice");
        assertEquals(List.of(), claims.open());
        assertInstanceOf(
                PrintOutcome.NotPrinted.class,
                claims.printReceipt(new VisitId("0".repeat(31) + "1")).join(),
                "nothing was settled there");
    }

    @Test
    void ledger_thatCannotBeWritten_leavesAllAsItWas() {
        told(ORDERED, COIN);
        Closing.close(ledger, VISIT, "CANCELLED");
        Decision decision = Decision.all(claims.open().get(0), SettlementReason.MONEY_NOT_GIVEN_BACK, "", "clerk-1");
        ledger.close();
        assertInstanceOf(SettleOutcome.NotRecorded.class, claims.settle(VISIT, decision));
        assertInstanceOf(CashDeed.NotRecorded.class, cash.fill(3, 10, "clerk-1"));
        assertThrows(LedgerUnavailable.class, () -> closing.close(1, "clerk-1"));
        ledger.open();
        assertEquals(1, claims.open().size());
        assertEquals(50, counts.at(3));
        assertEquals(1, closing.now().number());
    }

    @Test
    void hopper_filledAtTheDesk_promisesMoreAndSoDoesTheNextStart() {
        assertEquals(0, done(cash.fill(3, 20, "clerk-1")).difference());
        assertEquals(70, counts.at(3));
        assertEquals(80, counts.at(4));
        counts = new HopperCounts(ledger, List.of(new HopperCount.Filling(3, 100, 50, "Monday")));
        assertEquals(70, counts.at(3), "the configuration says nothing new");
        counts = new HopperCounts(ledger, List.of(new HopperCount.Filling(3, 100, 50, "Tuesday")));
        assertEquals(50, counts.at(3), "it was filled and counted again since");
        told(new Fact.PayOutIntended(100, 3, 1, 0), new Fact.HopperPaid(3, 1, 100, true));
        counts = new HopperCounts(ledger, List.of(new HopperCount.Filling(3, 50, 50, "Tuesday")));
        assertEquals(50, counts.at(3), "other coins are in it");
    }

    @Test
    void box_counted_showsWhatIsMissingAndGoesOnFromWhatIsThere() {
        told(ORDERED, COIN, new Fact.PayOutIntended(200, 3, 2, 0), new Fact.HopperPaid(3, 2, 200, true));
        told(new Fact.PayOutEnded(200, 0, true));
        Closing.close(ledger, VISIT, "CANCELLED");
        CashDeed.Done counted = done(cash.count(Box.hopper(3), Pieces.of(100, 47), "clerk-1"));
        assertEquals(-100, counted.difference());
        assertEquals(Pieces.of(100, 47), counted.now().now());
        assertEquals(47, counts.at(3));
        CashDeed.Done emptied = done(cash.empty(Box.COINS, Pieces.of(500, 1), "clerk-1"));
        assertEquals(0, emptied.difference());
        assertEquals(500, emptied.now().emptied());
        assertEquals(Pieces.NONE, emptied.now().now());
        done(cash.empty(Box.hopper(4), Pieces.of(10, 80), "clerk-1"));
        assertEquals(0, counts.at(4));
        assertTrue(ledger.facts(Ledger.NO_VISIT)
                .contains(new Fact.CashCounted("hopper-3", Pieces.of(100, 47), 4800, "clerk-1")));
    }

    static Stream<Arguments> wrongMoney() {
        return Stream.of(
                Arguments.of(Box.hopper(3), Pieces.of(10, 5)),
                Arguments.of(Box.hopper(9), Pieces.of(100, 5)),
                Arguments.of(Box.hopper(9), Pieces.NONE),
                Arguments.of(Box.COINS, Pieces.of(1000, 5)),
                Arguments.of(Box.COINS, Pieces.of(10, 5)),
                Arguments.of(Box.NOTES, Pieces.of(500, 5)),
                Arguments.of(Box.COINS, Pieces.of(100, -1)));
    }

    @ParameterizedTest
    @MethodSource("wrongMoney")
    void money_thatCannotBeInABox_isNotCounted(Box box, Pieces pieces) {
        assertInstanceOf(CashDeed.NotThisMoney.class, cash.count(box, pieces, "clerk-1"));
        assertInstanceOf(CashDeed.NotThisMoney.class, cash.empty(box, pieces, "clerk-1"));
        assertInstanceOf(CashDeed.NotThisMoney.class, cash.fill(9, 5, "clerk-1"));
        assertInstanceOf(CashDeed.NotThisMoney.class, cash.fill(3, 0, "clerk-1"));
    }

    /** The configuration was changed, and the coins are still there: somebody has to be able to take them out. */
    @Test
    void money_fromBeforeTheConfigurationWasChanged_canBeCountedAndTakenOut() {
        CashDesk before = new CashDesk(
                ledger, new Books(ledger, Map.of(3, 100, 4, 10, 9, 50)), Map.of(9, 50), Set.of(100), counts::reread);
        done(before.fill(9, 30, "clerk-1"));
        done(before.count(Box.COINS, Pieces.of(100, 7), "clerk-1"));
        CashDesk after =
                new CashDesk(ledger, new Books(ledger, Map.of(3, 100)), Map.of(3, 100), Set.of(500), counts::reread);
        assertInstanceOf(CashDeed.NotThisMoney.class, after.fill(9, 5, "clerk-1"), "nobody fills what is not there");
        assertInstanceOf(CashDeed.NotThisMoney.class, after.empty(Box.hopper(9), Pieces.of(100, 30), "clerk-1"));
        assertEquals(
                0,
                done(after.empty(Box.hopper(9), Pieces.of(50, 30), "clerk-1"))
                        .now()
                        .now()
                        .yen());
        assertEquals(
                0,
                done(after.empty(Box.COINS, Pieces.of(100, 7), "clerk-1"))
                        .now()
                        .now()
                        .yen());
        assertInstanceOf(CashDeed.NotThisMoney.class, after.count(Box.hopper(9), Pieces.NONE, "clerk-1"));
    }

    /** No notes are taken, and the devices lost count: somebody looks, and the mark is gone. */
    @Test
    void box_inWhichNothingCanBe_isCountedWhenItIsInDoubtAndNotElse() {
        CashDesk desk = new CashDesk(ledger, new Books(ledger, HOPPERS), HOPPERS, Set.of(100, 500), counts::reread);
        assertInstanceOf(CashDeed.NotThisMoney.class, desk.count(Box.NOTES, Pieces.NONE, "clerk-1"));
        told(ORDERED, new Fact.CashBroken("EVENTS_LOST", "it lost power while it was open", true));
        Closing.close(ledger, VISIT, "CANCELLED");
        assertInstanceOf(CashDeed.NotThisMoney.class, desk.count(Box.NOTES, Pieces.of(1000, 1), "clerk-1"));
        assertFalse(done(desk.count(Box.NOTES, Pieces.NONE, "clerk-1")).now().uncounted());
        assertInstanceOf(CashDeed.NotThisMoney.class, desk.empty(Box.NOTES, Pieces.NONE, "clerk-1"));
    }

    /** More came out of it than was ever told to be in it, and the configuration has it no more. */
    @Test
    void hopper_whoseBookIsBelowNothing_canBePutRight() {
        told(new Fact.PayOutIntended(100, 9, 2, 0), new Fact.HopperPaid(9, 2, 100, true));
        told(new Fact.PayOutEnded(100, 0, true));
        Closing.close(ledger, VISIT, "CANCELLED");
        CashDeed.Done counted = done(cash.count(Box.hopper(9), Pieces.NONE, "clerk-1"));
        assertEquals(100, counted.difference());
        assertEquals(Pieces.NONE, counted.now().now());
    }

    @Test
    void money_onItsWay_isNotCounted() {
        told(ORDERED, COIN);
        assertInstanceOf(CashDeed.MoneyMoves.class, cash.count(Box.COINS, Pieces.of(500, 1), "clerk-1"));
        told(new Fact.PrintIntended("D-1", "00", 2));
        done(cash.count(Box.COINS, Pieces.of(500, 1), "clerk-1")); // the printer alone is still to be asked
        told(new Fact.PayOutIntended(200, 3, 2, 0));
        assertInstanceOf(CashDeed.MoneyMoves.class, cash.count(Box.COINS, Pieces.of(500, 1), "clerk-1"));
    }

    @Test
    void closing_whileAVisitIsOpen_holdsItsMoneyAndTellsTheRestLater() {
        told(ORDERED, COIN);
        DayReport first = closed("manager-1");
        assertEquals(Optional.empty(), first.from());
        assertEquals(0, first.period().takings().visits());
        assertEquals(500, first.period().takings().owed());
        assertEquals(500, first.period().owing().held());
        assertEquals(0, first.period().owing().claims());
        told(new Fact.PayOutIntended(200, 3, 2, 0), new Fact.HopperPaid(3, 2, 200, true));
        told(new Fact.PayOutEnded(200, 0, true), new Fact.PrintIntended("D-1", "00", 2));
        told(new Fact.PrintEnded("PRINTED", 2));
        Closing.close(ledger, VISIT, "DELIVERED");
        Period second = closed("manager-1").period();
        assertEquals(2, second.number());
        assertEquals(1, second.takings().delivered());
        assertEquals(0, second.takings().inserted());
        assertEquals(-500, second.takings().owed(), "what was held is accounted for");
        assertEquals(List.of(new FeeLine("13101", "seal-registration", 1, 300)), second.fees());
        assertEquals(0, second.owing().after());
    }

    static Stream<Arguments> attempts() {
        PrintOutcome not = new PrintOutcome.NotPrinted(Set.of(), "no paper");
        PrintOutcome perhaps = new PrintOutcome.Unknown(-1, Set.of(), "lost");
        return Stream.of(
                Arguments.of(List.of(OUT, OUT, OUT), 1),
                Arguments.of(List.of(not, not, OUT), 3),
                Arguments.of(List.of(not, perhaps, OUT), 2),
                Arguments.of(List.of(OUT, not, OUT), 1));
    }

    /** @param originals so many of the first are no copies */
    @ParameterizedTest
    @MethodSource("attempts")
    void report_printedAgain_saysSoUnlessItCertainlyDidNotComeOut(List<PrintOutcome> outcomes, int originals) {
        DayReport report = closed("clerk-1");
        for (PrintOutcome next : outcomes) {
            outcome = next;
            assertEquals(next, closing.print(report).join());
        }
        for (int i = 0; i < outcomes.size(); i++) {
            assertEquals(i < originals ? report : new Reissued(report), printed.get(i), "attempt " + i);
        }
    }

    /** Nobody remembers whether it came out. */
    @Test
    void report_ofAnEarlierRunOfTheProgram_isACopy() {
        DayReport report = closed("clerk-1");
        DeskPrinter printer = (job, paper) -> {
            printed.add(paper);
            return CompletableFuture.completedFuture(OUT);
        };
        assertEquals(
                OUT,
                new DayClosing(new Books(ledger, HOPPERS), PLACE, printer, CLOCK)
                        .print(report)
                        .join());
        assertEquals(List.of(new Reissued(report)), printed);
    }

    @Test
    void report_ofAnEarlierClosing_isPrintedAsItWas() {
        told(ORDERED, COIN);
        Closing.close(ledger, VISIT, "CANCELLED");
        DayReport first = closed("clerk-1");
        done(cash.count(Box.COINS, Pieces.NONE, "clerk-1"));
        DayReport second = closed("clerk-1");
        assertEquals(List.of(second, first), closing.reports());
        assertEquals(-500, second.period().boxes().get(2).difference());
        assertEquals(Optional.of(first.to()), second.from());
        assertEquals(OUT, closing.print(closing.report(1).orElseThrow()).join());
        assertEquals(List.of(first), printed);
        assertEquals(List.of("Z-1-" + CLOCK.millis()), jobs);
        assertEquals(Optional.empty(), closing.report(3));
    }
}
