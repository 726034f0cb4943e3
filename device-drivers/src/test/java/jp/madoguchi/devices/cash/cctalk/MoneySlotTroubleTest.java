package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import jp.madoguchi.devices.cash.CashTrouble;
import org.junit.jupiter.api.Test;

/** What keeps a coin slot from taking coins, and for how long. */
final class MoneySlotTroubleTest extends MoneySlotBench {
    @Test
    void trouble_noAcceptor_isUnreachable() {
        MoneySlot slot = slot(OptionalInt.empty());
        wire.silent(3, 228, SHUT);
        assertEquals(CashTrouble.UNREACHABLE, trouble(slot.trouble()));
        wire.assertPlayed();
    }

    @Test
    void trouble_anotherDeviceAtTheAddress_isUnsuitable() {
        MoneySlot slot = slot(OptionalInt.empty());
        wire.given(228, SHUT).given(245, NONE, ascii("Payout"));
        assertEquals(CashTrouble.UNSUITABLE, trouble(slot.trouble()));
        wire.assertPlayed();
    }

    @Test
    void trouble_acceptorOfAnotherCountry_isUnsuitable() {
        MoneySlot slot = slot(OptionalInt.empty());
        wire.given(228, SHUT).given(245, NONE, ascii("Coin Acceptor"));
        for (int channel = 1; channel <= 16; channel++) {
            wire.given(184, ScriptedLine.bytes(channel), ascii("EU100A"));
        }
        assertEquals(CashTrouble.UNSUITABLE, trouble(slot.trouble()));
        wire.assertPlayed();
    }

    @Test
    void trouble_faultAtStart_lastsUntilItChecksItselfSound() {
        MoneySlot slot = slot(OptionalInt.empty());
        identified();
        settled(9);
        wire.given(229, NONE, credits(9)).given(232, NONE, 3);
        assertEquals(CashTrouble.JAM, trouble(slot.trouble()));
        wire.given(229, NONE, credits(9)).given(232, NONE, 3);
        assertEquals(CashTrouble.JAM, trouble(slot.trouble()));
        wire.given(229, NONE, credits(9)).given(232, NONE, 0);
        assertEquals(Optional.empty(), slot.trouble());
        wire.given(229, NONE, credits(9));
        assertEquals(Optional.empty(), slot.trouble());
        wire.assertPlayed();
    }

    @Test
    void trouble_jamOfAnAcceptorWithoutSelfCheck_lastsUntilItWasSwitchedOff() {
        MoneySlot slot = slot(OptionalInt.empty());
        identified();
        settled(9);
        wire.given(229, NONE, credits(9)).refused(232);
        assertEquals(Optional.empty(), slot.trouble());
        wire.given(229, NONE, credits(10, 0, 14)).refused(232);
        assertEquals(CashTrouble.JAM, trouble(slot.trouble()));
        wire.given(229, NONE, credits(10, 0, 14)).refused(232);
        assertEquals(CashTrouble.JAM, trouble(slot.trouble()));
        wire.given(229, NONE, credits(0));
        identified();
        settled(0);
        wire.given(229, NONE, credits(0)).refused(232);
        assertEquals(Optional.empty(), slot.trouble());
        wire.assertPlayed();
    }
}
