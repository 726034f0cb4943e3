package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import jp.madoguchi.devices.FakePace;

/**
 * A wire that knows beforehand every byte that will be written to it and what it says then. Time passes as it would: a read that
 * finds nothing waits in vain.
 */
final class ScriptedLine implements SerialLine, SerialOpener {
    private static final int HOST = 1;

    final FakePace pace = new FakePace();
    int opened;
    int closed;
    boolean missing;
    private boolean echo = true;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Map<String, Supplier<byte[]>> standing = new HashMap<>();
    private final Deque<Byte> arriving = new ArrayDeque<>();
    private int device;

    @SuppressWarnings("ArrayRecordComponent")
    private record Step(byte[] expected, Supplier<byte[]> says, boolean gone) {}

    ScriptedLine withoutEcho() {
        echo = false;
        return this;
    }

    /** The device that the following steps are about. */
    ScriptedLine at(int address) {
        device = address;
        return this;
    }

    /** The command arrives and is answered. */
    ScriptedLine given(int header, int[] data, int... answer) {
        return says(header, data, frame(HOST, device, Header.REPLY, answer));
    }

    ScriptedLine given(int header) {
        return given(header, none());
    }

    ScriptedLine refused(int header, int... data) {
        return says(header, data, frame(HOST, device, Header.NAK));
    }

    ScriptedLine silent(int times, int header, int... data) {
        for (int i = 0; i < times; i++) {
            says(header, data, new byte[0]);
        }
        return this;
    }

    ScriptedLine says(int header, int[] data, byte[] bytes) {
        return says(header, data, () -> bytes);
    }

    ScriptedLine says(int header, int[] data, Supplier<byte[]> bytes) {
        steps.add(new Step(frame(device, HOST, header, data), bytes, false));
        return this;
    }

    /** A question without data that may come at any time, when it is not the next step. */
    ScriptedLine always(int header, Supplier<int[]> answer) {
        return always(header, none(), answer);
    }

    ScriptedLine always(int header, int[] data, Supplier<int[]> answer) {
        int from = device;
        standing.put(
                HexFormat.of().formatHex(frame(device, HOST, header, data)), () -> frame(HOST, from, 0, answer.get()));
        return this;
    }

    ScriptedLine always(int header, int... answer) {
        return always(header, () -> answer);
    }

    /** The plug is pulled before the command is out. */
    ScriptedLine gone(int times, int header, int... data) {
        for (int i = 0; i < times; i++) {
            steps.add(new Step(frame(device, HOST, header, data), () -> new byte[0], true));
        }
        return this;
    }

    /** Bytes that are on the wire before anybody asks. */
    ScriptedLine noise(byte... bytes) {
        arrive(bytes);
        return this;
    }

    void assertPlayed() {
        assertTrue(
                steps.isEmpty(),
                () -> steps.size() + " steps left, first "
                        + HexFormat.of().formatHex(steps.getFirst().expected()));
    }

    static int[] none() {
        return new int[0];
    }

    static int[] bytes(int... data) {
        return data;
    }

    static byte[] frame(int to, int from, int header, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return new Frame(to, from, header, bytes).encoded();
    }

    @Override
    public SerialLine open(String port) throws IOException {
        if (missing) {
            throw new IOException("no such port");
        }
        opened++;
        return this;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        Supplier<byte[]> always = standing.get(HexFormat.of().formatHex(bytes));
        boolean next = !steps.isEmpty() && Arrays.equals(steps.getFirst().expected(), bytes);
        if (always != null && !next) {
            arrive(bytes);
            arrive(always.get());
            return;
        }
        if (steps.isEmpty()) {
            throw new AssertionError("nothing more is expected, and there comes "
                    + HexFormat.of().formatHex(bytes));
        }
        Step step = steps.remove();
        assertArrayEquals(
                step.expected(),
                bytes,
                () -> "expected "
                        + HexFormat.of().formatHex(step.expected()) + ", got "
                        + HexFormat.of().formatHex(bytes));
        if (step.gone()) {
            throw new IOException("unplugged");
        }
        if (echo) {
            arrive(bytes);
        }
        arrive(step.says().get());
    }

    @Override
    public int read(byte[] into, Duration atMost) {
        if (arriving.isEmpty()) {
            assertTrue(pace.pause(atMost));
            return 0;
        }
        // One byte at a time, as a slow wire gives them.
        assertTrue(pace.pause(Duration.ofMillis(1)));
        into[0] = arriving.remove();
        return 1;
    }

    @Override
    public void close() {
        closed++;
        arriving.clear();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private void arrive(byte[] bytes) {
        for (byte b : bytes) {
            arriving.add(b);
        }
    }
}
