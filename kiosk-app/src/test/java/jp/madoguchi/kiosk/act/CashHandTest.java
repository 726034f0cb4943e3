package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.PayOutWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.InOrder;

class CashHandTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final VisitId NEXT = new VisitId("ffeeddccbbaa99887766554433221100");
    private static final Yen FEE = new Yen(300);
    private static final CashEvent.Inserted COIN = new CashEvent.Inserted(new Yen(500), CashDevice.COIN, 7);
    private static final Fact COIN_FACT = new Fact.CoinInserted(500, 7, "COIN");

    private final CashUnit unit = mock(CashUnit.class);
    private final Ledger ledger = mock(Ledger.class);
    private final Told told = new Told();
    private CashHand hand;
    private volatile VisitId there = VISIT;
    private HopperCounts counts;

    @BeforeEach
    void make() {
        when(ledger.hoppers()).thenReturn(List.of());
        when(unit.status()).thenReturn(new CashStatus.Ready(new Yen(5000), Set.of()));
        Desk desk = new Desk(told, ledger, Clock.systemUTC(), new Pads(), new SecureRandom(), new FixedKeys());
        counts = new HopperCounts(ledger, List.of(new HopperCount.Filling(3, 100, 50, "")));
        when(unit.unsettled()).thenReturn(Set.of());
        hand = new CashHand(desk, () -> there, counts, List.of(), witness -> unit);
    }

    @AfterEach
    void stop() {
        hand.close();
    }

    @Test
    void coin_thatCannotBeRecorded_isShownAndNothingIsPaidOutBeforeItIs() throws InterruptedException {
        doThrow(mock(LedgerUnavailable.class)).when(ledger).record(VISIT, COIN_FACT);
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.happened(COIN);
        assertEquals(new Event.CoinInserted(new Yen(500)), told.next());
        assertEquals(new Event.LedgerFailed(), told.next());
        hand.payOut(VISIT, new Yen(500));
        assertEquals(
                new Event.PaidOut(new CashOutcome.Partial(Yen.ZERO, new Yen(500), CashTrouble.WITHHELD)), told.next());
        verify(unit, never()).payOut(any(), any());
    }

    @Test
    void coin_thatTheLedgerTakesLater_isInItBeforeThePayOut() throws InterruptedException {
        doThrow(mock(LedgerUnavailable.class)).doNothing().when(ledger).record(VISIT, COIN_FACT);
        when(unit.payOut(any(), any())).thenReturn(new CashOutcome.Paid(new Yen(500)));
        hand.happened(COIN);
        hand.start();
        hand.payOut(VISIT, new Yen(500));
        assertEquals(new Event.CoinInserted(new Yen(500)), told.next());
        assertEquals(new Event.LedgerFailed(), told.next());
        assertEquals(new Event.PaidOut(new CashOutcome.Paid(new Yen(500))), told.next());
        InOrder order = inOrder(ledger, unit);
        order.verify(ledger, times(2)).record(VISIT, COIN_FACT);
        order.verify(unit).payOut(any(), any());
        order.verify(ledger).record(VISIT, new Fact.PayOutEnded(500, 0, true));
    }

    @Test
    void acceptor_foundRestartedAsItIsOpened_costsThisVisitNothing() throws InterruptedException {
        when(unit.accept(FEE)).thenAnswer(call -> {
            hand.happened(new CashEvent.Restarted(CashDevice.COIN));
            return new CashStatus.Ready(new Yen(5000), Set.of());
        });
        hand.start();
        hand.openSlot(VISIT, FEE);
        assertEquals(new Event.SlotOpened(), told.next(), "no money of it can be in there yet");
    }

    @Test
    void acceptor_foundRestartedWhileItTakesMoney_leavesItUncounted() throws InterruptedException {
        when(unit.accept(FEE)).thenReturn(new CashStatus.Ready(new Yen(5000), Set.of()));
        hand.start();
        hand.openSlot(VISIT, FEE);
        assertEquals(new Event.SlotOpened(), told.next());
        hand.happened(new CashEvent.Restarted(CashDevice.COIN));
        assertEquals(new Event.MoneyUncounted(CashTrouble.EVENTS_LOST), told.next());
    }

    @Test
    void payOut_thatMeetsADefect_isUnknownAndNeverSilent() throws InterruptedException {
        when(unit.payOut(any(), any())).thenThrow(new IllegalStateException("a defect"));
        doNothing().when(ledger).record(any(), any());
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.payOut(VISIT, new Yen(200));
        assertEquals(
                new Event.PaidOut(new CashOutcome.Unknown(Yen.ZERO, new Yen(200), Yen.ZERO, "defect")), told.next());
    }

    @Test
    void slot_whoseUnitThrowsWhenItIsShut_isToldAsShut() throws InterruptedException {
        when(unit.stop()).thenThrow(new IllegalStateException("a defect"));
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.shutSlot(VISIT);
        assertEquals(new Event.SlotShut(), told.next());
    }

    @Test
    void slot_thatCouldNotBeChanged_isToldBeforeACoinIsAskedFor() throws InterruptedException {
        when(unit.accept(FEE)).thenReturn(new CashStatus.NotReady(CashTrouble.NO_CHANGE, "too little"));
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.openSlot(VISIT, FEE);
        assertEquals(new Event.CashFailed(CashTrouble.NO_CHANGE), told.next());
    }

    @Test
    void slots_beforeTheyOpen_areWrittenToBeTheVisits() throws InterruptedException {
        when(unit.accept(FEE)).thenReturn(new CashStatus.Ready(FEE, Set.of()));
        when(unit.stop()).thenReturn(new CashStatus.Ready(FEE, Set.of()));
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        opened(VISIT);
        hand.shutSlot(VISIT);
        assertEquals(new Event.SlotShut(), told.next());
        InOrder order = inOrder(ledger, unit);
        order.verify(ledger).record(VISIT, new Fact.SlotsOpened());
        order.verify(unit).accept(FEE);
        order.verify(unit).stop();
        order.verify(ledger).record(VISIT, new Fact.SlotsShut());
    }

    @Test
    void slots_thatCannotBeWrittenToBeAnybodys_stayShut() throws InterruptedException {
        doThrow(mock(LedgerUnavailable.class)).when(ledger).record(VISIT, new Fact.SlotsOpened());
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.openSlot(VISIT, FEE);
        assertEquals(new Event.LedgerFailed(), told.next());
        verify(unit, never()).accept(any());
    }

    /** What fell into it could not be told from what had fallen before, if the program were killed. */
    @Test
    void slots_whoseCounterCannotBeRecorded_stayShut() throws InterruptedException {
        Fact counter = new Fact.CounterSeen("COIN", 0);
        doThrow(mock(LedgerUnavailable.class)).when(ledger).record(Ledger.NO_VISIT, counter);
        when(unit.accept(FEE)).thenAnswer(call -> {
            hand.happened(new CashEvent.Counting(CashDevice.COIN, 0));
            return new CashStatus.Ready(FEE, Set.of());
        });
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.openSlot(VISIT, FEE);
        assertEquals(new Event.LedgerFailed(), told.next());
    }

    @Test
    void test_whileSomebodyIsServed_asksNothing() {
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        assertEquals(Tested.Finding.NOT_NOW, hand.test(() -> false).join().finding());
    }

    @Test
    void restarted_withTheSlotsShut_isNothing() {
        hand.happened(new CashEvent.Restarted(CashDevice.COIN));
        verify(ledger, never()).record(any(), any(Fact.CashBroken.class));
    }

    @Test
    void note_heldThatCannotBeRecorded_goesBack() throws InterruptedException {
        doThrow(mock(LedgerUnavailable.class)).when(ledger).record(VISIT, new Fact.NoteHeld(1000, 4));
        assertEquals(CashWitness.Routing.RETURN, hand.held(new Yen(1000), 4));
        assertEquals(new Event.LedgerFailed(), told.next());
    }

    @Test
    void note_heldAndRecorded_isStackedAndNotYetInserted() {
        assertEquals(CashWitness.Routing.STACK, hand.held(new Yen(1000), 4));
        verify(ledger).record(VISIT, new Fact.NoteHeld(1000, 4));
        verify(ledger, never()).record(VISIT, new Fact.CoinInserted(1000, 4, "BILL"));
    }

    @Test
    void rejected_anything_isRecordedForTheNextStartOnly() {
        hand.happened(new CashEvent.Rejected(CashDevice.COIN, 12, 1));
        verify(ledger).record(Ledger.NO_VISIT, new Fact.CounterSeen("COIN", 12));
        verify(ledger, never()).record(VISIT, new Fact.CounterSeen("COIN", 12));
    }

    @Test
    void payOut_eachHopper_isRecordedBeforeAndAfter() throws InterruptedException {
        when(unit.payOut(any(), any())).thenAnswer(call -> {
            PayOutWitness witness = call.getArgument(1);
            assertTrue(witness.paying(3, new Yen(100), 2, 40));
            witness.paid(3, new Yen(100), 1, true);
            return new CashOutcome.Partial(new Yen(100), new Yen(100), CashTrouble.HOPPER_EMPTY);
        });
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.payOut(VISIT, new Yen(200));
        assertEquals(
                new Event.PaidOut(new CashOutcome.Partial(new Yen(100), new Yen(100), CashTrouble.HOPPER_EMPTY)),
                told.next());
        InOrder order = inOrder(ledger);
        order.verify(ledger).record(VISIT, new Fact.PayOutIntended(200, 3, 2, 40));
        order.verify(ledger).record(VISIT, new Fact.HopperPaid(3, 1, 100, true));
        order.verify(ledger).record(VISIT, new Fact.PayOutEnded(100, 100, true));
        assertEquals(49, counts.at(3));
    }

    @Test
    void payOut_whoseIntentCannotBeRecorded_isDeclined() throws InterruptedException {
        doThrow(mock(LedgerUnavailable.class)).when(ledger).record(VISIT, new Fact.PayOutIntended(200, 3, 2, 40));
        when(unit.payOut(any(), any())).thenAnswer(call -> {
            PayOutWitness witness = call.getArgument(1);
            assertFalse(witness.paying(3, new Yen(100), 2, 40));
            return new CashOutcome.Partial(Yen.ZERO, new Yen(200), CashTrouble.WITHHELD);
        });
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.payOut(VISIT, new Yen(200));
        assertEquals(
                new Event.PaidOut(new CashOutcome.Partial(Yen.ZERO, new Yen(200), CashTrouble.WITHHELD)), told.next());
        assertEquals(50, counts.at(3));
    }

    private void opened(VisitId visit) throws InterruptedException {
        hand.openSlot(visit, FEE);
        assertEquals(new Event.SlotOpened(), told.next());
    }

    @Test
    void taking_toldWhileTheSlotsOpen_reachesTheVisitThatPays() throws InterruptedException {
        when(unit.accept(FEE)).thenAnswer(call -> {
            hand.happened(new CashEvent.Taking(Set.of(new Yen(100))));
            return new CashStatus.Ready(FEE, Set.of());
        });
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.openSlot(VISIT, FEE);
        assertEquals(new Event.SlotTakes(Set.of(new Yen(100))), told.next());
        assertEquals(VISIT, told.last());
        assertEquals(new Event.SlotOpened(), told.next());
    }

    @Test
    void coin_toldWhenTheNextResidentIsThere_isOfTheVisitThatOpenedTheSlots() throws InterruptedException {
        when(unit.accept(FEE)).thenReturn(new CashStatus.Ready(FEE, Set.of()));
        when(unit.stop()).thenReturn(new CashStatus.NotReady(CashTrouble.UNREACHABLE, "does not shut"));
        when(unit.unsettled()).thenReturn(Set.of(CashDevice.COIN));
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        opened(VISIT);
        hand.shutSlot(VISIT);
        assertEquals(new Event.MoneyUncounted(CashTrouble.EVENTS_LOST), told.next());
        assertEquals(new Event.SlotShut(), told.next());
        there = NEXT;
        hand.happened(COIN);
        assertEquals(new Event.CoinInserted(new Yen(500)), told.next());
        assertEquals(VISIT, told.last());
        verify(ledger).record(VISIT, COIN_FACT);
        assertEquals(CashWitness.Routing.STACK, hand.held(new Yen(1000), 4));
        verify(ledger).record(VISIT, new Fact.NoteHeld(1000, 4));
    }

    /** A moment's silence is no doubt. */
    @Test
    void slots_whoseLastMoneyIsToldWhenAskedAgain_areShutWithoutADoubt() throws InterruptedException {
        when(unit.accept(FEE)).thenReturn(new CashStatus.Ready(FEE, Set.of()));
        when(unit.stop()).thenReturn(new CashStatus.NotReady(CashTrouble.UNREACHABLE, "does not shut"));
        when(unit.unsettled()).thenReturn(Set.of(CashDevice.COIN));
        when(unit.status()).thenAnswer(call -> {
            when(unit.unsettled()).thenReturn(Set.of());
            return new CashStatus.Ready(FEE, Set.of());
        });
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        opened(VISIT);
        hand.shutSlot(VISIT);
        assertEquals(new Event.SlotShut(), told.next());
        verify(ledger).record(VISIT, new Fact.SlotsShut());
    }

    /** The resident gets a number while still there; what is told later is that visit's. */
    @Test
    void slots_whoseLastMoneyIsNotTold_areADoubtAtOnce() throws InterruptedException {
        when(unit.accept(FEE)).thenReturn(new CashStatus.Ready(FEE, Set.of()));
        when(unit.stop()).thenReturn(new CashStatus.NotReady(CashTrouble.UNREACHABLE, "does not shut"));
        when(unit.unsettled()).thenReturn(Set.of(CashDevice.COIN));
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        opened(VISIT);
        hand.shutSlot(VISIT);
        assertEquals(new Event.MoneyUncounted(CashTrouble.EVENTS_LOST), told.next());
        assertEquals(new Event.SlotShut(), told.next());
        verify(ledger).record(VISIT, new Fact.CashBroken("EVENTS_LOST", "coin has not told what it took", true));
    }

    @Test
    void slots_whoseLastMoneyIsNotAccountedFor_areNotOpenedToTheNext() throws InterruptedException {
        when(unit.accept(FEE)).thenReturn(new CashStatus.Ready(FEE, Set.of()));
        when(unit.stop()).thenReturn(new CashStatus.NotReady(CashTrouble.UNREACHABLE, "does not shut"));
        when(unit.unsettled()).thenReturn(Set.of(CashDevice.COIN));
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        opened(VISIT);
        hand.shutSlot(VISIT);
        assertEquals(new Event.MoneyUncounted(CashTrouble.EVENTS_LOST), told.next());
        assertEquals(new Event.SlotShut(), told.next());
        hand.openSlot(NEXT, FEE);
        assertEquals(new Event.CashFailed(CashTrouble.PART_SILENT), told.next());
        verify(unit, times(1)).accept(FEE);
    }

    @Test
    void coin_toldWhenTheSlotsWereShut_isOfWhoeverIsThere() throws InterruptedException {
        when(unit.accept(FEE)).thenReturn(new CashStatus.Ready(FEE, Set.of()));
        when(unit.stop()).thenReturn(new CashStatus.Ready(FEE, Set.of()));
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        opened(VISIT);
        hand.shutSlot(VISIT);
        assertEquals(new Event.SlotShut(), told.next());
        there = NEXT;
        hand.happened(COIN);
        assertEquals(new Event.CoinInserted(new Yen(500)), told.next());
        assertEquals(NEXT, told.last());
    }

    @ParameterizedTest
    @CsvSource({
        "EVENTS_LOST, true",
        "NOTE_JAM, true",
        "UNSUITABLE, true",
        "UNREACHABLE, false",
        "PART_SILENT, false",
        "JAM, false"
    })
    void broken_whileMoneyIsTaken_isAFactAndSaysWhetherItWasCounted(CashTrouble trouble, boolean uncounted)
            throws InterruptedException {
        when(unit.accept(FEE)).thenReturn(new CashStatus.Ready(FEE, Set.of()));
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        opened(VISIT);
        hand.happened(new CashEvent.Broken(trouble, "a detail"));
        assertEquals(uncounted ? new Event.MoneyUncounted(trouble) : new Event.CashFailed(trouble), told.next());
        verify(ledger).record(VISIT, new Fact.CashBroken(trouble.name(), "a detail", uncounted));
    }

    @Test
    void broken_withTheSlotsShut_isNobodysAndStillAFact() {
        hand.happened(new CashEvent.Broken(CashTrouble.EVENTS_LOST, "a detail"));
        verify(ledger).record(Ledger.NO_VISIT, new Fact.CashBroken("EVENTS_LOST", "a detail", true));
    }

    @Test
    void payOut_whoseHopperIsRecordedOnlyLater_endsInTheLedgerBehindIt() throws InterruptedException {
        Fact gave = new Fact.HopperPaid(3, 2, 200, true);
        doThrow(mock(LedgerUnavailable.class))
                .doThrow(mock(LedgerUnavailable.class))
                .doNothing()
                .when(ledger)
                .record(VISIT, gave);
        when(unit.payOut(any(), any())).thenAnswer(call -> {
            PayOutWitness witness = call.getArgument(1);
            assertTrue(witness.paying(3, new Yen(100), 2, 40));
            witness.paid(3, new Yen(100), 2, true);
            return new CashOutcome.Paid(new Yen(200));
        });
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.payOut(VISIT, new Yen(200));
        assertEquals(new Event.PaidOut(new CashOutcome.Paid(new Yen(200))), told.next());
        assertEquals(new Event.LedgerFailed(), told.next());
        hand.happened(COIN); // the ledger writes again
        InOrder order = inOrder(ledger);
        order.verify(ledger, times(3)).record(VISIT, gave);
        order.verify(ledger).record(VISIT, new Fact.PayOutEnded(200, 0, true));
    }
}
