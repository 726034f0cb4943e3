package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.simulators.cash.BusFault;
import jp.madoguchi.simulators.cash.CoinFate;
import jp.madoguchi.simulators.cash.NoteFate;
import org.junit.jupiter.api.Test;

/** A bill validator that failed one resident, and the next one's sale. */
final class BrokenValidatorTest extends TillBench {
    // ── his money may still come: nobody else's sale may begin ──

    @Test
    void accept_noteOfTheSaleBeforeStuck_isNotReadyUntilItIsTakenOut() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.stickEscrow(true);
        cash.insertNote(1000);
        ticks(60);
        assertEquals("NOTE_JAM", name(till.stop()));
        assertEquals("NOTE_JAM", name(till.status()));
        assertEquals("NOTE_JAM", name(till.accept(FEE)));
        assertEquals(CoinFate.RETURNED, cash.drop(100));
        cash.stickEscrow(false);
        cash.pullNote();
        assertEquals("READY", name(till.status()));
        assertEquals("READY", name(till.accept(FEE)));
    }

    @Test
    void accept_noteStackedAndValidatorSilent_isNotReadyUntilTheNoteIsTold() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.insertNote(1000);
        till.tick();
        cash.inject(40, 159, 1, BusFault.DEAD);
        ticks(5);
        assertTrue(told.said(CashTrouble.UNREACHABLE));
        assertEquals("UNREACHABLE", name(till.stop()));
        assertEquals("UNREACHABLE", name(till.status()));
        assertEquals("UNREACHABLE", name(till.accept(FEE)));
        assertEquals(CoinFate.RETURNED, cash.drop(100));
        assertEquals(0, told.inserted());
        cash.revive();
        ticks(2);
        assertEquals(1000, told.inserted(), "told while no sale is open");
        assertEquals("READY", name(till.accept(FEE)));
    }

    @Test
    void accept_killedWithTheSlotOpenAndValidatorSilent_isNotReadyUntilItAnswers() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.insertNote(1000);
        till.tick();
        cash.inject(40, 228, 1, BusFault.DEAD);
        till = till(ALL);
        assertEquals("UNREACHABLE", name(till.accept(FEE)));
        cash.revive();
        assertEquals("READY", name(till.accept(FEE)));
        assertEquals(1000, told.inserted() + cash.tray());
    }

    // ── nothing of his can come any more: coins serve on ──

    @Test
    void sale_validatorJammedInTheSaleBefore_takesCoinsToTheEnd() {
        ready(till.accept(FEE));
        cash.stickEscrow(true);
        cash.insertNote(1000);
        ticks(3);
        assertEquals("NOTE_JAM", name(till.stop()));
        cash.pullNote(); // he has it back, and yet the validator finds fault in itself
        assertEquals(Set.of(CashTrouble.NOTE_JAM), ready(till.status()).warnings());
        threeCoinsAreTaken();
    }

    @Test
    void sale_validatorSilentSinceItWasShut_takesCoinsToTheEnd() {
        ready(till.accept(FEE));
        ready(till.stop());
        cash.inject(40, 159, 1, BusFault.DEAD);
        assertEquals(Set.of(CashTrouble.PART_SILENT), ready(till.status()).warnings());
        threeCoinsAreTaken();
    }

    private void threeCoinsAreTaken() {
        ready(till.accept(FEE));
        for (int coin = 1; coin <= 3; coin++) {
            assertEquals(CoinFate.ACCEPTED, cash.drop(100), "coin " + coin);
            ticks(2);
        }
        assertEquals(300, told.inserted());
        assertEquals("READY", name(till.stop()));
    }

    // ── while both slots are open ──

    @Test
    void accept_validatorSlowToOpen_coinsAreOpenedLast() {
        ready(till.accept(FEE));
        List<Integer> opened = bus.commands().stream()
                .filter(each -> each.header() == Header.MODIFY_MASTER_INHIBIT_STATUS && each.data()[0] == 1)
                .map(Frame::destination)
                .toList();
        assertEquals(List.of(40, 2), opened);
    }

    @Test
    void tick_validatorMissesOnePoll_isAskedOnceAndCoinsComeFirstAgain() {
        ready(till.accept(FEE));
        int before = bus.commands().size();
        cash.inject(40, 159, 1, BusFault.LOSE_REPLY);
        ticks(2);
        assertEquals(
                List.of(2, 40, 2, 40),
                bus.commands().stream().skip(before).map(Frame::destination).toList());
        assertEquals(CoinFate.ACCEPTED, cash.drop(100));
    }

    @Test
    void tick_validatorBreaks_coinsAreShutBeforeItIsSeenTo() {
        ready(till.accept(FEE));
        int before = bus.commands().size();
        cash.stickEscrow(true);
        cash.insertNote(1000);
        ticks(3);
        List<Frame> since = bus.commands().stream().skip(before).toList();
        List<Integer> shut = since.stream()
                .filter(each -> each.header() == Header.MODIFY_MASTER_INHIBIT_STATUS)
                .map(Frame::destination)
                .toList();
        assertEquals(List.of(2, 40), shut);
    }

    // ── nobody ends a sale without a word ──

    @Test
    void mistrust_inASale_shutsBothAtOnceAndIsToldByTheNextTick() {
        ready(till.accept(FEE));
        till.mistrust();
        assertEquals(NoteFate.RETURNED, cash.insertNote(1000));
        till.tick();
        till.tick();
        assertEquals(
                1,
                told.events().stream()
                        .filter(CashEvent.Broken.class::isInstance)
                        .count());
        assertTrue(told.said(CashTrouble.EVENTS_LOST));
        assertEquals(CoinFate.RETURNED, cash.drop(100));
        assertEquals(0, told.inserted());
    }
}
