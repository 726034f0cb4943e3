package jp.madoguchi.workbench.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import jp.madoguchi.devices.cash.cctalk.SerialLine;

/** The serial line of one run. What moves something is a step; polls are not. One thread, as the line. */
final class GatedLine implements SerialLine {
    private static final int HEADER = 3;
    private static final int LONGEST_REPLY = 255;

    /** Longer than a device takes to act. */
    private static final Duration ANSWER = Duration.ofMillis(100);

    /** ccTalk headers (part 1 and 3). */
    private static final Map<Integer, String> MOVES = Map.of(
            1, "reset",
            154, "route note",
            164, "enable hopper",
            167, "dispense",
            228, "open or shut slot",
            231, "choose coins");

    private final SerialLine line;
    private final Gate gate;

    GatedLine(SerialLine line, Gate gate) {
        this.line = line;
        this.gate = gate;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        String move = bytes.length <= HEADER ? null : MOVES.get(bytes[HEADER] & 0xFF);
        if (move == null) {
            gate.pass(() -> send(bytes));
        } else {
            String step = move + " " + (bytes[0] & 0xFF);
            int nth = gate.mark().begins(step);
            gate.stopAt(step, nth, Moment.BEFORE);
            gate.pass(() -> send(bytes));
            if (gate.mark().hits(step, nth, Moment.AFTER)) {
                int heard = line.read(new byte[LONGEST_REPLY], ANSWER); // the device has had its time to act
                gate.struck();
                throw new IOException("the program was stopped after " + heard + " bytes");
            }
        }
    }

    private Void send(byte[] bytes) throws IOException {
        line.write(bytes);
        return null;
    }

    @Override
    public int read(byte[] into, Duration atMost) throws IOException {
        if (gate.isShut()) {
            throw new IOException("the program was stopped");
        }
        return line.read(into, atMost);
    }

    @Override
    public void close() {
        line.close();
    }
}
