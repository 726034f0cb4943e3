package jp.madoguchi.simulators.cash;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import jp.madoguchi.simulators.watch.Watched;

/** Lends the bus to one line in real time. {@link #serve} owns a thread for as long as the line lasts. */
final class BusThread {
    /** A longer pause between two bytes ends the message (part 1, 9.1). */
    private static final Duration GAP = Duration.ofMillis(50);

    /** A late answer comes after a host waited twice the 50 ms that a device may take, and before it asks again. */
    private static final Duration LATE = Duration.ofMillis(130);

    private static final Duration IDLE = Duration.ofDays(365);

    private final Watched watched;
    private final CcTalkBus bus;
    private final ByteLine fromHost;
    private final Consumer<byte[]> toHost;
    private final Runnable cut;
    private Optional<byte[]> late = Optional.empty();

    /** @param cut makes the line unusable; the host may open another */
    BusThread(Watched watched, CcTalkBus bus, ByteLine fromHost, Consumer<byte[]> toHost, Runnable cut) {
        this.watched = watched;
        this.bus = bus;
        this.fromHost = fromHost;
        this.toHost = toHost;
        this.cut = cut;
    }

    /** Answers what comes in until the line is cut. */
    void serve() throws InterruptedException {
        FrameParser parser = new FrameParser();
        while (true) {
            int next = fromHost.take(parser.midFrame() ? GAP : late.isPresent() ? LATE : IDLE);
            late.ifPresent(toHost);
            late = Optional.empty();
            if (next == ByteLine.CUT) {
                return;
            }
            if (next == ByteLine.NOTHING) {
                parser.forget();
                continue;
            }
            if (watched.look(bus::echoes)) {
                toHost.accept(new byte[] {(byte) next});
            }
            parser.take(next).ifPresent(this::answer);
        }
    }

    private void answer(CcTalkFrame request) {
        CcTalkBus.Heard heard = bus.hear(request);
        if (heard instanceof CcTalkBus.Heard.Cut) {
            cut.run();
        } else if (heard instanceof CcTalkBus.Heard.Bytes sent && sent.late()) {
            late = Optional.of(sent.bytes());
        } else if (heard instanceof CcTalkBus.Heard.Bytes sent) {
            toHost.accept(sent.bytes());
        }
    }
}
