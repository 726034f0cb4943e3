package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.simulators.cash.BusFault;
import jp.madoguchi.simulators.cash.CoinFate;
import jp.madoguchi.simulators.cash.NoteFate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes: escrow, stacker, and what goes wrong between the two. */
final class NotesTest extends TillBench {
    // ── notes ──

    @Test
    void note_open_isAskedThenStackedThenCredited() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        assertEquals(NoteFate.HELD, cash.insertNote(1000));
        till.tick();
        assertEquals(List.of(new Yen(1000)), told.notesHeld());
        assertEquals(0, told.inserted());
        assertEquals(CoinFate.RETURNED, cash.drop(100), "the note may be all that is needed");
        ticks(2);
        assertEquals(1000, told.inserted());
        assertEquals("READY", name(till.stop()));
        assertEquals(1000, cash.world().stacker());
    }

    @Test
    void note_thatTheWitnessDeclines_isGivenBackAndNotCredited() {
        told.answer(CashWitness.Routing.RETURN);
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.insertNote(1000);
        ticks(3);
        assertEquals(0, told.inserted());
        assertEquals(1000, cash.tray());
        assertEquals(CoinFate.ACCEPTED, cash.drop(100), "and the coins are open again");
    }

    @Test
    void note_thatCouldNotBeChanged_isNotEvenTaken() {
        counted.putAll(Map.of(3, 9, 4, 0, 5, 0));
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        assertEquals(NoteFate.RETURNED, cash.insertNote(1000));
        assertEquals(CoinFate.ACCEPTED, cash.drop(100));
    }

    /** Lost on its way there, on its way back, and both. */
    @ParameterizedTest
    @ValueSource(strings = {"LOSE_REQUEST", "LOSE_REPLY", "CORRUPT_REPLY", "LATE_REPLY", "CUT_BEFORE", "CUT_AFTER"})
    void note_routingUnanswered_eventsDecide(BusFault fault) {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.inject(40, 154, 1, fault);
        cash.insertNote(1000);
        ticks(12);
        assertEquals(1000, told.inserted());
        assertEquals(1, told.notesHeld().size());
        assertEquals(1000, cash.world().stacker());
    }

    @Test
    void note_pulledBack_isNotCredited() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.inject(40, 154, 1, BusFault.LOSE_REQUEST);
        cash.insertNote(1000);
        till.tick();
        cash.pullNote();
        ticks(12);
        assertEquals(0, told.inserted());
        assertEquals(1000, cash.tray());
        assertEquals(
                0,
                bus.commands().stream()
                        .skip(bus.commands().size() - 5)
                        .filter(each -> each.header() == Header.ROUTE_BILL)
                        .count());
    }

    @Test
    void note_stuckInEscrow_isANoteJamUntilItIsCleared() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.stickEscrow(true);
        cash.insertNote(1000);
        ticks(3);
        assertTrue(told.said(CashTrouble.NOTE_JAM));
        assertEquals(0, told.inserted());
        assertEquals("NOTE_JAM", name(till.stop()));
        assertEquals("NOTE_JAM", name(till.status()), "the note may still be stacked");
        cash.stickEscrow(false);
        cash.pullNote();
        ticks(1);
        assertEquals(Set.of(), ready(till.status()).warnings());
    }

    @Test
    void note_stackerFull_isGivenBackAndCoinsServeOn() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.inject(40, 154, 1, BusFault.LOSE_REQUEST);
        cash.insertNote(1000);
        till.tick();
        cash.fillStacker();
        ticks(12);
        assertEquals(0, told.inserted());
        assertEquals(1000, cash.tray());
        assertEquals(CoinFate.ACCEPTED, cash.drop(100));
        assertEquals(NoteFate.RETURNED, cash.insertNote(1000));
        assertEquals("READY", name(till.stop()));
        assertTrue(ready(till.status()).warnings().contains(CashTrouble.STACKER_FULL));
        cash.emptyStacker();
        assertFalse(ready(till.status()).warnings().contains(CashTrouble.STACKER_FULL));
    }

    @Test
    void note_cancelledWhileInEscrow_isGivenBackBeforeStopReturns() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.insertNote(1000);
        assertEquals("READY", name(till.stop()));
        assertEquals(0, cash.world().escrow());
        assertEquals(1000, cash.tray());
        assertEquals(0, told.inserted());
    }

    @ParameterizedTest
    @CsvSource({"false, 1000, 0", "true, 0, 1000"})
    void note_powerFailsWhileInEscrow_isNotCreditedWhateverBecomesOfIt(boolean stacks, int tray, int stacker) {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.stacksAtPowerUp(stacks);
        cash.inject(40, 154, 1, BusFault.LOSE_REQUEST);
        cash.insertNote(1000);
        till.tick();
        cash.powerReset();
        ticks(3);
        assertTrue(told.said(CashTrouble.EVENTS_LOST));
        assertEquals(0, told.inserted());
        assertEquals(tray, cash.tray());
        assertEquals(stacker, cash.world().stacker());
    }

    @Test
    void note_lineCutWhileItIsStacked_isCreditedOnceWhenTheLineIsBack() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.insertNote(1000);
        till.tick();
        cash.unplug();
        bus.line().close();
        ticks(3);
        assertTrue(told.said(CashTrouble.UNREACHABLE));
        assertEquals("UNREACHABLE", name(till.stop()));
        assertEquals(0, told.inserted());
        cash.plugIn();
        ticks(3);
        assertEquals(1000, told.inserted());
    }

    @Test
    void note_inEscrowWhenTheProgramWasKilled_isGivenBackAtTheNextStart() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.inject(40, 154, 1, BusFault.LOSE_REQUEST);
        cash.insertNote(1000);
        till.tick();
        till = till(ALL);
        ready(till.status());
        assertEquals(0, cash.world().escrow());
        assertEquals(1000, cash.tray());
        assertEquals(0, told.inserted());
    }
}
