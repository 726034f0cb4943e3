package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.PinPad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class CashHandTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final Yen FEE = new Yen(300);
    private static final CashEvent.Inserted COIN = new CashEvent.Inserted(new Yen(500), 7);
    private static final Fact COIN_FACT = new Fact.CoinInserted(500, 7);

    private final CashUnit unit = mock(CashUnit.class);
    private final Ledger ledger = mock(Ledger.class);
    private final Told told = new Told();
    private CashHand hand;

    @BeforeEach
    void make() {
        when(ledger.hoppers()).thenReturn(List.of());
        when(ledger.lastCoinCounter()).thenReturn(OptionalInt.empty());
        when(unit.status()).thenReturn(new CashStatus.Ready(new Yen(5000)));
        Desk desk = new Desk(told, ledger, Clock.systemUTC(), new PinPad(), new SecureRandom());
        hand = new CashHand(desk, () -> VISIT, new HopperCount(ledger, 3, 50), witness -> unit);
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
    void payOut_thatMeetsADefect_isUnknownAndNeverSilent() throws InterruptedException {
        when(unit.payOut(any(), any())).thenThrow(new IllegalStateException("a defect"));
        doNothing().when(ledger).record(any(), any());
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.payOut(VISIT, new Yen(200));
        assertEquals(new Event.PaidOut(new CashOutcome.Unknown(new Yen(200), "defect")), told.next());
    }

    @Test
    void slot_whoseUnitThrowsWhenItIsShut_isToldAsShut() throws InterruptedException {
        when(unit.stop()).thenThrow(new IllegalStateException("a defect"));
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.shutSlot(VISIT);
        assertEquals(new Event.SlotShut(), told.next());
    }

    @Test
    void slot_thatCouldNotGiveTheFeeBack_isShutBeforeACoinIsAskedFor() throws InterruptedException {
        when(unit.accept()).thenReturn(new CashStatus.Ready(new Yen(200)));
        when(unit.stop()).thenReturn(new CashStatus.Ready(new Yen(200)));
        hand.start(); // only now: a mock must not be used while it is being told what to answer
        hand.openSlot(VISIT, FEE);
        assertEquals(new Event.CashFailed(CashTrouble.NO_CHANGE), told.next());
        assertEquals(1, calls("stop"));
    }

    private long calls(String method) {
        return mockingDetails(unit).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals(method))
                .count();
    }
}
