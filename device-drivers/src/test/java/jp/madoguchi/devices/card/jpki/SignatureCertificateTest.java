package jp.madoguchi.devices.card.jpki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.SignatureReading;
import jp.madoguchi.devices.card.apdu.ScriptedCard;
import jp.madoguchi.devices.card.apdu.ScriptedCard.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCertificateTest {
    private static final byte[] PASSWORD = "TEST1234".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CERTIFICATE = Script.certificate(1400);
    private static final String SELECT_CERTIFICATE = "00 A4 02 0C 02 0001";
    private static final List<Exchange> READING = reading();
    private static final int VERIFY = 3;

    private static List<Exchange> reading() {
        List<Exchange> script = new ArrayList<>(List.of(
                Exchange.of(Script.SELECT_APPLICATION, "9000"),
                Exchange.of(SELECT_CERTIFICATE, "9000"),
                Exchange.of("00 A4 02 0C 02 001B", "9000"),
                Exchange.of("00 20 00 80 08 5445535431323334", "9000"),
                Exchange.of(SELECT_CERTIFICATE, "9000")));
        script.addAll(Script.blocks(CERTIFICATE));
        return List.copyOf(script);
    }

    @ParameterizedTest
    @EnumSource(CardFailure.class)
    void read_lostAtEachCommand_isUncertainFromVerifyOn(CardFailure failure) {
        for (int at = 0; at < READING.size(); at++) {
            assertEquals(
                    at < VERIFY ? new SignatureReading.Failed(failure) : new SignatureReading.Uncertain(failure),
                    read(Script.endingAt(READING, at, READING.get(at).losing(failure))));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void read_noSuchFile_isAbsentAndSpendsNothing(int at) {
        assertEquals(
                new SignatureReading.Absent(),
                read(Script.endingAt(READING, at, READING.get(at).answering("6A82"))));
    }

    @Test
    void read_passwordRefused_isWrongOrBlockedAndNothingFollows() {
        assertEquals(new SignatureReading.Wrong(4), read(verifyAnswers("63C4")));
        assertEquals(new SignatureReading.Blocked(true), read(verifyAnswers("63C0")));
        assertEquals(new SignatureReading.Blocked(false), read(verifyAnswers("6984")));
        assertEquals(new SignatureReading.Uncertain(CardFailure.GARBLED), read(verifyAnswers("6F00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDE", "ABCDEFGHIJKLMNOPQ", "test1234", "TEST-123"})
    void read_noPassword_throwsAndSendsNothing(String password) {
        ScriptedCard card = new ScriptedCard(List.of());
        SignatureCertificate file = new SignatureCertificate(card);
        byte[] bytes = password.getBytes(StandardCharsets.US_ASCII);
        assertThrows(IllegalArgumentException.class, () -> file.read(bytes));
        assertTrue(card.seen().isEmpty());
    }

    @Test
    void read_rightPassword_isTheCertificateAndLeavesThePasswordToItsOwner() {
        SignatureReading.Read read = assertInstanceOf(SignatureReading.Read.class, read(READING));
        assertArrayEquals(CERTIFICATE, read.certificate());
        assertArrayEquals("TEST1234".getBytes(StandardCharsets.US_ASCII), PASSWORD);
    }

    private static List<Exchange> verifyAnswers(String status) {
        return Script.endingAt(READING, VERIFY, READING.get(VERIFY).answering(status));
    }

    private static SignatureReading read(List<Exchange> script) {
        ScriptedCard card = new ScriptedCard(script);
        SignatureReading outcome = new SignatureCertificate(card).read(PASSWORD);
        card.assertPlayed();
        return outcome;
    }
}
