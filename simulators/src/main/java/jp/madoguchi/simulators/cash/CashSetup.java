package jp.madoguchi.simulators.cash;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is on the bus beside the coin acceptor.
 *
 * @param hoppers ccTalk address to what each of the hopper's coins is worth in yen
 * @param notes whether there is a bill validator
 * @param perTurn how long a motor takes for one coin or one note
 */
public record CashSetup(Map<Integer, Integer> hoppers, boolean notes, Duration perTurn) {
    /** One hopper of ¥100 coins at address 3. */
    public static final Map<Integer, Integer> ONE_HOPPER = Map.of(3, 100);

    public CashSetup {
        hoppers = Map.copyOf(new TreeMap<>(hoppers));
        hoppers.forEach((address, yen) -> {
            if (address < 3 || address > 255 || address == BillValidator.ADDRESS || yen <= 0) {
                throw new IllegalArgumentException("no hopper of " + yen + " yen can be at address " + address);
            }
        });
    }

    /** Coins only. */
    public static CashSetup coins(Duration perTurn) {
        return new CashSetup(ONE_HOPPER, false, perTurn);
    }
}
