package jp.madoguchi.devices.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.ATR;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReader.Opening;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.CardSession;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.apdu.ScriptedCard;
import jp.madoguchi.devices.card.apdu.ScriptedCard.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PcscCardSessionTest {
    private static final byte[] PIN = {'1', '2', '3', '4'};
    private static final byte[] DIGEST = new byte[32];
    private static final CardReading REMOVED = new CardReading.Failed(CardFailure.REMOVED);

    private static final Exchange SELECT = Exchange.of("00A4040C0AD392F000260100000001", "9000");
    private static final Exchange VERIFY = Exchange.of("002000800431323334", "9000");
    /** A reading that one command settles. */
    private static final List<Exchange> NOT_JPKI = List.of(SELECT.answering("6A82"));

    private static final List<Exchange> SIGNING = List.of(
            SELECT,
            Exchange.of("00A4020C020018", "9000"),
            VERIFY,
            Exchange.of("00A4020C020017", "9000"),
            Exchange.of(
                    "802A0080333031300D060960864801650304020105000420" + "00".repeat(32) + "00",
                    "5A".repeat(256) + "9000"));
    private static final int AT_VERIFY = 2;

    private final TestTerminals service = new TestTerminals();
    private final TestTerminal terminal = service.add("Reader of tests 00 00");
    private final PcscCardReader reader = new PcscCardReader(service, "*");

    @ParameterizedTest
    @EnumSource(
            value = CardFailure.class,
            names = {"REMOVED", "RESET", "READER_GONE"})
    void sign_lostAtEachCommand_isUncertainFromVerifyOn(CardFailure failure) {
        for (int at = 0; at < SIGNING.size(); at++) {
            terminal.presenceFails = null;
            List<Exchange> script = new ArrayList<>(SIGNING.subList(0, at));
            script.add(SIGNING.get(at).losing(failure));
            CardSession session = open(script);
            assertEquals(
                    at < AT_VERIFY ? new PinOutcome.Failed(failure) : new PinOutcome.Uncertain(failure),
                    session.sign(PIN, DIGEST),
                    "command " + at);
        }
    }

    @ParameterizedTest
    @CsvSource({"REMOVED", "READER_GONE"})
    void anything_afterTheCardWasLost_staysLost(CardFailure failure) {
        CardSession session = open(List.of(SELECT.losing(failure)));
        assertEquals(new CardReading.Failed(failure), session.read());
        terminal.placed = new ScriptedCard(List.of());
        assertEquals(new CardReading.Failed(failure), session.read());
        assertEquals(new PinOutcome.Failed(failure), session.sign(PIN, DIGEST));
    }

    @Test
    void sign_anotherCardWasPlacedMeanwhile_isRemovedAndTheOtherCardSeesNothing() {
        CardSession session = open(NOT_JPKI);
        assertInstanceOf(CardReading.NotJpki.class, session.read());
        ScriptedCard other = new ScriptedCard(List.of());
        terminal.placed = other;
        assertEquals(new PinOutcome.Failed(CardFailure.REMOVED), session.sign(PIN, DIGEST));
        assertEquals(REMOVED, session.read());
        session.close();
        assertEquals(List.of(), other.seen());
    }

    @Test
    void sign_anotherCardAnswersTheReset_endsTheSession() {
        CardSession session = open(List.of(SIGNING.get(0), SIGNING.get(1), VERIFY.answering("63C2")));
        terminal.atr = new ATR(new byte[] {0x3B, 0x01, 0x00});
        // The handle was taken before, so only the one after the reset sees the other answer.
        assertEquals(new PinOutcome.Wrong(2), session.sign(PIN, DIGEST));
        assertEquals(REMOVED, session.read());
    }

    @Test
    void sign_cardTakenAtTheReset_keepsItsOutcomeAndEndsTheSession() {
        for (String code : List.of("SCARD_E_NO_SMARTCARD", "SCARD_W_REMOVED_CARD")) {
            CardSession session = open(SIGNING);
            terminal.connectFails = code;
            assertInstanceOf(PinOutcome.Signed.class, session.sign(PIN, DIGEST));
            assertEquals(REMOVED, session.read());
        }
    }

    @Test
    void sign_resetNotConfirmed_keepsItsOutcomeAndEndsTheSession() {
        CardSession session = open(SIGNING);
        terminal.resetFails = "SCARD_E_NO_SERVICE";
        assertInstanceOf(PinOutcome.Signed.class, session.sign(PIN, DIGEST));
        assertEquals(new CardReading.Failed(CardFailure.READER_GONE), session.read());
    }

    @Test
    void read_anotherProgramResetTheCard_saysSoAndTheNextCallWorks() {
        CardSession session = open(NOT_JPKI);
        terminal.resets++;
        assertEquals(new CardReading.Failed(CardFailure.RESET), session.read());
        assertInstanceOf(CardReading.NotJpki.class, session.read());
    }

    @Test
    void read_answerLongerThanAnyShortOne_isGarbledAndTheSessionLives() {
        CardSession session = open(List.of(SELECT.answering("00".repeat(259)), NOT_JPKI.get(0)));
        assertEquals(new CardReading.Failed(CardFailure.GARBLED), session.read());
        assertInstanceOf(CardReading.NotJpki.class, session.read());
    }

    @Test
    void read_emptyResponseOfTheDriver_isRemovedAndNotResetAgain() {
        CardSession session = open(List.of(SELECT.answering("")));
        service.calls.clear();
        assertEquals(REMOVED, session.read());
        assertEquals(REMOVED, session.read());
        assertEquals(List.of("begin", "leave under lock"), service.calls);
    }

    @Test
    void sign_emptyResponseToVerify_isUncertainAndReset() {
        CardSession session = open(List.of(SIGNING.get(0), SIGNING.get(1), VERIFY.answering("")));
        service.calls.clear();
        assertEquals(new PinOutcome.Uncertain(CardFailure.REMOVED), session.sign(PIN, DIGEST));
        assertEquals(List.of("begin", "reset under lock"), service.calls);
    }

    @Test
    void sign_pinThatIsNoPin_throwsAndGivesTheCardBack() {
        CardSession session = open(NOT_JPKI);
        assertThrows(IllegalArgumentException.class, () -> session.sign(new byte[] {'x'}, DIGEST));
        assertInstanceOf(CardReading.NotJpki.class, session.read());
    }

    @Test
    void sign_firstCommandAnswers6F00_isRepeatedButNoVerifyIs() {
        CardSession session = open(List.of(SELECT.answering("6F00"), SELECT, SIGNING.get(1), VERIFY.answering("6F00")));
        assertEquals(new PinOutcome.Uncertain(CardFailure.GARBLED), session.sign(PIN, DIGEST));
    }

    @Test
    void read_goodCard_holdsTheLockOnlyWhileCommandsFlow() {
        CardSession session = open(NOT_JPKI);
        assertInstanceOf(CardReading.NotJpki.class, session.read());
        assertEquals(List.of("get", "connect T=1", "begin", "end"), service.calls);
    }

    @Test
    void sign_everyOutcome_resetsUnderTheLockAndTakesTheCardAnew() {
        for (String verify : List.of("63C2", "63C0", "6984", "6F00")) {
            service.calls.clear();
            CardSession session = open(List.of(SIGNING.get(0), SIGNING.get(1), VERIFY.answering(verify)));
            service.calls.clear();
            var unused = session.sign(PIN, DIGEST);
            assertEquals(List.of("begin", "reset under lock", "connect T=1"), service.calls, verify);
        }
    }

    @Test
    void sign_wrongPinThenRight_isOneSession() {
        List<Exchange> script = new ArrayList<>(List.of(SIGNING.get(0), SIGNING.get(1), VERIFY.answering("63C2")));
        script.addAll(SIGNING);
        CardSession session = open(script);
        assertEquals(new PinOutcome.Wrong(2), session.sign(PIN, DIGEST));
        assertInstanceOf(PinOutcome.Signed.class, session.sign(PIN, DIGEST));
    }

    @Test
    void close_twice_resetsOnce() {
        CardSession session = open(List.of());
        session.close();
        session.close();
        assertEquals(REMOVED, session.read());
        assertEquals(List.of("get", "connect T=1", "reset"), service.calls);
    }

    private CardSession open(List<Exchange> script) {
        terminal.placed = new ScriptedCard(script);
        return assertInstanceOf(Opening.Opened.class, reader.open()).session();
    }
}
