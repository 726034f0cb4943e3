package jp.madoguchi.devices.card.jpki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.Signing;
import jp.madoguchi.devices.card.apdu.ScriptedCard;
import jp.madoguchi.devices.card.apdu.ScriptedCard.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone: VERIFY, the certificate, what is to be signed, SIGN. */
class PinFirstTest {
    private static final byte[] CERTIFICATE = Script.certificate(600);
    private static final int VERIFY = 2;
    private static final int SELECT_CERTIFICATE = 3;
    private static final List<Exchange> SIGNING = signing();

    private final AtomicInteger asked = new AtomicInteger();
    private final Signing signing = certificate -> {
        asked.incrementAndGet();
        assertArrayEquals(CERTIFICATE, certificate);
        return Optional.of(Script.DIGEST);
    };

    private static List<Exchange> signing() {
        List<Exchange> script = new ArrayList<>(Script.signing());
        List<Exchange> certificate = new ArrayList<>(Script.blocks(CERTIFICATE));
        certificate.add(0, Exchange.of(Script.SELECT_CERTIFICATE, "9000"));
        script.addAll(VERIFY + 1, certificate);
        return List.copyOf(script);
    }

    @ParameterizedTest
    @EnumSource(CardFailure.class)
    void readAndSign_lostAtEachCommand_isUncertainFromVerifyOnAndNothingFollows(CardFailure failure) {
        for (int at = 0; at < SIGNING.size(); at++) {
            assertEquals(
                    at < VERIFY ? new PinOutcome.Failed(failure) : new PinOutcome.Uncertain(failure),
                    play(Script.endingAt(SIGNING, at, SIGNING.get(at).losing(failure)), signing),
                    "command " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"63C2", "63C0", "6984"})
    void readAndSign_pinRefused_readsNothingAndAsksNobody(String status) {
        PinOutcome expected = switch (status) {
            case "63C2" -> new PinOutcome.Wrong(2);
            case "63C0" -> new PinOutcome.Blocked(true);
            default -> new PinOutcome.Blocked(false);
        };
        assertEquals(
                expected,
                play(Script.endingAt(SIGNING, VERIFY, SIGNING.get(VERIFY).answering(status)), signing));
        assertEquals(0, asked.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6982", "6985", "3082"})
    void readAndSign_certificateNotGivenAfterThePin_isUncertain(String answer) {
        List<Exchange> script = Script.endingAt(
                SIGNING,
                SELECT_CERTIFICATE + 1,
                SIGNING.get(SELECT_CERTIFICATE + 1).answering(answer));
        assertEquals(new PinOutcome.Uncertain(CardFailure.GARBLED), play(script, signing));
        assertEquals(0, asked.get());
    }

    @Test
    void readAndSign_noCertificate_isToldAndNothingIsSigned() {
        List<Exchange> script = Script.endingAt(
                SIGNING, SELECT_CERTIFICATE, SIGNING.get(SELECT_CERTIFICATE).answering("6A82"));
        assertEquals(new PinOutcome.NoCertificate(), play(script, signing));
        assertEquals(0, asked.get());
    }

    @Test
    void readAndSign_declined_signsNothing() {
        List<Exchange> script = SIGNING.subList(0, SIGNING.size() - 2);
        assertEquals(new PinOutcome.Declined(), play(script, certificate -> Optional.empty()));
    }

    @Test
    void readAndSign_digestOfAnotherLength_throwsAndSignsNothing() {
        ScriptedCard card = new ScriptedCard(SIGNING.subList(0, SIGNING.size() - 2));
        JpkiApplication jpki = Script.bySelect(card);
        assertThrows(
                IllegalArgumentException.class,
                () -> jpki.readAndSign(Script.PIN, certificate -> Optional.of(new byte[20])));
        card.assertPlayed();
    }

    @Test
    void readAndSign_rightPin_signsWhatIsAnsweredToTheCertificate() {
        PinOutcome.Signed signed = assertInstanceOf(PinOutcome.Signed.class, play(SIGNING, signing));
        assertArrayEquals(Script.SIGNATURE, signed.signature());
        assertEquals(1, asked.get());
    }

    private static PinOutcome play(List<Exchange> script, Signing signing) {
        ScriptedCard card = new ScriptedCard(script);
        PinOutcome outcome = Script.bySelect(card).readAndSign(Script.PIN, signing);
        card.assertPlayed();
        return outcome;
    }
}
