package jp.madoguchi.devices.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.apdu.ScriptedCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcscFaultTest {
    private final TestTerminal terminal = new TestTerminal("Reader of tests 00 00", new ArrayList<>());

    @ParameterizedTest
    @CsvSource({
        "SCARD_W_REMOVED_CARD, REMOVED",
        "SCARD_E_NO_SMARTCARD, REMOVED",
        "SCARD_W_RESET_CARD, RESET",
        "SCARD_W_UNRESPONSIVE_CARD, UNRESPONSIVE",
        "SCARD_W_UNPOWERED_CARD, UNRESPONSIVE",
        "SCARD_W_UNSUPPORTED_CARD, UNRESPONSIVE",
        "SCARD_E_CARD_UNSUPPORTED, UNRESPONSIVE",
        "SCARD_E_PROTO_MISMATCH, UNRESPONSIVE",
        "SCARD_E_NO_SERVICE, READER_GONE",
        "SCARD_E_SERVICE_STOPPED, READER_GONE",
        "SCARD_E_INVALID_HANDLE, READER_GONE",
        "SCARD_E_READER_UNAVAILABLE, READER_GONE",
        "SCARD_E_UNKNOWN_READER, READER_GONE",
        "SCARD_E_NO_READERS_AVAILABLE, READER_GONE",
    })
    void meaning_code_decidesWhereverItStands(String code, CardFailure expected) {
        terminal.placed = new ScriptedCard(List.of());
        for (CardException e : List.of(TestTerminals.failure(code), new CardException(code))) {
            assertEquals(expected, PcscFault.talking(e, terminal).failure());
            assertEquals(expected, PcscFault.connecting(e, terminal).failure());
            assertEquals(code, PcscFault.reason(e));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // card there, reader answers, while talking, while connecting
        "true, true, REMOVED, UNRESPONSIVE",
        "false, true, REMOVED, REMOVED",
        "true, false, READER_GONE, READER_GONE",
    })
    void meaning_codeThatSaysNothing_isAskedOfTheTerminal(
            boolean card, boolean reader, CardFailure talking, CardFailure connecting) {
        terminal.placed = card ? new ScriptedCard(List.of()) : null;
        terminal.presenceFails = reader ? null : "SCARD_E_NO_SERVICE";
        for (Exception e : List.of(
                TestTerminals.failure("SCARD_F_COMM_ERROR"),
                new CardException((String) null),
                new IllegalStateException("Card has been removed"))) {
            assertEquals(talking, PcscFault.talking(e, terminal).failure());
            assertEquals(connecting, PcscFault.connecting(e, terminal).failure());
        }
    }

    @Test
    void meaning_cardNotPresent_isRemoved() {
        terminal.placed = new ScriptedCard(List.of());
        assertEquals(
                CardFailure.REMOVED,
                PcscFault.connecting(new CardNotPresentException("No card present"), terminal)
                        .failure());
    }

    @Test
    void reason_noCodeAnywhere_isTheInnermostMessage() {
        assertEquals("inner", PcscFault.reason(new Exception("outer", new Exception("inner"))));
        assertEquals("Exception", PcscFault.reason(new Exception()));
    }
}
