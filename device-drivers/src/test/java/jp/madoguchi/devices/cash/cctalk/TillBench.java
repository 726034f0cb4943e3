package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.simulators.cash.CashSetup;
import jp.madoguchi.simulators.cash.CashSimulator;

/** The whole unit against the simulated bus, in a time of its own. Hoppers: 3 of ¥100, 4 of ¥10, 5 of ¥500. */
abstract class TillBench {
    static final Map<Integer, Integer> HOPPERS = Map.of(3, 100, 4, 10, 5, 500);
    static final Set<Integer> ALL = Set.of(10, 50, 100, 500, 1000);
    static final Yen FEE = new Yen(300);

    final CashSimulator cash = CashSimulator.standingStill(new CashSetup(HOPPERS, true, Duration.ofMillis(100)));
    final StillBus bus = new StillBus(cash);
    final Ledgered told = new Ledgered();
    final Map<Integer, Integer> counted = new HashMap<>(Map.of(3, 200, 4, 200, 5, 200));
    Till till = till(ALL);

    Till till(Set<Integer> accepts) {
        return new Till(
                new CcTalkLine(bus, "port", bus),
                CashSettings.of(
                        "port",
                        HOPPERS.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, each -> new Yen(each.getValue()))),
                        accepts.stream().map(Yen::new).collect(Collectors.toSet())),
                DispenseCode.SERIAL_NUMBER,
                address -> counted.getOrDefault(address, 0),
                told.last(),
                told,
                bus);
    }

    void ticks(int count) {
        for (int tick = 0; tick < count; tick++) {
            till.tick();
            assertTrue(bus.pause(Duration.ofMillis(150)));
        }
    }

    static CashStatus.Ready ready(CashStatus status) {
        return assertInstanceOf(CashStatus.Ready.class, status);
    }

    static String name(CashStatus status) {
        return status instanceof CashStatus.NotReady not ? not.trouble().name() : "READY";
    }
}
