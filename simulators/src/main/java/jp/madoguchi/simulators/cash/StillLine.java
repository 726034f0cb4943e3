package jp.madoguchi.simulators.cash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The host's end of a line on which time stands still until it is told to pass: what is written is answered at once, on the same
 * thread, and motors turn in {@link #pass}. For tests that play thousands of sales. One thread.
 */
public final class StillLine implements AutoCloseable {
    private static final Duration LATE = Duration.ofMillis(130);

    private final CcTalkBus bus;
    private final Runnable motors;
    private final Duration perTurn;
    private final FrameParser parser = new FrameParser();
    private final Deque<Byte> arriving = new ArrayDeque<>();
    private final Deque<byte[]> late = new ArrayDeque<>();
    private Duration untilLate = Duration.ZERO;
    private Duration untilTurn;
    private boolean cut;

    StillLine(CcTalkBus bus, Runnable motors, Duration perTurn) {
        this.bus = bus;
        this.motors = motors;
        this.perTurn = perTurn;
        this.untilTurn = perTurn;
    }

    /** Writes all of it; the devices answer. */
    public void write(byte[] bytes) throws IOException {
        for (byte each : bytes) {
            alive();
            if (bus.echoes()) {
                arriving.add(each);
            }
            parser.take(each & 0xFF).ifPresent(this::answer);
        }
        alive();
    }

    private void answer(CcTalkFrame request) {
        CcTalkBus.Heard heard = bus.hear(request);
        if (heard instanceof CcTalkBus.Heard.Cut) {
            cut = true;
        } else if (heard instanceof CcTalkBus.Heard.Bytes sent && sent.late()) {
            late.add(sent.bytes());
            untilLate = LATE;
        } else if (heard instanceof CcTalkBus.Heard.Bytes sent) {
            arrive(sent.bytes());
        }
    }

    /** Bytes that have come; 0 when there are none, which is when the host waits: {@link #pass} the time that it waits. */
    public int read(byte[] into) throws IOException {
        alive();
        int count = 0;
        while (count < into.length && !arriving.isEmpty()) {
            into[count++] = arriving.remove();
        }
        return count;
    }

    /** Puts bytes on the wire that nobody asked for. */
    public void noise(byte... bytes) {
        arrive(bytes);
    }

    /** Lets time pass: late answers come, motors turn, half a message is forgotten. */
    public void pass(Duration time) {
        parser.forget();
        untilLate = untilLate.minus(time);
        while (atOnce(untilLate) && !late.isEmpty()) {
            arrive(late.remove());
        }
        untilTurn = untilTurn.minus(time);
        while (atOnce(untilTurn)) {
            motors.run();
            untilTurn = untilTurn.plus(perTurn);
        }
    }

    /** {@code Duration.isPositive} is younger than Java 17. */
    private static boolean atOnce(Duration left) {
        return left.isZero() || left.isNegative();
    }

    private void arrive(byte[] bytes) {
        for (byte each : bytes) {
            arriving.add(each);
        }
    }

    private void alive() throws IOException {
        if (cut) {
            throw new IOException("the line is cut");
        }
    }

    @Override
    public void close() {
        cut = true;
        arriving.clear();
    }
}
