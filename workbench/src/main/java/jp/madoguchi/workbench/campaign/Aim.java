package jp.madoguchi.workbench.campaign;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the exchanges of a visit with each device and says which of them is struck. Any thread. */
final class Aim {
    private final Optional<Strike> strike;
    private final Map<Device, List<String>> seen = new EnumMap<>(Device.class);
    private Optional<String> struck = Optional.empty();
    private boolean over;

    /** @param strike nothing is struck without one: a visit in which exchanges are only counted */
    Aim(Optional<Strike> strike) {
        this.strike = strike;
    }

    /** From now on exchanges with this device count. */
    synchronized void begin(Device device) {
        seen.putIfAbsent(device, new ArrayList<>());
    }

    /** An exchange is about to be made; answers what strikes it. */
    synchronized Optional<Blow> next(Device device, String exchange) {
        List<String> exchanges = seen.get(device);
        if (exchanges == null) {
            return Optional.empty();
        }
        exchanges.add(exchange);
        boolean hit = !over
                && strike.isPresent()
                && strike.get().blow().device() == device
                && strike.get().exchange() == exchanges.size();
        if (!hit) {
            return Optional.empty();
        }
        struck = Optional.of(exchange);
        return strike.map(Strike::blow);
    }

    /** The world is put right: nothing is struck any more. */
    synchronized void end() {
        over = true;
    }

    /** Whether the cash devices have fallen silent and nobody has put them right yet. */
    synchronized boolean silent() {
        return !over
                && struck.isPresent()
                && strike.filter(each -> each.blow() == Blow.CASH_SILENT).isPresent();
    }

    /** The exchanges with a device, by name. */
    synchronized List<String> seen(Device device) {
        return List.copyOf(seen.getOrDefault(device, List.of()));
    }

    /** The name of the exchange that was struck; empty when the visit never came so far. */
    synchronized Optional<String> struck() {
        return struck;
    }
}
