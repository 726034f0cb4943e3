package jp.madoguchi.devices.card.apdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.apdu.ScriptedCard.Exchange;
import org.junit.jupiter.api.Test;

class WipingChannelTest {
    private static final String VERIFY = "002000800431323334";

    @Test
    void transmit_lost_leavesOnlyZeroes() {
        byte[] command = HexFormat.of().parseHex(VERIFY);
        WipingChannel channel = new WipingChannel(
                new ScriptedCard(List.of(Exchange.of(VERIFY, "").losing(CardFailure.REMOVED))));
        assertThrows(CardFaultException.class, () -> channel.transmit(command));
        assertArrayEquals(new byte[9], command);
    }

    @Test
    void transmit_answered_leavesOnlyZeroes() throws CardFaultException {
        byte[] command = HexFormat.of().parseHex(VERIFY);
        byte[] answer = new WipingChannel(new ScriptedCard(List.of(Exchange.of(VERIFY, "63C2")))).transmit(command);
        assertArrayEquals(new byte[] {0x63, (byte) 0xC2}, answer);
        assertArrayEquals(new byte[9], command);
    }
}
