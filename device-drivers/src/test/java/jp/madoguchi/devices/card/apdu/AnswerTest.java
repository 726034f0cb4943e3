package jp.madoguchi.devices.card.apdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import jp.madoguchi.devices.card.CardFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 259, 65538})
    void of_lengthThatNoShortAnswerHas_isGarbled(int length) {
        CardFaultException e = assertThrows(CardFaultException.class, () -> Answer.of(new byte[length]));
        assertEquals(CardFailure.GARBLED, e.failure());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256})
    void of_dataAndStatus_comeApart(int dataLength) throws CardFaultException {
        byte[] response = new byte[dataLength + 2];
        response[dataLength] = (byte) 0x90;
        Answer answer = Answer.of(response);
        assertEquals(StatusWord.DONE, answer.status());
        assertArrayEquals(new byte[dataLength], answer.data());
    }

    @ParameterizedTest
    @CsvSource({"0x63C0, 0", "0x63C3, 3", "0x63CF, 15", "0x63D0, -1", "0x6300, -1", "0x6984, -1", "0x9000, -1"})
    void triesLeft_statusWord_onlyOf63Cx(int value, int tries) {
        OptionalInt expected = tries < 0 ? OptionalInt.empty() : OptionalInt.of(tries);
        assertEquals(expected, new StatusWord(value).triesLeft());
    }

    @Test
    void toString_statusWord_isFourDigits() {
        assertEquals("0A0B", new StatusWord(0x0A0B).toString());
    }
}
