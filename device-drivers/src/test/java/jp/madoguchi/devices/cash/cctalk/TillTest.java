package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.simulators.cash.BusFault;
import jp.madoguchi.simulators.cash.CoinFate;
import jp.madoguchi.simulators.cash.NoteFate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole unit against the simulated bus, in a time of its own. Hoppers: 3 of ¥100, 4 of ¥10, 5 of ¥500. */
final class TillTest extends TillBench {
    // ── before money is taken ──

    @ParameterizedTest
    @CsvSource({
        // counted: 100s, 10s, 500s; price; what accept answers
        "0, 0, 0, 300, NO_CHANGE",
        "3, 0, 0, 300, NO_CHANGE",
        "0, 0, 9, 300, NO_CHANGE", // 200 yen of change are nowhere
        "5, 0, 0, 300, READY",
        "50, 0, 0, 350, NO_CHANGE",
        "50, 9, 0, 350, READY",
    })
    void accept_hopperContent_isReadyOnlyIfEveryWayToPayCanBeChanged(
            int c100, int c10, int c500, int price, String answer) {
        counted.putAll(Map.of(3, c100, 4, c10, 5, c500));
        till = till(Set.of(100, 500));
        assertEquals(answer, name(till.accept(new Yen(price))));
        assertEquals(CoinFate.RETURNED == cash.drop(100), !answer.equals("READY"));
    }

    @Test
    void status_lowSensorBareAndCountHigh_promisesNothingOfThatHopper() {
        cash.fillHopper(3, 5);
        assertEquals(new Yen(102_000), ready(till.status()).returnable());
        assertEquals(Set.of(CashTrouble.NEARLY_EMPTY), ready(till.status()).warnings());
        counted.put(3, 5);
        assertEquals(new Yen(102_500), ready(till.status()).returnable());
    }

    @Test
    void status_oneHopperAndTheValidatorSilent_isReadyWithTheRest() {
        cash.inject(4, 245, 1, BusFault.DEAD);
        cash.inject(40, 228, 1, BusFault.DEAD);
        CashStatus.Ready status = ready(till.status());
        assertEquals(Set.of(CashTrouble.PART_SILENT), status.warnings());
        assertEquals(new Yen(120_000), status.returnable());
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        assertEquals(CoinFate.RETURNED, cash.drop(10), "there is nothing to give it back with");
        assertEquals(CoinFate.ACCEPTED, cash.drop(100));
        assertEquals(NoteFate.RETURNED, cash.insertNote(1000));
        cash.revive();
        assertEquals("READY", name(till.stop()));
        assertEquals(Set.of(), ready(till.status()).warnings());
    }

    @Test
    void accept_whoseCountersCannotBeWritten_opensNoSlot() {
        told.deaf(true);
        assertThrows(UncheckedIOException.class, () -> till.accept(FEE));
        assertEquals(CoinFate.RETURNED, cash.drop(100));
        assertEquals(NoteFate.RETURNED, cash.insertNote(1000));
        assertEquals(Set.of(), till.unsettled());
        told.deaf(false);
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE), "it is announced anew");
        assertEquals(Set.of(CashDevice.COIN, CashDevice.BILL), told.last().keySet());
    }

    @Test
    void accept_twice_isADefect() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        assertThrows(IllegalStateException.class, () -> till.accept(FEE));
    }

    /** Five of ¥100 in the hopper and nothing else: ¥500 may come only once there is no second one to give back. */
    @Test
    void accept_tooLittleChangeForAll_tellsWhatIsTakenAndWheneverThatChanges() {
        counted.putAll(Map.of(3, 5, 4, 0, 5, 0));
        till = till(Set.of(100, 500, 1000));
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        assertEquals(List.of(Set.of(new Yen(100))), told.taking());
        till.tick();
        assertEquals(List.of(Set.of(new Yen(100))), told.taking(), "nothing changed");
        assertEquals(CoinFate.RETURNED, cash.drop(500));
    }

    @Test
    void accept_changeEnough_tellsAllThatIsTakenAndAgainAtTheNextSale() {
        Set<Yen> all = Set.of(new Yen(10), new Yen(50), new Yen(100), new Yen(500), new Yen(1000));
        for (int sale = 1; sale <= 2; sale++) {
            assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
            assertEquals(Collections.nCopies(sale, all), told.taking());
            assertEquals("READY", name(till.stop()));
        }
    }

    // ── coins ──

    @Test
    void coins_priceReached_nothingMoreIsTaken() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        for (int coin : List.of(10, 50, 500)) {
            assertEquals(CoinFate.ACCEPTED, cash.drop(coin), coin + " yen");
            till.tick();
        }
        assertEquals(CoinFate.RETURNED, cash.drop(100));
        assertEquals(NoteFate.RETURNED, cash.insertNote(1000));
        assertEquals(560, told.inserted());
    }

    @Test
    void coins_twoWithinOnePollPastThePrice_areChangedExactly() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.drop(100);
        till.tick();
        assertEquals(CoinFate.ACCEPTED, cash.drop(500));
        assertEquals(CoinFate.ACCEPTED, cash.drop(500));
        assertEquals("READY", name(till.stop()));
        assertEquals(1100, told.inserted());
        assertEquals(new CashOutcome.Paid(new Yen(800)), till.payOut(new Yen(800), told));
        assertEquals(List.of("paying 3 3", "paid 3 3", "paying 5 1", "paid 5 1"), told.payOuts());
    }

    @Test
    void coins_acceptorJams_isNotReadyUntilItIsCleared() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.drop(100);
        cash.jam();
        till.tick();
        assertTrue(told.said(CashTrouble.JAM));
        assertEquals(100, told.inserted());
        assertEquals("JAM", name(till.stop()));
        assertEquals("JAM", name(till.status()));
        assertEquals("JAM", name(till.accept(FEE)));
        cash.clearJam();
        assertEquals("READY", name(till.status()));
        assertEquals("READY", name(till.accept(FEE)));
    }

    @Test
    void coins_powerFailsBeforeTheyAreRead_isEventsLostAndAllShut() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.drop(100);
        till.tick();
        cash.drop(100);
        cash.powerReset();
        till.tick();
        assertTrue(told.said(CashTrouble.EVENTS_LOST));
        assertEquals(100, told.inserted());
        assertEquals(NoteFate.RETURNED, cash.insertNote(1000));
        assertEquals("EVENTS_LOST", name(till.stop()));
        assertEquals("READY", name(till.accept(FEE)));
    }

    @Test
    void coins_powerFailsWithoutATrace_isNoticedByTheInhibit() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.powerReset();
        for (int tick = 0; tick < 10; tick++) {
            till.tick();
        }
        assertTrue(told.said(CashTrouble.EVENTS_LOST));
    }

    @Test
    void coins_moreRejectedThanCanBeRead_areNotEventsLostAfterARestart() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.drop(100);
        for (int coin = 0; coin < 9; coin++) {
            cash.drop(5); // none that it knows
            till.tick();
        }
        till = till(ALL);
        assertEquals("READY", name(till.status()));
        assertFalse(told.said(CashTrouble.EVENTS_LOST));
        assertEquals(100, told.inserted());
    }

    @Test
    void unsettled_lineDeadSinceTheProgramStarted_isEveryDeviceThatMayStandOpen() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.drop(100);
        cash.unplug();
        till = till(ALL);
        assertEquals(Set.of(CashDevice.COIN, CashDevice.BILL), till.unsettled(), "nobody has been asked yet");
        assertEquals("UNREACHABLE", name(till.status()));
        assertEquals(Set.of(CashDevice.COIN, CashDevice.BILL), till.unsettled());
        cash.plugIn();
        assertEquals("READY", name(till.status()));
        assertEquals(Set.of(), till.unsettled());
        assertEquals(100, told.inserted());
    }

    @Test
    void unsettled_validatorAloneSilent_isItAlone() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        cash.inject(40, 228, 1, BusFault.DEAD);
        till = till(ALL);
        assertEquals("UNREACHABLE", name(till.status()));
        assertEquals(Set.of(CashDevice.BILL), till.unsettled());
    }

    @Test
    void unsettled_devicesThatWereNeverOpened_areNone() {
        cash.unplug();
        assertEquals(Set.of(), till.unsettled());
        assertEquals("UNREACHABLE", name(till.status()));
        assertEquals(Set.of(), till.unsettled());
    }

    @Test
    void unsettled_silentWhenAllWasTold_isNone() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        assertEquals("READY", name(till.stop()));
        cash.inject(2, 229, 1, BusFault.DEAD);
        assertEquals("UNREACHABLE", name(till.status()));
        assertEquals(Set.of(), till.unsettled());
    }

    // ── giving back ──

    @Test
    void payOut_hopperRunsDry_othersPayTheRest() {
        cash.fillHopper(5, 1);
        ready(till.status());
        assertEquals(new CashOutcome.Paid(new Yen(1000)), till.payOut(new Yen(1000), told));
        assertEquals(1000, cash.tray());
        assertEquals(List.of("paying 5 2", "paid 5 1", "paying 3 5", "paid 3 5"), told.payOuts());
    }

    @Test
    void payOut_hopperStuck_othersPayAllOfIt() {
        cash.stickHopper(3, true);
        assertEquals(new CashOutcome.Paid(new Yen(200)), till.payOut(new Yen(200), told));
        assertEquals(List.of("paying 3 2", "paid 3 0", "paying 4 20", "paid 4 20"), told.payOuts());
    }

    @Test
    void payOut_powerFailsInItsMidst_isKnownToTheCoin() {
        counted.putAll(Map.of(4, 0, 5, 0));
        cash.inject(3, 166, 4, BusFault.RESET_AFTER);
        CashOutcome.Partial partial = assertInstanceOf(CashOutcome.Partial.class, till.payOut(new Yen(900), told));
        assertEquals(CashTrouble.POWER_LOST, partial.trouble());
        assertEquals(cash.tray(), partial.paid().amount());
        assertEquals(900, partial.paid().plus(partial.owed()).amount());
    }

    @Test
    void payOut_oneHopperGoesSilent_isUnknownForItsPartOnly() {
        cash.inject(3, 166, 2, BusFault.DEAD);
        CashOutcome.Unknown unknown = assertInstanceOf(CashOutcome.Unknown.class, till.payOut(new Yen(720), told));
        assertEquals(new Yen(200), unknown.uncertain());
        assertEquals(new Yen(520), unknown.paid());
        assertEquals(Yen.ZERO, unknown.owed());
        assertEquals(1, bus.count(3, Header.DISPENSE_HOPPER_COINS));
    }

    @Test
    void payOut_moreThanThereIs_paysWhatThereIs() {
        counted.putAll(Map.of(3, 2, 4, 3, 5, 0));
        assertEquals(
                new CashOutcome.Partial(new Yen(230), new Yen(20), CashTrouble.NO_CHANGE),
                till.payOut(new Yen(250), told));
    }

    @Test
    void payOut_nothing_asksNobody() {
        assertEquals(new CashOutcome.Paid(Yen.ZERO), till.payOut(Yen.ZERO, told));
        assertEquals(List.of(), bus.commands());
    }

    @Test
    void noise_everywhere_changesNothing() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(FEE));
        for (int coin = 0; coin < 2; coin++) {
            bus.line().noise((byte) 0x55, (byte) 0, (byte) 1);
            cash.drop(100);
            till.tick();
        }
        assertEquals(200, told.inserted());
        assertEquals("READY", name(till.stop()));
    }

    @Test
    void events_counterWraps_everyCoinIsToldOnce() {
        assertInstanceOf(CashStatus.Ready.class, till.accept(new Yen(20_000)));
        for (int coin = 0; coin < 300; coin++) {
            if (coin % 2 == 0) {
                cash.drop(5);
            } else {
                cash.drop(10);
            }
            till.tick();
        }
        assertEquals(1500, told.inserted());
        assertEquals(
                new TreeMap<>(Map.of(3, 200, 4, 200, 5, 200)),
                new TreeMap<>(cash.world().hoppers()));
    }
}
