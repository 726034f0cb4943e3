package jp.madoguchi.devices.cash;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which amounts the hoppers can pay exactly, and with which coins: the fewest, and no more than are certain to be there. Pure.
 *
 * <table>
 * <caption>Hopper 3 holds two ¥500 coins, hopper 4 six of ¥100, hopper 5 none of ¥10</caption>
 * <tr><th>amount</th><th>plan</th></tr>
 * <tr><td>700</td><td>one of ¥500, two of ¥100</td></tr>
 * <tr><td>1600</td><td>two of ¥500, six of ¥100: all there is</td></tr>
 * <tr><td>1700</td><td>none; the most below it is 1600</td></tr>
 * <tr><td>110</td><td>none; the most below it is 100</td></tr>
 * </table>
 */
@CheckReturnValue
public final class ChangePlan {
    /** The most that one hopper is asked for at once. */
    public static final int MOST_COINS = 255;

    private static final int IMPOSSIBLE = Integer.MAX_VALUE / 2;

    private final List<HopperStock> hoppers;
    private final int unit;

    /** {@code fewest[h][a]}: coins needed by the first {@code h} hoppers for {@code a} units. */
    private final int[][] fewest;

    /** So many coins of one hopper. */
    public record Portion(int address, Yen coin, int coins) {
        public Yen worth() {
            return coin.times(coins);
        }
    }

    private ChangePlan(List<HopperStock> hoppers, int unit, int units) {
        this.hoppers = List.copyOf(hoppers);
        this.unit = unit;
        this.fewest = new int[hoppers.size() + 1][units + 1];
        Arrays.fill(fewest[0], IMPOSSIBLE);
        fewest[0][0] = 0;
        for (int h = 0; h < hoppers.size(); h++) {
            for (int a = 0; a <= units; a++) {
                fewest[h + 1][a] = fewest[h][a - taken(h, a) * worth(h)] + taken(h, a);
            }
        }
    }

    /** Plans for every amount from 0 to {@code most}. */
    public static ChangePlan upTo(Yen most, List<HopperStock> hoppers) {
        int unit = hoppers.stream()
                .mapToInt(each -> each.coin().amount())
                .reduce(ChangePlan::commonDivisor)
                .orElse(1);
        return new ChangePlan(hoppers, unit, most.amount() / unit);
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    private int worth(int hopper) {
        return hoppers.get(hopper).coin().amount() / unit;
    }

    /** How many of this hopper's coins the plan for {@code amount} units takes, when the hoppers before it pay the rest. */
    private int taken(int hopper, int amount) {
        int most = Math.min(Math.min(hoppers.get(hopper).coins(), MOST_COINS), amount / worth(hopper));
        int best = 0;
        for (int coins = 1; coins <= most; coins++) {
            if (fewest[hopper][amount - coins * worth(hopper)] + coins
                    < fewest[hopper][amount - best * worth(hopper)] + best) {
                best = coins;
            }
        }
        return best;
    }

    public boolean pays(Yen amount) {
        int units = amount.amount() / unit;
        return amount.amount() % unit == 0
                && units < fewest[hoppers.size()].length
                && fewest[hoppers.size()][units] < IMPOSSIBLE;
    }

    /** What each hopper pays, in the order of the hoppers; empty when it cannot be paid exactly. */
    public Optional<List<Portion>> exactly(Yen amount) {
        if (!pays(amount)) {
            return Optional.empty();
        }
        List<Portion> portions = new ArrayList<>();
        int left = amount.amount() / unit;
        for (int h = hoppers.size() - 1; h >= 0; h--) {
            int coins = taken(h, left);
            if (coins > 0) {
                portions.add(
                        0, new Portion(hoppers.get(h).address(), hoppers.get(h).coin(), coins));
            }
            left -= coins * worth(h);
        }
        return Optional.of(portions);
    }

    /** The greatest amount that can be paid and is not above {@code amount}. */
    public Yen mostOf(Yen amount) {
        for (int units = Math.min(amount.amount() / unit, fewest[0].length - 1); units > 0; units--) {
            if (pays(new Yen(units * unit))) {
                return new Yen(units * unit);
            }
        }
        return Yen.ZERO;
    }
}
