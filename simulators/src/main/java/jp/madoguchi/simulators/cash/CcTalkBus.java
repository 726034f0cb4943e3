package jp.madoguchi.simulators.cash;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.madoguchi.simulators.watch.Watched;

/** The wire and who answers on it. {@link #serve} owns one thread for as long as a line lasts. */
final class CcTalkBus {
    /** A longer pause between two bytes ends the message (part 1, 9.1). */
    private static final Duration GAP = Duration.ofMillis(50);

    private static final Duration IDLE = Duration.ofDays(365);

    /** Commands after which a device is not as it was: reset, enable, dispense, stop, inhibits. */
    private static final Set<Integer> ALTERING = Set.of(1, 164, 167, 172, 228, 231);

    private final Watched watched;
    private final List<CcTalkDevice> devices;
    private final Map<Integer, BusFault> faults = new HashMap<>();
    private boolean echo = true;

    CcTalkBus(Watched watched, List<CcTalkDevice> devices) {
        this.watched = watched;
        this.devices = List.copyOf(devices);
    }

    /** To be called inside the lock. */
    void inject(int header, BusFault fault) {
        faults.put(header, fault);
    }

    /** To be called inside the lock. */
    void echo(boolean on) {
        echo = on;
    }

    /** Answers what comes in until the line is cut. */
    void serve(ByteLine fromHost, Consumer<byte[]> toHost) throws InterruptedException {
        FrameParser parser = new FrameParser();
        while (true) {
            int next = fromHost.take(parser.midFrame() ? GAP : IDLE);
            if (next == ByteLine.CUT) {
                return;
            }
            if (next == ByteLine.NOTHING) {
                parser.forget();
                continue;
            }
            if (watched.look(() -> echo)) {
                toHost.accept(new byte[] {(byte) next});
            }
            Optional<byte[]> reply = parser.take(next).flatMap(this::reply);
            reply.ifPresent(toHost);
        }
    }

    private Optional<byte[]> reply(CcTalkFrame request) {
        // Without a fault or an altering command nothing changes, and the listeners need not hear of every poll.
        boolean alters =
                watched.look(() -> ALTERING.contains(request.header()) || faults.containsKey(request.header()));
        return alters ? watched.change(() -> answer(request)) : watched.look(() -> answer(request));
    }

    private Optional<byte[]> answer(CcTalkFrame request) {
        Optional<CcTalkDevice> device = devices.stream()
                .filter(each -> each.address() == request.destination())
                .findFirst();
        if (device.isEmpty()) {
            return Optional.empty();
        }
        BusFault fault = faults.remove(request.header());
        if (fault == BusFault.LOSE_REQUEST) {
            return Optional.empty();
        }
        Optional<byte[]> reply = device.get()
                .answer(request.header(), request.data())
                .map(answer -> new CcTalkFrame(
                                /* destination= */ request.source(),
                                /* source= */ request.destination(),
                                answer.header(),
                                answer.data())
                        .bytes());
        if (fault == BusFault.CORRUPT_REPLY) {
            reply.ifPresent(bytes -> bytes[bytes.length - 1] ^= 0x10);
        }
        return fault == BusFault.LOSE_REPLY ? Optional.empty() : reply;
    }
}
