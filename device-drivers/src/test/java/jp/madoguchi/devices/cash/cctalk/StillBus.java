package jp.madoguchi.devices.cash.cctalk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.cash.StillLine;

/** The simulated bus with a time of its own, which passes when the driver waits. Every command is kept. One thread. */
final class StillBus implements SerialOpener, Pace {
    private final CashSimulator cash;
    private final List<Frame> commands = new ArrayList<>();
    private Optional<StillLine> line = Optional.empty();
    private long now;
    private int killAt;
    private boolean killAfter;

    /** The program ends here. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    StillBus(CashSimulator cash) {
        this.cash = cash;
    }

    /** What the host has sent, in order. */
    List<Frame> commands() {
        return commands;
    }

    /** The program is killed by its command of that number, counted from 1: once it is {@code sent}, or just before. */
    void killAt(int number, boolean sent) {
        killAt = number;
        killAfter = sent;
    }

    long count(int address, int header) {
        return commands.stream()
                .filter(each -> each.destination() == address && each.header() == header)
                .count();
    }

    StillLine line() {
        return line.orElseThrow();
    }

    @Override
    public SerialLine open(String port) throws IOException {
        StillLine opened = cash.still();
        line = Optional.of(opened);
        return new SerialLine() {
            @Override
            public void write(byte[] bytes) throws IOException {
                boolean kill = commands.size() + 1 == killAt;
                if (kill && !killAfter) {
                    killAt = 0;
                    throw new Killed();
                }
                commands.add(Frame.decoded(bytes, bytes.length).orElseThrow());
                opened.write(bytes);
                if (kill) {
                    throw new Killed();
                }
            }

            @Override
            public int read(byte[] into, Duration atMost) throws IOException {
                int count = opened.read(into);
                if (count > 0 || atMost.isZero() || !pause(atMost)) {
                    return count;
                }
                return opened.read(into);
            }

            @Override
            public void close() {
                opened.close();
            }
        };
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public boolean pause(Duration time) {
        now += time.toNanos();
        line.ifPresent(each -> each.pass(time));
        return true;
    }
}
