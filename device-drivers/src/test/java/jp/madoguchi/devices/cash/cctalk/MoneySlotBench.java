package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;

/** The coin slot: channel 1 is ¥100, channel 2 ¥500, channel 3 ¥10; channel 4 has no name. ¥100 and ¥500 are taken. */
abstract class MoneySlotBench {
    static final int[] NONE = {};
    static final int[] SHUT = {0};
    static final int[] OPEN = {1};
    static final int[] BOTH = {3, 0};
    static final int[] ONLY_100 = {1, 0};
    static final int[] NO_COIN = {0, 0};
    static final Set<Yen> COINS = Set.of(new Yen(100), new Yen(500));

    final ScriptedLine wire = new ScriptedLine().at(2);
    final List<CashEvent> told = new ArrayList<>();
    final List<Integer> counted = new ArrayList<>();
    boolean ledgerFails;

    MoneySlot slot(OptionalInt last) {
        CcTalkLine line = new CcTalkLine(wire, "port", wire.pace);
        CashWitness witness = new CashWitness() {
            @Override
            public void happened(CashEvent event) {
                MoneySlotBench.this.happened(event);
            }

            @Override
            public Routing held(Yen note, int counter) {
                throw new AssertionError("coins are not held");
            }
        };
        return new MoneySlot(
                new CoinAcceptor(line), COINS, last, witness, witness::held, wire.pace, Duration.ofMillis(150));
    }

    void happened(CashEvent event) {
        if (ledgerFails) {
            throw new IllegalStateException("disk full");
        }
        if (event instanceof CashEvent.Counting counting) {
            counted.add(counting.counter());
        } else {
            told.add(event);
        }
    }

    MoneySlot opened(int counter) {
        MoneySlot slot = found(counter);
        wire.given(231, BOTH).given(228, OPEN);
        slot.announce();
        assertEquals(Optional.empty(), slot.open(COINS));
        assertTrue(slot.isOpen());
        wire.assertPlayed();
        return slot;
    }

    /** Identified, sound and shut. */
    MoneySlot found(int counter) {
        MoneySlot slot = slot(OptionalInt.empty());
        identified();
        wire.given(228, SHUT);
        for (int poll = 0; poll < 3; poll++) {
            wire.given(229, NONE, credits(counter));
        }
        wire.given(232, NONE, 0);
        assertEquals(Optional.empty(), slot.trouble());
        return slot;
    }

    void identified() {
        wire.given(228, SHUT).given(245, NONE, ascii("Coin Acceptor"));
        List<String> names = List.of("JP100A", "JP500A", "JP010A", "......");
        for (int channel = 1; channel <= 16; channel++) {
            if (channel <= names.size()) {
                wire.given(184, ScriptedLine.bytes(channel), ascii(names.get(channel - 1)));
            } else {
                wire.refused(184, channel);
            }
        }
    }

    /** Shut, and two readings without news. */
    void settled(int counter) {
        wire.given(228, SHUT);
        for (int poll = 0; poll < 2; poll++) {
            wire.given(229, NONE, credits(counter));
        }
    }

    static CashEvent coin(int yen, int counter) {
        return new CashEvent.Inserted(new Yen(yen), CashDevice.COIN, counter);
    }

    static int[] credits(int counter, int... newestFirst) {
        int[] data = new int[EventBuffer.LENGTH];
        data[0] = counter;
        System.arraycopy(newestFirst, 0, data, 1, newestFirst.length);
        return data;
    }

    static int[] ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int[] data = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            data[i] = bytes[i];
        }
        return data;
    }

    static CashTrouble trouble(Optional<CashStatus.NotReady> notReady) {
        return notReady.orElseThrow().trouble();
    }
}
