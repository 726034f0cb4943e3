package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Channel 1 is ¥100, channel 2 ¥500, channel 3 ¥10; channel 4 has no name. */
final class CoinSlotTest {
    private static final int[] NONE = {};
    private static final int[] SHUT = {0};
    private static final int[] OPEN = {1};
    private static final int[] BOTH = {3, 0};
    private static final int[] ONLY_100 = {1, 0};
    private static final int[] NO_COIN = {0, 0};

    private final ScriptedLine wire = new ScriptedLine().at(2);
    private final List<CashEvent> told = new ArrayList<>();
    private int hopperCoins = 100;
    private boolean ledgerFails;

    @Test
    void status_noAcceptor_isUnreachable() {
        CoinSlot slot = slot(OptionalInt.empty());
        wire.silent(3, 228, SHUT);
        assertEquals(CashTrouble.UNREACHABLE, trouble(slot.status()));
        wire.assertPlayed();
    }

    @Test
    void status_acceptorOfAnotherCountry_isUnsuitable() {
        CoinSlot slot = slot(OptionalInt.empty());
        wire.given(228, SHUT);
        for (int channel = 1; channel <= 16; channel++) {
            wire.given(184, ScriptedLine.bytes(channel), ascii("EU100A"));
        }
        assertEquals(CashTrouble.UNSUITABLE, trouble(slot.status()));
        wire.assertPlayed();
    }

    @Test
    void status_noHopper_isUnreachable() {
        CoinSlot slot = slot(OptionalInt.empty());
        found(9).at(3).silent(3, 254);
        assertEquals(CashTrouble.UNREACHABLE, trouble(slot.status()));
        wire.assertPlayed();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 0x11", "-3, 0"})
    void accept_hopperCannotReturnOneCoin_isNoChangeAndStaysShut(int coins, String level) {
        hopperCoins = coins;
        CoinSlot slot = slot(OptionalInt.empty());
        found(9);
        hopper(Integer.decode(level));
        assertEquals(CashTrouble.NO_CHANGE, trouble(slot.accept()));
        wire.assertPlayed();
    }

    @ParameterizedTest
    @CsvSource({
        // coins in the hopper, level byte (bit 0 low, bit 4 has such a sensor), channels opened
        "1, 0x00, 1",
        "4, 0x10, 1",
        "5, 0x01, 3",
        "100, 0x10, 3",
    })
    void accept_hopperContent_opensOnlyWhatCanBeReturned(int coins, String level, int channels) {
        hopperCoins = coins;
        CoinSlot slot = slot(OptionalInt.empty());
        found(9);
        hopper(Integer.decode(level));
        wire.at(2)
                .given(229, NONE, credits(9))
                .given(231, ScriptedLine.bytes(channels, 0))
                .given(228, OPEN);
        assertEquals(new CashStatus.Ready(new Yen(100 * coins)), slot.accept());
        wire.assertPlayed();
    }

    @Test
    void accept_openingUnanswered_isUnreachableAndShutAgain() {
        CoinSlot slot = slot(OptionalInt.empty());
        found(9);
        hopper(0);
        wire.at(2).given(229, NONE, credits(9)).given(231, BOTH).silent(3, 228, OPEN);
        wire.given(228, SHUT).given(229, NONE, credits(10, 1, 0)).given(229, NONE, credits(10, 1, 0));
        wire.given(229, NONE, credits(10, 1, 0));
        assertEquals(CashTrouble.UNREACHABLE, trouble(slot.accept()));
        assertEquals(List.of(new CashEvent.Inserted(new Yen(100), 10)), told);
        wire.assertPlayed();
    }

    @Test
    void tick_moneyReachesTheHopper_shutsOneCoinThenTheOther() {
        hopperCoins = 8;
        CoinSlot slot = opened(9, BOTH);
        wire.given(229, NONE, credits(10, 1, 1)); // 100 of 800: both coins still fit, nothing is sent
        slot.tick();
        wire.given(229, NONE, credits(11, 2, 1)).given(231, ONLY_100); // 600: only 100 more fit
        slot.tick();
        wire.given(229, NONE, credits(13, 1, 1, 1, 1)).given(231, NO_COIN); // 800: nothing fits
        slot.tick();
        wire.given(229, NONE, credits(13, 1, 1, 1, 1));
        slot.tick();
        assertEquals(
                List.of(
                        new CashEvent.Inserted(new Yen(100), 10),
                        new CashEvent.Inserted(new Yen(500), 11),
                        new CashEvent.Inserted(new Yen(100), 12),
                        new CashEvent.Inserted(new Yen(100), 13)),
                told);
        wire.assertPlayed();
    }

    @Test
    void tick_rejectedAndUnwantedCoins_areToldAsWhatTheyAre() {
        CoinSlot slot = opened(254, BOTH);
        wire.given(229, NONE, credits(2, 3, 0, 0, 1, 0, 0)); // a null event, a reject, an unwanted 10 yen coin
        slot.tick();
        assertEquals(List.of(new CashEvent.Rejected(1), new CashEvent.Inserted(new Yen(10), 2)), told);
        wire.assertPlayed();
    }

    @ParameterizedTest
    @CsvSource({
        "17, 6, JAM, credit of channel 1 and then a stuck sensor",
        "16, 14, JAM, only a stuck sensor",
    })
    void tick_sensorStuck_shutsAndTellsOnce(int counter, int code, CashTrouble trouble, String name) {
        CoinSlot slot = opened(15, BOTH);
        int[] events = counter == 17 ? credits(17, 0, code, 1, 0) : credits(16, 0, code);
        wire.given(229, NONE, events).given(228, SHUT).given(229, NONE, events).given(229, NONE, events);
        slot.tick();
        assertEquals(1, told.stream().filter(CashEvent.Broken.class::isInstance).count(), name);
        assertEquals(trouble, trouble(slot.stop()));
        wire.assertPlayed();
    }

    @Test
    void tick_coinWithoutValue_shutsAndIsUnsuitable() {
        CoinSlot slot = opened(9, BOTH);
        int[] events = credits(10, 4, 0);
        wire.given(229, NONE, events).given(228, SHUT).given(229, NONE, events).given(229, NONE, events);
        slot.tick();
        assertEquals(CashTrouble.UNSUITABLE, trouble(slot.stop()));
        wire.assertPlayed();
    }

    @Test
    void tick_moreThanFiveEvents_tellsTheFiveAndStopsTaking() {
        CoinSlot slot = opened(9, BOTH);
        int[] events = credits(16, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
        wire.given(229, NONE, events).given(228, SHUT).given(229, NONE, events).given(229, NONE, events);
        slot.tick();
        assertEquals(6, told.size());
        assertEquals(new CashEvent.Inserted(new Yen(100), 12), told.get(0));
        assertEquals(
                CashTrouble.EVENTS_LOST,
                assertInstanceOf(CashEvent.Broken.class, told.get(5)).trouble());
        assertEquals(CashTrouble.EVENTS_LOST, trouble(slot.stop()));
        wire.assertPlayed();
    }

    @Test
    void tick_acceptorLosesPowerWhileOpen_isEventsLost() {
        CoinSlot slot = opened(9, BOTH);
        wire.given(229, NONE, credits(0))
                .given(228, SHUT)
                .given(229, NONE, credits(0))
                .given(229, NONE, credits(0));
        slot.tick();
        assertEquals(CashTrouble.EVENTS_LOST, trouble(slot.stop()));
        wire.assertPlayed();
    }

    @Test
    void tick_lineLostWhileOpen_tellsTheCoinsWhenItIsBack() {
        CoinSlot slot = opened(9, BOTH);
        wire.gone(3, 229).gone(3, 228, SHUT);
        slot.tick();
        assertEquals(
                CashTrouble.UNREACHABLE,
                assertInstanceOf(CashEvent.Broken.class, told.get(0)).trouble());
        wire.gone(3, 228, SHUT);
        assertEquals(CashTrouble.UNREACHABLE, trouble(slot.stop()));
        wire.gone(3, 228, SHUT);
        slot.tick();
        assertEquals(1, told.size());
        wire.given(228, SHUT);
        for (int poll = 0; poll < 3; poll++) {
            wire.given(229, NONE, credits(10, 2, 0));
        }
        slot.tick();
        assertEquals(new CashEvent.Inserted(new Yen(500), 10), told.get(1));
        slot.tick(); // shut: nothing is asked any more
        wire.assertPlayed();
    }

    @Test
    void tick_witnessThrows_shutsAndTellsTheCoinAgain() {
        CoinSlot slot = opened(9, BOTH);
        int[] events = credits(10, 1, 0);
        wire.given(229, NONE, events);
        ledgerFails = true;
        assertThrows(IllegalStateException.class, slot::tick);
        slot.mistrust();
        ledgerFails = false;
        wire.given(228, SHUT);
        for (int poll = 0; poll < 3; poll++) {
            wire.given(229, NONE, events);
        }
        slot.tick();
        assertEquals(List.of(new CashEvent.Inserted(new Yen(100), 10)), told);
        wire.assertPlayed();
    }

    @Test
    void stop_coinPassesWhileShutting_isToldBeforeItReturns() {
        CoinSlot slot = opened(9, BOTH);
        wire.given(228, SHUT).given(229, NONE, credits(9)).given(229, NONE, credits(10, 1, 0));
        wire.given(229, NONE, credits(10, 1, 0)).given(229, NONE, credits(10, 1, 0));
        wire.given(254);
        hopper(0);
        assertEquals(new CashStatus.Ready(new Yen(10000)), slot.stop());
        assertEquals(List.of(new CashEvent.Inserted(new Yen(100), 10)), told);
        wire.assertPlayed();
    }

    @Test
    void stop_eventsNeverEnd_givesUpUnshut() {
        CoinSlot slot = opened(9, BOTH);
        wire.given(228, SHUT);
        for (int poll = 0; poll <= 50; poll++) {
            wire.given(229, NONE, credits(10 + poll, 0, 1));
        }
        assertEquals(CashTrouble.UNREACHABLE, trouble(slot.stop()));
        wire.assertPlayed();
    }

    @Test
    void accept_sevenCoinsHandedBackWhileShut_opensAllTheSame() {
        CoinSlot slot = slot(OptionalInt.empty());
        found(9);
        hopper(0);
        wire.at(2)
                .given(229, NONE, credits(16, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2))
                .given(231, BOTH)
                .given(228, OPEN);
        assertInstanceOf(CashStatus.Ready.class, slot.accept());
        assertEquals(5, told.size());
        wire.assertPlayed();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 1, 'a coin that fell while the program was down is told'",
        "9, 0, 'a coin that was told is not told again'",
        "200, 0, 'switched off over night'",
    })
    void status_firstAfterARestart_tellsTheCoinsSince(int last, int coins, String name) {
        CoinSlot slot = slot(OptionalInt.of(last));
        int counter = last == 200 ? 0 : 9;
        identified();
        for (int poll = 0; poll < (last == 9 ? 2 : 3); poll++) {
            wire.given(229, NONE, credits(counter, 1, 0));
        }
        hopper(0);
        assertInstanceOf(CashStatus.Ready.class, slot.status());
        assertEquals(coins, told.size(), name);
        wire.assertPlayed();
    }

    private CoinSlot slot(OptionalInt last) {
        CcTalkLine line = new CcTalkLine(wire, "port", wire.pace);
        return new CoinSlot(
                new CoinAcceptor(line),
                new Hopper(line, 3, new Yen(100)),
                () -> hopperCoins,
                this::happened,
                wire.pace,
                Duration.ofMillis(150),
                last);
    }

    private void happened(CashEvent event) {
        if (ledgerFails) {
            throw new IllegalStateException("disk full");
        }
        told.add(event);
    }

    private CoinSlot opened(int counter, int[] channels) {
        CoinSlot slot = slot(OptionalInt.empty());
        found(counter);
        hopper(0);
        wire.at(2).given(229, NONE, credits(counter)).given(231, channels).given(228, OPEN);
        assertInstanceOf(CashStatus.Ready.class, slot.accept());
        wire.assertPlayed();
        return slot;
    }

    private ScriptedLine found(int counter) {
        identified();
        for (int poll = 0; poll < 3; poll++) {
            wire.given(229, NONE, credits(counter));
        }
        return wire;
    }

    private void identified() {
        wire.given(228, SHUT);
        List<String> names = List.of("JP100A", "JP500A", "JP010A", "......");
        for (int channel = 1; channel <= 16; channel++) {
            if (channel <= names.size()) {
                wire.given(184, ScriptedLine.bytes(channel), ascii(names.get(channel - 1)));
            } else {
                wire.refused(184, channel);
            }
        }
        wire.given(228, SHUT);
    }

    private void hopper(int level) {
        wire.at(3).given(254).given(217, NONE, level).at(2);
    }

    private static int[] credits(int counter, int... newestFirst) {
        int[] data = new int[CreditBuffer.LENGTH];
        data[0] = counter;
        System.arraycopy(newestFirst, 0, data, 1, newestFirst.length);
        return data;
    }

    private static int[] ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int[] data = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            data[i] = bytes[i];
        }
        return data;
    }

    private static CashTrouble trouble(CashStatus status) {
        return assertInstanceOf(CashStatus.NotReady.class, status).trouble();
    }
}
