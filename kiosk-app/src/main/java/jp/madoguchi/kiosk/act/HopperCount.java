package jp.madoguchi.kiosk.act;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * How many coins are certain to be in one hopper: those counted when it was filled, less those paid since. What it was asked for
 * counts as paid until it is certain that less came out. Any thread.
 */
public final class HopperCount {
    private final AtomicInteger coins;

    /**
     * A filling, as the staff has told it.
     *
     * @param yen what each coin is worth
     * @param coins counted into the hopper
     * @param filling names it: a filling with the same count as the last one has another name
     */
    public record Filling(int address, int yen, int coins, String filling) {}

    /** Goes on from the ledger, or begins anew if this filling is not the ledger's last. */
    public HopperCount(Ledger ledger, Filling filling) {
        Fact.HopperCounted counted = new Fact.HopperCounted(filling.address(), filling.coins(), filling.filling());
        boolean known = false;
        int left = 0;
        int asked = 0;
        VisitId asking = Ledger.NO_VISIT;
        List<Ledger.Row> rows = ledger.hoppers();
        Set<VisitId> told = rows.stream()
                .filter(row -> row.fact() instanceof Fact.HopperPaid)
                .map(Ledger.Row::visit)
                .collect(Collectors.toUnmodifiableSet());
        for (Ledger.Row row : rows) {
            Fact fact = row.fact();
            if (fact instanceof Fact.HopperCounted count && count.address() == filling.address()) {
                known = count.equals(counted);
                left = count.coins();
                asked = 0;
            } else if (fact instanceof Fact.PayOutIntended intended && intended.address() == filling.address()) {
                asked = intended.coins();
                asking = row.visit();
                left -= asked;
            } else if (fact instanceof Fact.HopperPaid paid && paid.address() == filling.address()) {
                left += paid.certain() ? asked - paid.coins() : 0;
                asked = 0;
            } else if (fact instanceof Fact.PayOutEnded ended && row.visit().equals(asking) && !told.contains(asking)) {
                // Of the time when there was one hopper and no word of its own for what it paid.
                boolean alone = ended.paid() + ended.owed() == asked * filling.yen();
                left += ended.certain() && alone ? asked - ended.paid() / filling.yen() : 0;
                asked = 0;
            }
        }
        if (!known) {
            ledger.record(Ledger.NO_VISIT, counted);
            left = filling.coins();
        }
        coins = new AtomicInteger(left);
    }

    int now() {
        return Math.max(0, coins.get());
    }

    void asked(int asked) {
        coins.addAndGet(-asked);
    }

    /** {@code paid} of those that were asked; if that is not certain, all of them. */
    void paid(int asked, int paid, boolean certain) {
        coins.addAndGet(certain ? asked - paid : 0);
    }
}
