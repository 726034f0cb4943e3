package jp.madoguchi.devices.card.jpki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.apdu.ScriptedCard;
import jp.madoguchi.devices.card.apdu.ScriptedCard.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignTest {
    private static final List<Exchange> SIGNING = Script.signing();
    private static final int VERIFY = 2;
    private static final int SIGN = 4;

    @ParameterizedTest
    @EnumSource(CardFailure.class)
    void sign_lostAtEachCommand_isUncertainFromVerifyOnAndNothingFollows(CardFailure failure) {
        for (int at = 0; at < SIGNING.size(); at++) {
            List<Exchange> script = Script.endingAt(SIGNING, at, SIGNING.get(at).losing(failure));
            PinOutcome expected = at < VERIFY ? new PinOutcome.Failed(failure) : new PinOutcome.Uncertain(failure);
            assertEquals(expected, sign(script), "command " + at);
        }
    }

    /** Every status word of the specification, the reserved ones of T=0, and none, at every command. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                        "63C0", "63C1", "63C2", "63CF", "6984", "6983", "6982", "6A82", "6700", "6985", "6986", "6A86",
                        "6B00", "6881", "6F00", "6300", "6282", "6C04", "6110", "0000", "FFFF", "", "90", "63 9000",
                        "01 63C2")
                .flatMap(answer -> IntStream.range(0, SIGNING.size()).mapToObj(at -> Arguments.of(at, answer)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void sign_refusedAtEachCommand_isTheOutcomeOfTheTable(int at, String answer) {
        assertEquals(
                outcome(at, answer),
                sign(Script.endingAt(SIGNING, at, SIGNING.get(at).answering(answer))));
    }

    private static PinOutcome outcome(int at, String answer) {
        if (at < VERIFY) {
            return new PinOutcome.Failed(CardFailure.GARBLED);
        }
        PinOutcome uncertain = new PinOutcome.Uncertain(CardFailure.GARBLED);
        if (at > VERIFY) {
            return uncertain;
        }
        return switch (answer) {
            case "63C0" -> new PinOutcome.Blocked(true);
            case "63C1" -> new PinOutcome.Wrong(1);
            case "63C2" -> new PinOutcome.Wrong(2);
            case "63CF" -> new PinOutcome.Wrong(15);
            case "6984", "6983" -> new PinOutcome.Blocked(false);
            default -> uncertain;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255})
    void sign_signatureOfWrongLength_isUncertain(int length) {
        String answer = Script.hex(Arrays.copyOf(Script.SIGNATURE, length)) + "9000";
        assertEquals(
                new PinOutcome.Uncertain(CardFailure.GARBLED),
                sign(Script.endingAt(SIGNING, SIGN, SIGNING.get(SIGN).answering(answer))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "12345", "12a4", "１２３４"})
    void sign_pinThatIsNotFourDigits_throwsAndSendsNothing(String pin) {
        ScriptedCard card = new ScriptedCard(List.of());
        byte[] bytes = pin.getBytes(StandardCharsets.UTF_8);
        JpkiApplication jpki = Script.bySelect(card);
        assertThrows(IllegalArgumentException.class, () -> jpki.sign(bytes, Script.DIGEST));
        assertTrue(card.seen().isEmpty());
    }

    @Test
    void sign_digestOfAnotherLength_throwsAndSendsNothing() {
        ScriptedCard card = new ScriptedCard(List.of());
        JpkiApplication jpki = Script.bySelect(card);
        assertThrows(IllegalArgumentException.class, () -> jpki.sign(Script.PIN, new byte[20]));
        assertTrue(card.seen().isEmpty());
    }

    @Test
    void sign_rightPin_answersTheSignatureAndLeavesThePinToItsOwner() {
        byte[] pin = Script.PIN.clone();
        ScriptedCard card = new ScriptedCard(SIGNING);
        PinOutcome outcome = Script.bySelect(card).sign(pin, Script.DIGEST);
        card.assertPlayed();
        assertArrayEquals(
                Script.SIGNATURE,
                assertInstanceOf(PinOutcome.Signed.class, outcome).signature());
        assertArrayEquals(Script.PIN, pin);
    }

    private static PinOutcome sign(List<Exchange> script) {
        ScriptedCard card = new ScriptedCard(script);
        PinOutcome outcome = Script.bySelect(card).sign(Script.PIN, Script.DIGEST);
        card.assertPlayed();
        return outcome;
    }
}
