package jp.madoguchi.simulators.cash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which messages meet which fault. Guarded by the simulator's lock. */
final class FaultPlan {
    /** Matches every address or header. */
    static final int ANY = -1;

    private final List<Planned> planned = new ArrayList<>();

    private static final class Planned {
        private final int address;
        private final int header;
        private final BusFault fault;
        private int left;

        Planned(int address, int header, int nth, BusFault fault) {
            this.address = address;
            this.header = header;
            this.fault = fault;
            this.left = nth;
        }

        boolean matches(int toAddress, int withHeader) {
            return (address == ANY || address == toAddress) && (header == ANY || header == withHeader);
        }
    }

    /** The {@code nth} message from now on (1 is the next) to {@code address} with {@code header} meets {@code fault}. */
    void add(int address, int header, int nth, BusFault fault) {
        if (nth < 1) {
            throw new IllegalArgumentException("the first message is number 1");
        }
        planned.add(new Planned(address, header, nth, fault));
    }

    /** Whether any fault waits for such a message; counts nothing. */
    boolean concerns(int address, int header) {
        return planned.stream().anyMatch(each -> each.matches(address, header));
    }

    /** Counts this message; answers the fault that it meets. */
    Optional<BusFault> meets(int address, int header) {
        Optional<Planned> due = Optional.empty();
        for (Planned each : planned) {
            if (each.matches(address, header)) {
                each.left--;
                due = due.isEmpty() && each.left <= 0 ? Optional.of(each) : due;
            }
        }
        due.ifPresent(planned::remove);
        return due.map(each -> each.fault);
    }
}
