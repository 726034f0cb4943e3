package jp.madoguchi.devices.card.apdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.apdu.ScriptedCard.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstCommandRepeatTest {
    private static final String SELECT = "00A4040C0AD392F000260100000001";

    @ParameterizedTest
    @CsvSource({"002000800431323334", "002401800431323334", "002C01800431323334"})
    void transmit_carriesPinAsFirstCommandAndAnswers6F00_goesOutOnce(String command) throws CardFaultException {
        ScriptedCard card = new ScriptedCard(List.of(Exchange.of(command, "6F00")));
        assertArrayEquals(bytes("6F00"), new FirstCommandRepeat(card).transmit(bytes(command)));
    }

    @ParameterizedTest
    @CsvSource({
        "6F00, 9000, 9000", // the quirk
        "6F00, 6F00, 6F00", // once, not for ever
    })
    void transmit_firstAnswers6F00_goesOutOnceMore(String first, String second, String expected)
            throws CardFaultException {
        ScriptedCard card = new ScriptedCard(List.of(Exchange.of(SELECT, first), Exchange.of(SELECT, second)));
        assertArrayEquals(bytes(expected), new FirstCommandRepeat(card).transmit(bytes(SELECT)));
        card.assertPlayed();
    }

    @ParameterizedTest
    @CsvSource({"9000", "6A82", "''", "6F", "016F00"})
    void transmit_firstAnswersAnythingElse_goesOutOnce(String answer) throws CardFaultException {
        ScriptedCard card = new ScriptedCard(List.of(Exchange.of(SELECT, answer)));
        assertArrayEquals(bytes(answer), new FirstCommandRepeat(card).transmit(bytes(SELECT)));
    }

    @Test
    void transmit_secondCommandAnswers6F00_goesOutOnce() throws CardFaultException {
        ScriptedCard card = new ScriptedCard(List.of(Exchange.of(SELECT, "9000"), Exchange.of(SELECT, "6F00")));
        FirstCommandRepeat channel = new FirstCommandRepeat(card);
        assertArrayEquals(bytes("9000"), channel.transmit(bytes(SELECT)));
        assertArrayEquals(bytes("6F00"), channel.transmit(bytes(SELECT)));
    }

    @Test
    void transmit_firstIsLost_isNotRepeated() {
        ScriptedCard card = new ScriptedCard(List.of(Exchange.of(SELECT, "").losing(CardFailure.REMOVED)));
        FirstCommandRepeat channel = new FirstCommandRepeat(card);
        CardFaultException lost = assertThrows(CardFaultException.class, () -> channel.transmit(bytes(SELECT)));
        assertEquals(CardFailure.REMOVED, lost.failure());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
