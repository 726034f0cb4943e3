package jp.madoguchi.simulators.cash;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.simulators.watch.Watched;

/** Who answers on the wire, and what goes wrong with it. */
final class CcTalkBus {
    /** Commands after which a device is not as it was: reset, mode, route, enable, dispense, stop, inhibits. */
    private static final Set<Integer> ALTERING = Set.of(1, 153, 154, 164, 167, 172, 228, 231);

    private final Watched watched;
    private final List<CcTalkDevice> devices;
    private final FaultPlan faults = new FaultPlan();
    private final Set<Integer> dead = new HashSet<>();
    private boolean echo = true;
    private int exchanges;

    /** What the wire carries after a command. */
    sealed interface Heard {
        record Nothing() implements Heard {}

        /** @param late after the host has given up */
        @SuppressWarnings("ArrayRecordComponent") // sent once and dropped
        record Bytes(byte[] bytes, boolean late) implements Heard {}

        /** The line is cut. */
        record Cut() implements Heard {}
    }

    CcTalkBus(Watched watched, List<CcTalkDevice> devices) {
        this.watched = watched;
        this.devices = List.copyOf(devices);
    }

    /** To be called inside the lock, as are those below. */
    FaultPlan faults() {
        return faults;
    }

    void echo(boolean on) {
        echo = on;
    }

    boolean echoes() {
        return echo;
    }

    int exchanges() {
        return exchanges;
    }

    void revive() {
        dead.clear();
    }

    /** Takes the lock itself. */
    Heard hear(CcTalkFrame request) {
        // Without a fault or an altering command nothing changes, and the listeners need not hear of every poll.
        boolean alters = watched.look(
                () -> ALTERING.contains(request.header()) || faults.concerns(request.destination(), request.header()));
        return alters ? watched.change(() -> answer(request)) : watched.look(() -> answer(request));
    }

    private Heard answer(CcTalkFrame request) {
        Optional<CcTalkDevice> found = devices.stream()
                .filter(each -> each.address() == request.destination())
                .findFirst();
        if (found.isEmpty()) {
            return new Heard.Nothing();
        }
        exchanges++;
        CcTalkDevice device = found.get();
        Optional<BusFault> fault = faults.meets(request.destination(), request.header());
        if (dead.contains(device.address())) {
            return new Heard.Nothing();
        }
        return fault.isEmpty() ? sent(reply(device, request), false) : faulty(fault.get(), device, request);
    }

    private Heard faulty(BusFault fault, CcTalkDevice device, CcTalkFrame request) {
        switch (fault) {
            case LOSE_REQUEST -> {}
            case CUT_BEFORE -> {
                return new Heard.Cut();
            }
            case DEAD -> dead.add(device.address());
            case RESET_BEFORE -> device.powerUp();
            case LOSE_REPLY -> reply(device, request);
            case CORRUPT_REPLY -> {
                Optional<byte[]> bytes = reply(device, request);
                bytes.ifPresent(each -> each[each.length - 1] ^= 0x10);
                return sent(bytes, false);
            }
            case LATE_REPLY -> {
                return sent(reply(device, request), true);
            }
            case RESET_AFTER -> {
                reply(device, request);
                device.powerUp();
            }
            case CUT_AFTER -> {
                reply(device, request);
                return new Heard.Cut();
            }
        }
        return new Heard.Nothing();
    }

    private static Heard sent(Optional<byte[]> bytes, boolean late) {
        return bytes.isPresent() ? new Heard.Bytes(bytes.get(), late) : new Heard.Nothing();
    }

    @CanIgnoreReturnValue // a lost reply
    private static Optional<byte[]> reply(CcTalkDevice device, CcTalkFrame request) {
        return device.answer(request.header(), request.data())
                .map(answer -> new CcTalkFrame(
                                /* destination= */ request.source(),
                                /* source= */ request.destination(),
                                answer.header(),
                                answer.data())
                        .bytes());
    }
}
