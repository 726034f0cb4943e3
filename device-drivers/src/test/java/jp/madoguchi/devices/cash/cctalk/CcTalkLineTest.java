package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import jp.madoguchi.devices.FakePace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CcTalkLineTest {
    private static final int DEVICE = 2;
    private static final int HEADER = 166;
    private static final int[] NONE = {};
    private static final byte[] GOOD = ScriptedLine.frame(1, DEVICE, 0, 1, 2, 3, 4);

    private final ScriptedLine wire = new ScriptedLine().at(DEVICE);
    private final CcTalkLine line = new CcTalkLine(wire, "port", wire.pace);

    /** Everything after which the answer is not to be trusted: asked again, and the second answer counts. */
    static Stream<Arguments> spoilt() {
        byte[] flipped = GOOD.clone();
        flipped[5] ^= 0x10;
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("half a frame", Arrays.copyOf(GOOD, 5)),
                Arguments.of("a wrong checksum", flipped),
                Arguments.of("noise before the answer", ScriptedLine.joined(new byte[] {0x55, 3}, GOOD)),
                Arguments.of("a wrong checksum and more behind it", ScriptedLine.joined(flipped, GOOD)),
                Arguments.of("an answer of another length", ScriptedLine.frame(1, DEVICE, 0, 1, 2, 3)),
                Arguments.of("a command instead of an answer", ScriptedLine.frame(1, DEVICE, 229, 1, 2, 3, 4)),
                Arguments.of("another device's answer", ScriptedLine.frame(1, 9, 0, 1, 2, 3, 4)),
                Arguments.of("an answer to another host", ScriptedLine.frame(7, DEVICE, 0, 1, 2, 3, 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void ask_spoiltAnswer_isAskedAgain(String name, byte[] first) {
        wire.says(HEADER, NONE, first).says(HEADER, NONE, GOOD);
        assertEquals(
                4,
                assertInstanceOf(Reply.Given.class, line.ask(DEVICE, HEADER, 4)).at(3),
                name);
        wire.assertPlayed();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void askOnce_spoiltAnswer_isSilentAndNotAskedAgain(String name, byte[] only) {
        wire.says(HEADER, NONE, only);
        assertInstanceOf(Reply.Silent.class, line.askOnce(DEVICE, HEADER, 4), name);
        wire.assertPlayed();
    }

    @Test
    void ask_noAnswerThreeTimes_isSilentWithinASecond() {
        wire.silent(3, HEADER);
        assertInstanceOf(Reply.Silent.class, line.ask(DEVICE, HEADER, 4));
        assertTrue(wire.pace.nanos() < Duration.ofSeconds(1).toNanos());
        wire.assertPlayed();
    }

    @Test
    void ask_nak_isRefusedAndNotAskedAgain() {
        wire.refused(HEADER);
        assertEquals(new Reply.Refused(Header.NAK), line.ask(DEVICE, HEADER, 4));
    }

    @Test
    void ask_lateAnswerOfAnEarlierQuestion_isDropped() {
        wire.noise(ScriptedLine.frame(1, DEVICE, 0, 9, 9, 9, 9)).says(HEADER, NONE, GOOD);
        assertEquals(
                1,
                assertInstanceOf(Reply.Given.class, line.ask(DEVICE, HEADER, 4)).at(0));
    }

    @Test
    void ask_wireWithoutEcho_isAnsweredToo() {
        wire.withoutEcho().says(HEADER, NONE, GOOD);
        assertInstanceOf(Reply.Given.class, line.ask(DEVICE, HEADER, 4));
    }

    @Test
    void ask_othersTalkingFirst_waitsForItsOwnAnswer() {
        wire.says(HEADER, NONE, ScriptedLine.joined(ScriptedLine.frame(1, 9, 0), ScriptedLine.frame(3, 1, 166), GOOD));
        assertInstanceOf(Reply.Given.class, line.ask(DEVICE, HEADER, 4));
    }

    @Test
    void ask_unplugged_opensAgainForTheNextQuestion() {
        wire.gone(1, HEADER).says(HEADER, NONE, GOOD);
        assertInstanceOf(Reply.Silent.class, line.askOnce(DEVICE, HEADER, 4));
        assertEquals(1, wire.closed);
        assertInstanceOf(Reply.Given.class, line.askOnce(DEVICE, HEADER, 4));
        assertEquals(2, wire.opened);
    }

    @Test
    void ask_portMissing_isSilent() {
        wire.missing = true;
        assertEquals(new Reply.Silent("no such port"), line.ask(DEVICE, HEADER, 4));
    }

    @Test
    void ask_endlessNoise_givesUp() {
        FakePace pace = new FakePace();
        SerialLine noise = new SerialLine() {
            @Override
            public void write(byte[] bytes) {}

            @Override
            public int read(byte[] into, Duration atMost) {
                assertTrue(pace.pause(Duration.ofMillis(1)));
                into[0] = 0;
                return 1;
            }

            @Override
            public void close() {}
        };
        try (CcTalkLine noisy = new CcTalkLine(port -> noise, "port", pace)) {
            assertInstanceOf(Reply.Silent.class, noisy.ask(DEVICE, HEADER, 4));
        }
        assertTrue(pace.nanos() < Duration.ofSeconds(10).toNanos());
    }

    @Test
    void ask_openerThrows_isSilentWithItsWords() throws IOException {
        SerialOpener refusing = port -> {
            throw new IOException(port + " is taken");
        };
        try (CcTalkLine taken = new CcTalkLine(refusing, "port", new FakePace())) {
            assertEquals(new Reply.Silent("port is taken"), taken.askOnce(DEVICE, HEADER, 4));
        }
    }
}
