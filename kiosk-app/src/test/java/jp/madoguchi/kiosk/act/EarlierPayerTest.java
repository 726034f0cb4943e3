package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Interruption;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program was stopped while the slots were open: whose is what they tell the next run? */
class EarlierPayerTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final VisitId NEXT = new VisitId("ffeeddccbbaa99887766554433221100");
    private static final CashStatus READY = new CashStatus.Ready(new Yen(5000), Set.of());

    private final CashUnit unit = mock(CashUnit.class);
    private final Told told = new Told();
    private Ledger ledger;
    private CashHand hand;

    @BeforeEach
    void stopWhileTheSlotsAreOpen(@TempDir Path dir) {
        ledger = new Ledger(dir.resolve("ledger.db"), Clock.systemUTC());
        ledger.record(VISIT, new Fact.Ordered("11".repeat(16), 300, "02201", "residence-record", 1));
        ledger.record(VISIT, new Fact.SlotsOpened());
        Interruption.Open open = Interruption.settle(ledger);
        assertEquals(List.of(), open.payOuts());
        Desk desk = new Desk(told, ledger, Clock.systemUTC(), new Pads(), new SecureRandom(), new FixedKeys());
        when(unit.unsettled()).thenReturn(Set.of());
        hand = new CashHand(desk, () -> NEXT, new HopperCounts(ledger, List.of()), List.of(), witness -> unit);
    }

    @AfterEach
    void close() {
        hand.close();
        ledger.close();
    }

    private List<Fact> since(CashEvent... events) throws InterruptedException {
        when(unit.status()).thenAnswer(call -> {
            List.of(events).forEach(hand::happened);
            return READY;
        });
        hand.start();
        hand.shutSlot(NEXT); // done after the first look
        assertEquals(new Event.SlotShut(), told.next(), "and nobody who is there hears of it");
        List<Fact> facts = ledger.facts(VISIT);
        return facts.subList(2, facts.size());
    }

    private static Fact.Ended ended(int inserted) {
        return new Fact.Ended("INTERRUPTED", "11".repeat(16), "not-issued", inserted, 0, 0, inserted);
    }

    @Test
    void visit_whoseSlotsAreNotKnownToBeShut_hasNoEndYet() {
        assertEquals(Optional.of(VISIT), ledger.payer());
        assertEquals(2, ledger.facts(VISIT).size());
    }

    @Test
    void slots_thatTookNothing_endTheVisit() throws InterruptedException {
        assertEquals(List.of(new Fact.SlotsShut(), ended(0)), since());
        assertEquals(Optional.empty(), ledger.payer());
    }

    /** The slots are known to be shut: what comes now is no earlier visit's. */
    @Test
    void coin_toldAfterTheEarlierPayerIsClosed_isToldToWhoIsThere() throws InterruptedException {
        assertEquals(List.of(new Fact.SlotsShut(), ended(0)), since());
        hand.happened(new CashEvent.Inserted(new Yen(100), CashDevice.COIN, 8));
        assertEquals(new Event.CoinInserted(new Yen(100)), told.next());
        assertTrue(ledger.facts(NEXT).contains(new Fact.CoinInserted(100, 8, "COIN")));
    }

    @Test
    void coins_toldOnlyNow_areOwedToTheVisitThatPaid() throws InterruptedException {
        assertEquals(
                List.of(
                        new Fact.CoinInserted(100, 8, "COIN"),
                        new Fact.CoinInserted(500, 9, "COIN"),
                        new Fact.SlotsShut(),
                        new Fact.Claimed(600, true),
                        ended(600)),
                since(
                        new CashEvent.Inserted(new Yen(100), CashDevice.COIN, 8),
                        new CashEvent.Inserted(new Yen(500), CashDevice.COIN, 9)));
    }

    @Test
    void coinAcceptor_thatLostItsPowerMeanwhile_leavesAClaimThatIsToBeCounted() throws InterruptedException {
        assertEquals(
                List.of(
                        new Fact.CashBroken("EVENTS_LOST", "it lost power while it was open", true),
                        new Fact.SlotsShut(),
                        new Fact.Claimed(0, false),
                        ended(0)),
                since(new CashEvent.Restarted(CashDevice.COIN)));
    }

    @ParameterizedTest
    @CsvSource({"false, 0, 'nothing was on its way into the stacker'", "true, 1, 'a note was'"})
    void billValidator_thatLostItsPowerMeanwhile_isInDoubtOnlyAboutANoteThatItHeld(
            boolean held, int doubts, String name) throws InterruptedException {
        if (held) {
            assertEquals(CashWitness.Routing.STACK, hand.held(new Yen(1000), 4));
        }
        long told = since(new CashEvent.Restarted(CashDevice.BILL)).stream()
                .filter(Fact.CashBroken.class::isInstance)
                .count();
        assertEquals(doubts, told, name);
    }
}
