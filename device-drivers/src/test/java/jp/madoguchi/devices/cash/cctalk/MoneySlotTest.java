package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The coin slot: channel 1 is ¥100, channel 2 ¥500, channel 3 ¥10; channel 4 has no name. ¥100 and ¥500 are taken. */
final class MoneySlotTest extends MoneySlotBench {
    @Test
    void open_unanswered_isUnreachableAndMayBeOpen() {
        MoneySlot slot = found(9);
        wire.given(231, BOTH).silent(3, 228, OPEN);
        assertEquals(CashTrouble.UNREACHABLE, trouble(slot.open(COINS)));
        assertTrue(slot.isClosing());
        wire.given(228, SHUT).given(229, NONE, credits(10, 1, 0)).given(229, NONE, credits(10, 1, 0));
        wire.given(229, NONE, credits(10, 1, 0));
        slot.tick();
        assertEquals(List.of(coin(100, 10)), told);
        wire.assertPlayed();
    }

    @Test
    void announce_counterThatNobodyWasTold_isToldOnce() {
        MoneySlot slot = opened(9);
        assertEquals(List.of(9), counted);
        slot.close();
        settled(9);
        slot.shut();
        wire.given(231, BOTH).given(228, OPEN);
        slot.announce();
        assertEquals(Optional.empty(), slot.open(COINS));
        assertEquals(List.of(9), counted);
        wire.assertPlayed();
    }

    @Test
    void narrow_toLess_isSentOnce() {
        MoneySlot slot = opened(9);
        wire.given(231, ONLY_100);
        assertTrue(slot.narrow(Set.of(new Yen(100))));
        assertTrue(slot.narrow(Set.of(new Yen(100))));
        wire.given(231, NO_COIN);
        assertTrue(slot.narrow(Set.of()));
        wire.assertPlayed();
    }

    @Test
    void narrow_unanswered_isToldAndClosing() {
        MoneySlot slot = opened(9);
        wire.silent(3, 231, ONLY_100);
        assertFalse(slot.narrow(Set.of(new Yen(100))));
        assertTrue(slot.isClosing());
        assertEquals(CashTrouble.UNREACHABLE, trouble(slot.fault()));
        assertInstanceOf(CashEvent.Broken.class, told.get(0));
        wire.assertPlayed();
    }

    @Test
    void tick_inhibitIsBackWithoutAnEvent_isEventsLost() {
        MoneySlot slot = opened(9);
        for (int poll = 0; poll < 9; poll++) {
            wire.given(229, NONE, credits(9));
        }
        wire.given(227, NONE, 0);
        settled(9);
        for (int poll = 0; poll < 9; poll++) {
            slot.tick();
        }
        slot.tick(); // shuts
        assertEquals(CashTrouble.EVENTS_LOST, trouble(slot.fault()));
        wire.assertPlayed();
    }

    @Test
    void tick_rejectedAndUnwantedCoins_areToldAsWhatTheyAre() {
        MoneySlot slot = opened(254);
        wire.given(229, NONE, credits(2, 3, 0, 0, 1, 0, 2)); // inhibited, rejected, an unwanted 10 yen coin
        slot.tick();
        assertEquals(
                List.of(
                        new CashEvent.Rejected(CashDevice.COIN, 255, 2),
                        new CashEvent.Rejected(CashDevice.COIN, 1, 1),
                        coin(10, 2)),
                told);
        wire.assertPlayed();
    }

    @Test
    void tick_emptyPlaceAmongTheNews_isEventsLost() {
        MoneySlot slot = opened(254);
        int[] events = credits(2, 0, 1, 0, 1, 0, 0); // it counted from 0 again
        wire.given(229, NONE, events).given(228, SHUT).given(229, NONE, events).given(229, NONE, events);
        slot.tick();
        slot.tick(); // shuts
        assertEquals(CashTrouble.EVENTS_LOST, trouble(slot.fault()));
        wire.assertPlayed();
    }

    @ParameterizedTest
    @CsvSource({
        "17, 6, JAM, credit of channel 1 and then a stuck sensor",
        "16, 14, JAM, only a stuck sensor",
    })
    void tick_sensorStuck_shutsAndTellsOnce(int counter, int code, CashTrouble trouble, String name) {
        MoneySlot slot = opened(15);
        int[] events = counter == 17 ? credits(17, 0, code, 1, 0) : credits(16, 0, code);
        wire.given(229, NONE, events).given(228, SHUT).given(229, NONE, events).given(229, NONE, events);
        slot.tick();
        slot.tick(); // shuts
        assertEquals(1, told.stream().filter(CashEvent.Broken.class::isInstance).count(), name);
        assertEquals(trouble, trouble(slot.fault()));
        wire.assertPlayed();
    }

    @Test
    void tick_coinWithoutValue_shutsAndIsUnsuitable() {
        MoneySlot slot = opened(9);
        int[] events = credits(10, 4, 0);
        wire.given(229, NONE, events).given(228, SHUT).given(229, NONE, events).given(229, NONE, events);
        slot.tick();
        slot.tick(); // shuts
        assertEquals(CashTrouble.UNSUITABLE, trouble(slot.fault()));
        wire.assertPlayed();
    }

    @Test
    void tick_moreThanFiveEvents_tellsTheFiveAndStopsTaking() {
        MoneySlot slot = opened(9);
        int[] events = credits(16, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
        wire.given(229, NONE, events).given(228, SHUT).given(229, NONE, events).given(229, NONE, events);
        slot.tick();
        slot.tick(); // shuts
        assertEquals(6, told.size());
        assertEquals(coin(100, 12), told.get(0));
        assertEquals(
                CashTrouble.EVENTS_LOST,
                assertInstanceOf(CashEvent.Broken.class, told.get(5)).trouble());
        assertEquals(CashTrouble.EVENTS_LOST, trouble(slot.fault()));
        wire.assertPlayed();
    }

    @Test
    void tick_acceptorLosesPowerWhileOpen_isEventsLost() {
        MoneySlot slot = opened(9);
        wire.given(229, NONE, credits(0))
                .given(228, SHUT)
                .given(229, NONE, credits(0))
                .given(229, NONE, credits(0));
        slot.tick();
        slot.tick(); // shuts
        assertEquals(CashTrouble.EVENTS_LOST, trouble(slot.fault()));
        wire.assertPlayed();
    }

    @Test
    void tick_lineLostWhileOpen_tellsTheCoinsWhenItIsBack() {
        MoneySlot slot = opened(9);
        for (int miss = 1; miss <= 3; miss++) {
            assertTrue(slot.isOpen(), "it may be back at the next poll");
            wire.gone(1, 229);
            slot.tick();
            wire.assertPlayed();
        }
        assertEquals(
                CashTrouble.UNREACHABLE,
                assertInstanceOf(CashEvent.Broken.class, told.get(0)).trouble());
        wire.gone(3, 228, SHUT);
        slot.tick();
        assertEquals(1, told.size());
        wire.given(228, SHUT);
        for (int poll = 0; poll < 3; poll++) {
            wire.given(229, NONE, credits(10, 2, 0));
        }
        slot.tick();
        assertEquals(coin(500, 10), told.get(1));
        slot.tick(); // shut: nothing is asked any more
        wire.assertPlayed();
    }

    @Test
    void tick_witnessThrows_shutsAndTellsTheCoinAgain() {
        MoneySlot slot = opened(9);
        int[] events = credits(10, 1, 0);
        wire.given(229, NONE, events);
        ledgerFails = true;
        assertThrows(IllegalStateException.class, slot::tick);
        slot.close();
        ledgerFails = false;
        wire.given(228, SHUT);
        for (int poll = 0; poll < 3; poll++) {
            wire.given(229, NONE, events);
        }
        slot.tick();
        assertEquals(List.of(coin(100, 10)), told);
        wire.assertPlayed();
    }

    @Test
    void shut_coinPassesMeanwhile_isToldBeforeItReturns() {
        MoneySlot slot = opened(9);
        wire.given(228, SHUT).given(229, NONE, credits(9)).given(229, NONE, credits(10, 1, 0));
        wire.given(229, NONE, credits(10, 1, 0)).given(229, NONE, credits(10, 1, 0));
        slot.close();
        slot.shut();
        assertFalse(slot.isClosing());
        assertEquals(List.of(coin(100, 10)), told);
        assertEquals(new Yen(100), slot.inserted());
        wire.assertPlayed();
    }

    @Test
    void shut_eventsNeverEnd_givesUpUnshut() {
        MoneySlot slot = opened(9);
        wire.given(228, SHUT);
        for (int poll = 0; poll <= 60; poll++) {
            wire.given(229, NONE, credits(10 + poll, 0, 1));
        }
        slot.close();
        slot.shut();
        assertTrue(slot.isClosing());
        wire.assertPlayed();
    }

    @Test
    void trouble_sevenCoinsHandedBackWhileShut_isNone() {
        MoneySlot slot = found(9);
        wire.given(229, NONE, credits(16, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2));
        assertEquals(Optional.empty(), slot.trouble());
        assertEquals(5, told.size());
        wire.assertPlayed();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 1, 'a coin that fell while the program was down is told'",
        "9, 0, 'a coin that was told is not told again'",
        "200, 1, 'switched off over night, which is told once'",
    })
    void trouble_firstAfterARestart_tellsTheCoinsSince(int last, int coins, String name) {
        MoneySlot slot = slot(OptionalInt.of(last));
        int counter = last == 200 ? 0 : 9;
        identified();
        wire.given(228, SHUT);
        for (int poll = 0; poll < (last == 9 ? 2 : 3); poll++) {
            wire.given(229, NONE, credits(counter, 1, 0));
        }
        wire.given(232, NONE, 0);
        assertEquals(Optional.empty(), slot.trouble());
        assertEquals(coins, told.size(), name);
        assertEquals(last == 200, told.contains(new CashEvent.Restarted(CashDevice.COIN)));
        wire.assertPlayed();
    }
}
