package jp.madoguchi.devices.cash;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which coins and notes may be taken at a price, for every sum that may have been inserted. A denomination is open if the sum with
 * it could be given back exactly, and its change be given exactly if it is more than the price; the same for any two that are
 * open, in a row, because two coins may fall between two polls; and if the price can still be reached afterwards. Two notes do
 * not come in a row: each waits in escrow until it is asked for. Pure.
 *
 * <table>
 * <caption>Price ¥300; coins of ¥100 and ¥500; hopper of ¥100 coins</caption>
 * <tr><th>coins in the hopper</th><th>nothing inserted</th><th>¥200 inserted</th></tr>
 * <tr><td>50</td><td>¥100, ¥500</td><td>¥100, ¥500</td></tr>
 * <tr><td>5</td><td>¥100 (two of ¥500 could not be given back)</td><td>¥100</td></tr>
 * <tr><td>3</td><td>none: the second coin may be the fourth ¥100 when ¥200 are inserted</td><td>none</td></tr>
 * </table>
 */
@CheckReturnValue
public final class Openings {
    private final Yen price;
    private final List<Yen> money = new ArrayList<>();
    private final Set<Yen> notes;
    private final ChangePlan plan;
    private final Map<Yen, Set<Yen>> known = new HashMap<>();

    private Openings(Yen price, Set<Yen> coins, Set<Yen> notes, ChangePlan plan) {
        this.price = price;
        this.notes = Set.copyOf(notes);
        this.plan = plan;
        money.addAll(new TreeSet<>(coins));
        money.addAll(new TreeSet<>(notes));
        int step = money.stream()
                .mapToInt(Yen::amount)
                .reduce(Openings::commonDivisor)
                .orElse(1);
        // From the price downwards, because what is open depends on what is open later.
        for (int sum = (price.amount() - 1) / step * step; sum >= 0 && !price.isZero(); sum -= step) {
            known.put(new Yen(sum), largest(new Yen(sum)));
        }
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    /**
     * Rules for one sale.
     *
     * @param coins the denominations that the acceptor would take; {@code notes} the validator
     * @param hoppers what they are certain to hold; money that is taken does not go into them
     */
    public static Openings of(Yen price, Set<Yen> coins, Set<Yen> notes, List<HopperStock> hoppers) {
        Yen dearest = money(coins, notes).stream().max(Yen::compareTo).orElse(Yen.ZERO);
        return new Openings(price, coins, notes, ChangePlan.upTo(price.plus(dearest.times(2)), hoppers));
    }

    private static Set<Yen> money(Set<Yen> coins, Set<Yen> notes) {
        Set<Yen> all = new TreeSet<>(coins);
        all.addAll(notes);
        return all;
    }

    /** Whether the price can be reached. */
    public boolean possible() {
        return alive(Yen.ZERO);
    }

    /** What may come next when {@code inserted} has; nothing any more once it is the price. */
    public Set<Yen> at(Yen inserted) {
        return known.getOrDefault(inserted, Set.of());
    }

    /** The largest set that holds; of several of one size the one of the smaller denominations. */
    private Set<Yen> largest(Yen inserted) {
        List<Yen> single =
                money.stream().filter(each -> alive(inserted.plus(each))).toList();
        Set<Yen> best = Set.of();
        for (int members = 1; members < 1 << single.size(); members++) {
            if (Integer.bitCount(members) > best.size()) {
                Set<Yen> open = chosen(single, members);
                best = holds(inserted, open) ? open : best;
            }
        }
        return best;
    }

    private static Set<Yen> chosen(List<Yen> from, int members) {
        Set<Yen> chosen = new TreeSet<>();
        for (int i = 0; i < from.size(); i++) {
            if ((members & 1 << i) != 0) {
                chosen.add(from.get(i));
            }
        }
        return chosen;
    }

    private boolean holds(Yen inserted, Set<Yen> open) {
        return open.stream()
                .allMatch(first -> open.stream()
                        .allMatch(second -> (notes.contains(first) && notes.contains(second))
                                || alive(inserted.plus(first).plus(second))));
    }

    /** Whether {@code sum} could be given back, its change be given, and the price still be reached. */
    private boolean alive(Yen sum) {
        boolean safe = plan.pays(sum) && (sum.compareTo(price) <= 0 || plan.pays(sum.minus(price)));
        return safe && (sum.compareTo(price) >= 0 || !at(sum).isEmpty());
    }
}
