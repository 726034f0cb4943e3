package jp.madoguchi.kiosk.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.madoguchi.kiosk.ledger.Ledger;

/** The count of every hopper, by its address. Any thread. */
public final class HopperCounts {
    private final Map<Integer, HopperCount> counts;
    private final Ledger ledger;
    private final List<HopperCount.Filling> fillings;

    /** Each goes on from the ledger. */
    public HopperCounts(Ledger ledger, List<HopperCount.Filling> fillings) {
        this.ledger = ledger;
        this.fillings = List.copyOf(fillings);
        Map<Integer, HopperCount> each = new TreeMap<>();
        fillings.forEach(filling -> each.put(filling.address(), new HopperCount(ledger, filling)));
        counts = Map.copyOf(each);
    }

    /** How many coins are certain to be in the hopper at {@code address}. */
    public int at(int address) {
        return of(address).now();
    }

    /** Coins that are certain to be there, by what each is worth in yen. */
    Map<Integer, Integer> byWorth() {
        Map<Integer, Integer> coins = new TreeMap<>();
        fillings.forEach(filling -> coins.merge(filling.yen(), at(filling.address()), Integer::sum));
        return coins;
    }

    /**
     * The staff has filled, counted or emptied hoppers, and the ledger has it. A pay-out of this very moment is counted as gone in
     * full, never as less. Throws {@code LedgerUnavailable}.
     */
    public void reread() {
        counts.values().forEach(count -> count.reread(ledger));
    }

    /** {@code paid} of {@code asked}, an earlier run's, have come out; nothing when there is no such hopper any more. */
    void paid(int address, int asked, int paid, boolean certain) {
        Optional.ofNullable(counts.get(address)).ifPresent(count -> count.paid(asked, paid, certain));
    }

    /** Whether the configuration has such a hopper. */
    boolean has(int address) {
        return counts.containsKey(address);
    }

    HopperCount of(int address) {
        HopperCount count = counts.get(address);
        if (count == null) {
            throw new IllegalArgumentException("no hopper at address " + address);
        }
        return count;
    }
}
