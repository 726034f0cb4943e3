package jp.madoguchi.devices.card.jpki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.PinChange;
import jp.madoguchi.devices.card.PinChange.Lost;
import jp.madoguchi.devices.card.apdu.ScriptedCard;
import jp.madoguchi.devices.card.apdu.ScriptedCard.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationPinTest {
    private static final byte[] NEXT = {'5', '6', '7', '8'};
    private static final List<Exchange> CHANGING = List.of(
            Exchange.of(Script.SELECT_APPLICATION, "9000"),
            Exchange.of(Script.SELECT_PIN, "9000"),
            Exchange.of(Script.VERIFY, "9000"),
            Exchange.of("00 24 01 80 04 35363738", "9000"));
    private static final int VERIFY = 2;
    private static final int CHANGE = 3;

    @ParameterizedTest
    @EnumSource(CardFailure.class)
    void change_lostAtEachCommand_saysWhichOne(CardFailure failure) {
        for (int at = 0; at < CHANGING.size(); at++) {
            PinChange expected = switch (at) {
                case VERIFY -> new PinChange.Uncertain(failure, Lost.VERIFY);
                case CHANGE -> new PinChange.Uncertain(failure, Lost.CHANGE);
                default -> new PinChange.Failed(failure);
            };
            assertEquals(
                    expected,
                    change(Script.endingAt(CHANGING, at, CHANGING.get(at).losing(failure))));
        }
    }

    @Test
    void verify_refused_isWrongOrBlockedAndNothingFollows() {
        assertEquals(new PinChange.Wrong(1), change(verifyAnswers("63C1")));
        assertEquals(new PinChange.Blocked(true), change(verifyAnswers("63C0")));
        assertEquals(new PinChange.Blocked(false), change(verifyAnswers("6984")));
        assertEquals(new PinChange.Uncertain(CardFailure.GARBLED, Lost.VERIFY), change(verifyAnswers("6F00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6A80", "6700", "6985", "6982", "6D00"})
    void change_refusedByACheck_leavesTheCurrentPin(String status) {
        assertEquals(new PinChange.Refused(), change(changeAnswers(status)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6581", "6F00", "63C2", "6400", "", "01 9000"})
    void change_answeredStrangely_isUncertain(String status) {
        assertEquals(new PinChange.Uncertain(CardFailure.GARBLED, Lost.CHANGE), change(changeAnswers(status)));
    }

    @Test
    void change_rightPin_isChanged() {
        assertEquals(new PinChange.Changed(), change(CHANGING));
    }

    @ParameterizedTest
    @CsvSource({"123,5678", "1234,567", "1234,56789", "12a4,5678", "1234,abcd"})
    void change_noPin_throwsAndSendsNothing(String current, String next) {
        ScriptedCard card = new ScriptedCard(List.of());
        AuthenticationPin pin = new AuthenticationPin(card);
        assertThrows(
                IllegalArgumentException.class,
                () -> pin.change(
                        current.getBytes(StandardCharsets.US_ASCII), next.getBytes(StandardCharsets.US_ASCII)));
        assertTrue(card.seen().isEmpty());
    }

    private static List<Exchange> verifyAnswers(String status) {
        return Script.endingAt(CHANGING, VERIFY, CHANGING.get(VERIFY).answering(status));
    }

    private static List<Exchange> changeAnswers(String status) {
        return Script.endingAt(CHANGING, CHANGE, CHANGING.get(CHANGE).answering(status));
    }

    private static PinChange change(List<Exchange> script) {
        ScriptedCard card = new ScriptedCard(script);
        PinChange outcome = new AuthenticationPin(card).change(Script.PIN, NEXT);
        card.assertPlayed();
        return outcome;
    }
}
