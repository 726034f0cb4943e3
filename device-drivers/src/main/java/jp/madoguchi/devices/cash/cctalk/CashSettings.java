package jp.madoguchi.devices.cash.cctalk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.devices.cash.HopperStock;
import jp.madoguchi.devices.cash.Openings;
import jp.madoguchi.devices.cash.Yen;

/**
 * Where the devices are and what is taken.
 *
 * @param port the serial device
 * @param hoppers ccTalk address, 3 or more, to what each of the hopper's coins is worth
 * @param accepts the coins and notes to be taken; notes need a bill validator at address 40
 * @param poll between two polls while money is taken: 100 to 200 ms (part 3)
 */
public record CashSettings(String port, Map<Integer, Yen> hoppers, Set<Yen> accepts, Duration poll) {
    public static final Set<Yen> COINS = Set.of(new Yen(10), new Yen(50), new Yen(100), new Yen(500));
    public static final Set<Yen> NOTES = Set.of(new Yen(1000));

    private static final int FULL = 200;
    private static final Duration USUAL_POLL = Duration.ofMillis(150);

    /** Throws {@code IllegalArgumentException}, naming the rule. */
    public CashSettings {
        hoppers = Map.copyOf(hoppers);
        accepts = Set.copyOf(accepts);
        if (hoppers.isEmpty()) {
            throw new IllegalArgumentException("there must be a hopper to give change");
        }
        hoppers.forEach((address, coin) -> {
            if (address < 3 || address > 255 || address == BillValidator.ADDRESS) {
                throw new IllegalArgumentException("a hopper's address is 3 to 255 and not 40, not " + address);
            }
            if (!COINS.contains(coin)) {
                throw new IllegalArgumentException("no hopper holds coins of " + coin.amount() + " yen");
            }
        });
        accepts.forEach(money -> {
            if (!COINS.contains(money) && !NOTES.contains(money)) {
                throw new IllegalArgumentException(
                        "what is taken is 10, 50, 100, 500 or 1000 yen, not " + money.amount());
            }
        });
        if (accepts.stream().noneMatch(COINS::contains)) {
            throw new IllegalArgumentException("at least one coin must be taken");
        }
    }

    public static CashSettings of(String port, Map<Integer, Yen> hoppers, Set<Yen> accepts) {
        return new CashSettings(port, hoppers, accepts, USUAL_POLL);
    }

    /** Whether this price can be paid at all with what is taken here, when every hopper is full. */
    public boolean payable(Yen price) {
        List<HopperStock> full = hoppers.entrySet().stream()
                .map(hopper -> new HopperStock(hopper.getKey(), hopper.getValue(), FULL))
                .toList();
        return price.isZero() || Openings.of(price, coins(), notes(), full).possible();
    }

    Set<Yen> coins() {
        return accepts.stream().filter(COINS::contains).collect(Collectors.toUnmodifiableSet());
    }

    Set<Yen> notes() {
        return accepts.stream().filter(NOTES::contains).collect(Collectors.toUnmodifiableSet());
    }
}
