package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.devices.FakePace;
import jp.madoguchi.devices.Tape;

/** Any bytes at any time on the wire: every question ends in time, and an answer is one that stood on the wire whole. */
final class HostileLineFuzzTest {
    private static final int HOST = 1;
    private static final int DEVICE = 3;
    private static final int COMMAND = 166;
    private static final Duration MOST = Duration.ofSeconds(10);

    /** First byte: the length of the data that is asked for, 255 for any. What follows is read by {@link HostileLine}. */
    @FuzzTest
    void ask_anyBytes_endsInTimeWithWhatStoodOnTheWire(byte[] input) {
        Tape tape = new Tape(input);
        int length = tape.next();
        length = length == 255 ? -1 : length;
        HostileLine wire = new HostileLine(tape);
        try (CcTalkLine line = new CcTalkLine(wire, "port", wire.pace)) {
            int questions = 0;
            while (!tape.ended() && questions < 8) {
                boolean once = questions % 2 == 1; // every other one is like a pay-out: never sent twice
                wire.begin();
                Reply reply = once ? line.askOnce(DEVICE, COMMAND, length, 7) : line.ask(DEVICE, COMMAND, length, 7);
                check(reply, wire, length, once ? 1 : 3);
                questions++;
            }
        }
        assertEquals(wire.opened, wire.closed, "every line that was opened is closed");
    }

    private static void check(Reply reply, HostileLine wire, int length, int mostCommands) {
        assertTrue(wire.pace.nanos() - wire.since <= MOST.toNanos(), "endless");
        assertTrue(wire.written.size() <= mostCommands, () -> wire.written.size() + " commands");
        wire.written.forEach(command -> assertArrayEquals(ScriptedLine.frame(DEVICE, HOST, COMMAND, 7), command));
        Optional<byte[]> answer = answerIn(wire.heard.toByteArray());
        if (reply instanceof Reply.Given given) {
            byte[] frame = answer.orElseThrow(() -> new AssertionError("no such answer was on the wire"));
            assertEquals(Header.REPLY, frame[3]);
            assertArrayEquals(Arrays.copyOfRange(frame, 4, frame.length - 1), given.data());
            assertTrue(length < 0 || given.data().length == length, "another length than was asked for");
        } else if (reply instanceof Reply.Refused refused) {
            byte[] frame = answer.orElseThrow(() -> new AssertionError("no such refusal was on the wire"));
            assertEquals(refused.header(), frame[3]);
            assertTrue(frame[3] == 5 || frame[3] == 6);
        } else {
            assertFalse(assertInstanceOf(Reply.Silent.class, reply).detail().isEmpty());
        }
    }

    /** The first frame from the device to the host, if every frame before it is whole (part 1 section 8). */
    private static Optional<byte[]> answerIn(byte[] wire) {
        int start = 0;
        while (start + 2 <= wire.length) {
            int end = start + 5 + (wire[start + 1] & 0xFF);
            if (end > wire.length) {
                return Optional.empty();
            }
            int sum = 0;
            for (int i = start; i < end; i++) {
                sum += wire[i] & 0xFF;
            }
            if (sum % 256 != 0) {
                return Optional.empty();
            }
            if (wire[start] == HOST && wire[start + 2] == DEVICE) {
                return Optional.of(Arrays.copyOfRange(wire, start, end));
            }
            start = end;
        }
        return Optional.empty();
    }

    /**
     * Each read takes a length from the tape and so many bytes: 0 is silence, 255 an unplugged cable, 254 the echo of the last
     * command, 253 the frame of an answer whose header is the next byte modulo 7.
     */
    private static final class HostileLine implements SerialLine, SerialOpener {
        private static final int UNPLUGGED = 255;
        private static final int ECHO = 254;
        private static final int ANSWER = 253;

        private final Tape tape;
        private final FakePace pace = new FakePace();
        private final List<byte[]> written = new ArrayList<>();
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private byte[] pending = new byte[0];
        private long since;
        private int opened;
        private int closed;

        HostileLine(Tape tape) {
            this.tape = tape;
        }

        void begin() {
            written.clear();
            heard.reset();
            since = pace.nanos();
        }

        @Override
        public SerialLine open(String port) {
            opened++;
            return this;
        }

        @Override
        public void write(byte[] bytes) {
            written.add(bytes.clone());
            heard.reset();
        }

        @Override
        public int read(byte[] into, Duration atMost) throws IOException {
            if (pending.length == 0) {
                pending = said(tape.next());
            }
            if (pending.length == 0) {
                assertTrue(pace.pause(atMost));
                return 0;
            }
            assertTrue(pace.pause(Duration.ofMillis(1)));
            int count = Math.min(pending.length, into.length);
            System.arraycopy(pending, 0, into, 0, count);
            heard.write(pending, 0, count);
            pending = Arrays.copyOfRange(pending, count, pending.length);
            return count;
        }

        private byte[] said(int what) throws IOException {
            return switch (what) {
                case UNPLUGGED -> throw new IOException("unplugged");
                case ECHO -> written.isEmpty() ? new byte[0] : written.get(written.size() - 1);
                case ANSWER -> ScriptedLine.frame(HOST, DEVICE, tape.next() % 7, 1, 2, 3, 4);
                default -> tape.take(what);
            };
        }

        @Override
        public void close() {
            closed++;
            pending = new byte[0];
        }
    }
}
