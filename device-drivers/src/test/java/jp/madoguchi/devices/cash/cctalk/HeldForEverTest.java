package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bill validator that says at every poll that a note has come, and never where one went. */
final class HeldForEverTest {
    private static final int[] NONE = {};
    private static final Set<Yen> NOTES = Set.of(new Yen(1000));

    private final ScriptedLine wire = new ScriptedLine().at(BillValidator.ADDRESS);
    private final Ledgered told = new Ledgered();
    private final AtomicInteger polls = new AtomicInteger();
    private final MoneySlot slot = new MoneySlot(
            new BillValidator(new CcTalkLine(wire, "port", wire.pace)),
            NOTES,
            OptionalInt.of(1),
            told,
            told::held,
            wire.pace,
            Duration.ofMillis(150));

    @BeforeEach
    void validator() {
        wire.always(245, NONE, () -> MoneySlotBench.ascii("Bill Validator"));
        wire.always(156, new int[] {'J', 'P'}, () -> new int[] {0xE8, 3, 0});
        for (int type = 1; type <= 16; type++) {
            String name = type == 1 ? "JP0001A" : ".......";
            wire.always(157, new int[] {type}, () -> MoneySlotBench.ascii(name));
        }
        wire.always(232, NONE, () -> new int[] {0});
        wire.always(227, NONE, () -> new int[] {1});
        wire.always(153, new int[] {3}, () -> NONE);
        for (int on = 0; on <= 1; on++) {
            wire.always(228, new int[] {on}, () -> NONE);
            wire.always(231, new int[] {on, 0}, () -> NONE);
            wire.always(154, new int[] {on}, () -> NONE);
        }
        wire.always(159, NONE, () -> MoneySlotBench.credits(1));
    }

    private void holdsForEver() {
        wire.always(159, NONE, () -> {
            assertTrue(polls.incrementAndGet() < 5000, "it is asked for ever");
            return MoneySlotBench.credits(polls.get() % 255 + 1, 1, 1);
        });
    }

    @Test
    void trouble_holdsForEver_endsUnshutWithinAMinute() {
        holdsForEver();
        assertTrue(slot.trouble().isPresent());
        assertTrue(wire.pace.nanos() < Duration.ofMinutes(1).toNanos());
    }

    @Test
    void tick_holdsForEver_asksOnceAndIsANoteJamInTime() {
        assertEquals(Optional.empty(), slot.trouble());
        slot.announce();
        assertEquals(Optional.empty(), slot.open(NOTES));
        holdsForEver();
        for (int tick = 0; tick < 100 && slot.isOpen(); tick++) {
            slot.tick();
            assertTrue(wire.pace.pause(Duration.ofMillis(150)));
        }
        assertEquals(1, told.notesHeld().size());
        assertTrue(told.said(CashTrouble.NOTE_JAM));
        assertEquals(0, told.inserted());
    }
}
