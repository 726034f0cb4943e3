package jp.madoguchi.devices.card.jpki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.PinOutcome;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.card.apdu.ScriptedCard;
import jp.madoguchi.devices.card.apdu.ScriptedCard.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortIdsTest {
    private static final byte[] CERTIFICATE = Script.certificate(975);
    private static final Exchange SELECT = Exchange.of(Script.SELECT_APPLICATION, "9000");
    private static final Exchange TOKEN_INFO =
            Exchange.of("00 B0 86 00 A0", Script.hex(Script.tokenInfo("JPKIAPICCTOKEN2")) + "9000");
    private static final Exchange TRIES = Exchange.of("00 20 00 98", "63C3");
    private static final Exchange VERIFY = Exchange.of("00 20 00 98 04 31323334", "9000");
    private static final Exchange SIGN =
            Exchange.of(Script.SIGN.replace("2A 00 80", "2A 00 97"), Script.hex(Script.SIGNATURE) + "9000");
    private static final List<Exchange> SIGNING = List.of(SELECT, VERIFY, SIGN);
    private static final List<Exchange> SIGNING_BY_SELECT = Script.signing();

    private final ShortIds shortIds = new ShortIds();

    /** Statuses with which a card says that it does not know the reference. */
    static Stream<String> unknownReferences() {
        return Stream.of("6981", "6985", "6986", "6A81", "6A82", "6A86", "6A88", "6B00");
    }

    @ParameterizedTest
    @MethodSource("unknownReferences")
    void verify_refusedByShortId_isSentOnceSpendsNothingAndGoesBySelectFromThenOn(String status) {
        read(reading(CERTIFICATE));
        assertEquals(new PinOutcome.Failed(CardFailure.GARBLED), sign(List.of(SELECT, VERIFY.answering(status))));
        assertInstanceOf(PinOutcome.Signed.class, sign(SIGNING_BY_SELECT));
        shortIds.newCard();
        List<Exchange> later = new ArrayList<>(reading(CERTIFICATE));
        later.set(later.size() - 1, Exchange.of(Script.SELECT_PIN, "9000"));
        later.add(Exchange.of(Script.ASK_TRIES, "63C3"));
        read(later);
        assertInstanceOf(PinOutcome.Signed.class, sign(SIGNING_BY_SELECT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6700", "6982", "6F00", "6D00", "", "90", "01 9000"})
    void verify_answeredStrangelyByShortId_isUncertainAndSentOnce(String status) {
        read(reading(CERTIFICATE));
        assertEquals(new PinOutcome.Uncertain(CardFailure.GARBLED), sign(List.of(SELECT, VERIFY.answering(status))));
    }

    @ParameterizedTest
    @EnumSource(CardFailure.class)
    void sign_lostAtEachCommand_isUncertainFromVerifyOn(CardFailure failure) {
        for (int at = 0; at < SIGNING.size(); at++) {
            shortIds.newCard();
            read(reading(CERTIFICATE));
            assertEquals(
                    at < 1 ? new PinOutcome.Failed(failure) : new PinOutcome.Uncertain(failure),
                    sign(Script.endingAt(SIGNING, at, SIGNING.get(at).losing(failure))));
        }
    }

    @ParameterizedTest
    @CsvSource({"63C0, true", "6984, false", "6983, false"})
    void verify_blockedByShortId_keepsGoingByShortId(String status, boolean now) {
        read(reading(CERTIFICATE));
        assertEquals(new PinOutcome.Blocked(now), sign(List.of(SELECT, VERIFY.answering(status))));
        assertEquals(new PinOutcome.Wrong(2), sign(List.of(SELECT, VERIFY.answering("63C2"))));
    }

    /** Refused, another file's content, or none: in each case SELECT decides, and nothing more is tried by short id. */
    static Stream<String> noTokenInfo() {
        return Stream.of("6A86", "6A82", "6B00", "9000", Script.hex(Script.certificate(160)) + "9000", "8F8F009000");
    }

    @ParameterizedTest
    @MethodSource("noTokenInfo")
    void read_tokenInfoNotByShortId_costsOneCommandAndGoesBySelect(String answer) {
        List<Exchange> script = new ArrayList<>(Script.reading(CERTIFICATE, "63C3"));
        script.add(1, TOKEN_INFO.answering(answer));
        read(script);
        assertInstanceOf(PinOutcome.Signed.class, sign(SIGNING_BY_SELECT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6A86", "6982", "9000", "8F8F009000"})
    void read_certificateNotByShortId_isReadBySelect(String answer) {
        List<Exchange> script = new ArrayList<>(List.of(SELECT, TOKEN_INFO));
        script.add(Exchange.of("00 B0 8A 00 00", answer));
        script.addAll(Script.reading(CERTIFICATE, "63C3").subList(3, 10));
        read(script);
    }

    /** 63C5 counts another secret; whatever else is no count. */
    @ParameterizedTest
    @ValueSource(strings = {"6A86", "6A82", "6986", "6985", "9000", "63C5", "63C4", "6F00", "01 63C3"})
    void tries_notByShortId_makeVerifyGoBySelect(String answer) {
        List<Exchange> script = new ArrayList<>(reading(CERTIFICATE));
        script.set(script.size() - 1, TRIES.answering(answer));
        script.add(Exchange.of(Script.SELECT_PIN, "9000"));
        script.add(Exchange.of(Script.ASK_TRIES, "63C3"));
        read(script);
        assertInstanceOf(PinOutcome.Signed.class, sign(SIGNING_BY_SELECT));
    }

    @ParameterizedTest
    @MethodSource("unknownReferences")
    void sign_refusedByShortId_isSentAgainAfterSelectWithoutAnotherVerify(String status) {
        read(reading(CERTIFICATE));
        List<Exchange> script = new ArrayList<>(List.of(SELECT, VERIFY, SIGN.answering(status)));
        script.addAll(SIGNING_BY_SELECT.subList(3, 5));
        assertInstanceOf(PinOutcome.Signed.class, sign(script));
    }

    @Test
    void sign_withoutReadingBefore_doesNotTryShortIds() {
        assertInstanceOf(PinOutcome.Signed.class, sign(SIGNING_BY_SELECT));
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 512, 975, 1423, 1536, 4096})
    void readAndSign_byShortIds_takeSixCommandsAndTheBlocks(int length) {
        List<Exchange> script = new ArrayList<>(reading(Script.certificate(length)));
        script.addAll(SIGNING);
        ScriptedCard card = new ScriptedCard(script);
        JpkiApplication jpki = new JpkiApplication(card, shortIds);
        CardReading.Token token = assertInstanceOf(CardReading.Token.class, jpki.read());
        assertArrayEquals(Script.certificate(length), token.certificate());
        assertInstanceOf(PinOutcome.Signed.class, jpki.sign(Script.PIN, Script.DIGEST));
        card.assertPlayed();
        assertEquals(6 + (length + 255) / 256, card.seen().size());
    }

    @Test
    void readAndSign_phoneByShortIds_takesSixCommandsAndTheBlocks() {
        List<Exchange> script = new ArrayList<>();
        script.add(SELECT);
        script.add(TOKEN_INFO.answering(Script.hex(Script.tokenInfo("JPKIAPGPSETOKEN")) + "9000"));
        script.add(TRIES);
        script.addAll(phoneSigning());
        ScriptedCard card = new ScriptedCard(script);
        JpkiApplication jpki = new JpkiApplication(card, shortIds);
        assertEquals(new CardReading.PinFirst(TokenKind.ANDROID_PHONE, 3), jpki.read());
        PinOutcome outcome = jpki.readAndSign(Script.PIN, certificate -> {
            assertArrayEquals(CERTIFICATE, certificate);
            return Optional.of(Script.DIGEST);
        });
        assertInstanceOf(PinOutcome.Signed.class, outcome);
        card.assertPlayed();
        assertEquals(6 + (CERTIFICATE.length + 255) / 256, card.seen().size());
    }

    private static List<Exchange> phoneSigning() {
        List<Exchange> script = new ArrayList<>(List.of(SELECT, VERIFY));
        script.addAll(blocks(CERTIFICATE));
        script.add(SIGN);
        return script;
    }

    private static List<Exchange> reading(byte[] certificate) {
        List<Exchange> script = new ArrayList<>(List.of(SELECT, TOKEN_INFO));
        script.addAll(blocks(certificate));
        script.add(TRIES);
        return script;
    }

    /** The first by short id, the rest by offset. */
    private static List<Exchange> blocks(byte[] certificate) {
        List<Exchange> blocks = new ArrayList<>(Script.blocks(certificate));
        blocks.set(
                0,
                Exchange.of(
                        "00 B0 8A 00 00",
                        Script.hex(Arrays.copyOf(certificate, Math.min(256, certificate.length))) + "9000"));
        return blocks;
    }

    private void read(List<Exchange> script) {
        ScriptedCard card = new ScriptedCard(script);
        CardReading.Token token = assertInstanceOf(CardReading.Token.class, new JpkiApplication(card, shortIds).read());
        card.assertPlayed();
        assertEquals(3, token.triesLeft());
    }

    private PinOutcome sign(List<Exchange> script) {
        ScriptedCard card = new ScriptedCard(script);
        PinOutcome outcome = new JpkiApplication(card, shortIds).sign(Script.PIN, Script.DIGEST);
        card.assertPlayed();
        return outcome;
    }
}
