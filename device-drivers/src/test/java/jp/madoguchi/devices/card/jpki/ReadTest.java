package jp.madoguchi.devices.card.jpki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.CardReading;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.card.apdu.ScriptedCard;
import jp.madoguchi.devices.card.apdu.ScriptedCard.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadTest {
    private static final byte[] CERTIFICATE = Script.certificate(975);
    private static final List<Exchange> READING = Script.reading(CERTIFICATE, "63C3");
    private static final int FIRST_BLOCK = 4;
    private static final int TRIES = READING.size() - 1;
    /** What is no refusal when the tries are asked for. */
    private static final List<String> TRIES_ANSWERS = List.of("63C0", "63C2", "6984", "6983");

    private static final CardReading JUKI =
            new CardReading.NotServed(TokenKind.JUKI_CARD, "JPKIAPICCTOKEN", Optional.empty());
    private static final CardReading GARBLED = new CardReading.Failed(CardFailure.GARBLED);

    @ParameterizedTest
    @EnumSource(CardFailure.class)
    void read_lostAtEachCommand_failsSoAndStops(CardFailure failure) {
        for (int at = 0; at < READING.size(); at++) {
            List<Exchange> script = Script.endingAt(READING, at, READING.get(at).losing(failure));
            assertEquals(new CardReading.Failed(failure), read(script), "command " + at);
        }
    }

    /** Every status word of the specification, the reserved ones of T=0, and none, at every command. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                        "6A82", "6A81", "6D00", "6E00", "6700", "6982", "6983", "6984", "6985", "6986", "6A86", "6B00",
                        "6881", "6F00", "63C0", "63C2", "6300", "6282", "6C20", "6110", "0000", "FFFF", "", "90",
                        "01 9000")
                .flatMap(answer -> IntStream.range(0, READING.size())
                        .filter(at -> at != TRIES || !TRIES_ANSWERS.contains(answer))
                        .mapToObj(at -> Arguments.of(at, answer)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void read_refusedAtEachCommand_isTheOutcomeOfTheTable(int at, String answer) {
        assertEquals(
                outcome(at, answer),
                read(Script.endingAt(READING, at, READING.get(at).answering(answer))));
    }

    private static CardReading outcome(int at, String answer) {
        if (at == 0 && List.of("6A82", "6A81", "6D00", "6E00").contains(answer)) {
            return new CardReading.NotJpki();
        }
        boolean certificateAbsent = at == FIRST_BLOCK - 1 && answer.equals("6A82");
        boolean certificateEmpty = at == FIRST_BLOCK && List.of("6B00", "6282").contains(answer);
        return certificateAbsent || certificateEmpty
                ? new CardReading.NoCertificate(TokenKind.MY_NUMBER_CARD)
                : GARBLED;
    }

    @ParameterizedTest
    @CsvSource({"63C3, 3", "63C1, 1", "63C0, 0", "6984, 0", "6983, 0"})
    void read_triesAnswer_isCounted(String answer, int tries) {
        CardReading.Token token = assertInstanceOf(CardReading.Token.class, read(Script.reading(CERTIFICATE, answer)));
        assertEquals(tries, token.triesLeft());
    }

    @ParameterizedTest
    @CsvSource({"JPKIAPIOSTOKEN, IPHONE", "JPKIAPICCTOKEN3, UNKNOWN", "jpkiapicctoken2, UNKNOWN", "'', UNKNOWN"})
    void read_labelNotServed_stopsAfterTokenInfo(String label, TokenKind kind) {
        assertEquals(new CardReading.NotServed(kind, label, Optional.empty()), read(Script.upTo(label)));
    }

    @ParameterizedTest
    @CsvSource({"63C3, 3", "63C0, 0", "6984, 0"})
    void read_phone_stopsBeforeTheCertificate(String answer, int tries) {
        List<Exchange> script = new ArrayList<>(Script.upTo("JPKIAPGPSETOKEN"));
        script.add(Exchange.of(Script.SELECT_PIN, "9000"));
        script.add(Exchange.of(Script.ASK_TRIES, answer));
        assertEquals(new CardReading.PinFirst(TokenKind.ANDROID_PHONE, tries), read(script));
    }

    @ParameterizedTest
    @CsvSource({"6A82, ''", "6982, ''", "9000, 6982", "9000, 6B00"})
    void read_jukiCardThatKeepsItsCertificate_isToldWithout(String selected, String read) {
        List<Exchange> script = new ArrayList<>(Script.upTo("JPKIAPICCTOKEN"));
        script.add(Exchange.of("00 A4 02 0C 02 0001", selected));
        if (!read.isEmpty()) {
            script.add(Exchange.of("00 B0 0000 00", read));
        }
        assertEquals(JUKI, read(script));
    }

    @Test
    void read_jukiCardThatGivesItsCertificate_isToldWithIt() {
        List<Exchange> script = new ArrayList<>(Script.upTo("JPKIAPICCTOKEN"));
        script.add(Exchange.of("00 A4 02 0C 02 0001", "9000"));
        script.addAll(Script.blocks(CERTIFICATE));
        CardReading.NotServed juki = assertInstanceOf(CardReading.NotServed.class, read(script));
        assertArrayEquals(CERTIFICATE, juki.certificate().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPKIAPICC\nTOKEN", "カード", "JPKIAPICCTOKEN2\u0000"})
    void read_labelNotPrintableAscii_isGarbled(String label) {
        byte[] raw = new byte[32];
        Arrays.fill(raw, (byte) ' ');
        for (int i = 0; i < label.length(); i++) {
            raw[i] = (byte) label.charAt(i);
        }
        assertEquals(GARBLED, read(tokenInfoAnswers(Script.hex(raw) + "9000")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 161, 256})
    void read_tokenInfoOfWrongLength_isGarbled(int length) {
        byte[] info = Arrays.copyOf(Script.tokenInfo("JPKIAPICCTOKEN"), length);
        assertEquals(GARBLED, read(tokenInfoAnswers(Script.hex(info) + "9000")));
    }

    @Test
    void read_tokenInfoEndsEarly_labelIsEnough() {
        byte[] info = Arrays.copyOf(Script.tokenInfo("JPKIAPIOSTOKEN"), 96);
        assertEquals(
                new CardReading.NotServed(TokenKind.IPHONE, "JPKIAPIOSTOKEN", Optional.empty()),
                read(tokenInfoAnswers(Script.hex(info) + "6282")));
    }

    static Stream<Arguments> firstBlocks() {
        byte[] good = Arrays.copyOf(CERTIFICATE, 256);
        CardReading none = new CardReading.NoCertificate(TokenKind.MY_NUMBER_CARD);
        return Stream.of(
                Arguments.of("nothing", new byte[0], none),
                Arguments.of("all 00", new byte[256], none),
                Arguments.of("all FF", filled(256, 0xFF), none),
                Arguments.of("all 30", filled(256, 0x30), GARBLED),
                Arguments.of("half a header", Arrays.copyOf(good, 3), GARBLED),
                Arguments.of("a header and no more", Arrays.copyOf(good, 4), GARBLED),
                Arguments.of("255 of 256 bytes", Arrays.copyOf(good, 255), GARBLED),
                Arguments.of("no SEQUENCE", with(good, 0, 0x31), GARBLED),
                Arguments.of("one length byte", with(good, 1, 0x81), GARBLED),
                Arguments.of("three length bytes", with(good, 1, 0x83), GARBLED),
                Arguments.of("longer than any", with(with(good, 2, 0x0F), 3, 0xFD), GARBLED),
                Arguments.of("64 KiB", with(with(good, 2, 0xFF), 3, 0xFF), GARBLED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("firstBlocks")
    void read_firstBlockBad_isTheOutcomeOfTheTable(String name, byte[] block, CardReading expected) {
        Exchange first = READING.get(FIRST_BLOCK).answering(Script.hex(block) + "9000");
        assertEquals(expected, read(Script.endingAt(READING, FIRST_BLOCK, first)), name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255})
    void read_laterBlockShort_isGarbled(int length) {
        String part = Script.hex(Arrays.copyOfRange(CERTIFICATE, 256, 256 + length));
        for (String status : List.of("9000", "6282")) {
            Exchange second = READING.get(FIRST_BLOCK + 1).answering(part + status);
            assertEquals(GARBLED, read(Script.endingAt(READING, FIRST_BLOCK + 1, second)), status);
        }
    }

    /** The largest is what 4 KiB hold; 256 and multiples must not cost one command more. */
    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 512, 975, 1280, 1423, 1536, 4096})
    void readAndSign_certificateOfAnyLength_keepTheBudget(int length) {
        List<Exchange> script = new ArrayList<>(Script.reading(Script.certificate(length), "63C3"));
        script.addAll(Script.signing());
        ScriptedCard card = new ScriptedCard(script);
        JpkiApplication jpki = Script.bySelect(card);

        CardReading.Token token = assertInstanceOf(CardReading.Token.class, jpki.read());
        assertArrayEquals(Script.certificate(length), token.certificate());
        int beforePin = card.seen().size();
        var unused = jpki.sign(Script.PIN, Script.DIGEST);
        card.assertPlayed();

        assertEquals(11 + (length + 255) / 256, card.seen().size());
        assertEquals(5, card.seen().size() - beforePin);
    }

    @ParameterizedTest
    @CsvSource({"200, 9000", "200, 6282", "255, 9000"})
    void read_fillerAfterShortCertificate_isCutOff(int length, String status) {
        byte[] file = Arrays.copyOf(Script.certificate(length), 256);
        List<Exchange> script = new ArrayList<>(Script.reading(Script.certificate(length), "63C3"));
        script.set(FIRST_BLOCK, script.get(FIRST_BLOCK).answering(Script.hex(file) + status));
        CardReading.Token token = assertInstanceOf(CardReading.Token.class, read(script));
        assertArrayEquals(Script.certificate(length), token.certificate());
    }

    @Test
    void read_goodCard_asksForTriesWithoutLcAndLe() {
        ScriptedCard card = new ScriptedCard(READING);
        assertInstanceOf(CardReading.Token.class, Script.bySelect(card).read());
        assertEquals("00200080", card.seen().get(TRIES));
    }

    private static CardReading read(List<Exchange> script) {
        ScriptedCard card = new ScriptedCard(script);
        CardReading reading = Script.bySelect(card).read();
        card.assertPlayed();
        return reading;
    }

    private static List<Exchange> tokenInfoAnswers(String answer) {
        return Script.endingAt(READING, 2, READING.get(2).answering(answer));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) value;
        return copy;
    }
}
