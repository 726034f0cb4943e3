package jp.madoguchi.kiosk.act;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.ledger.Box;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * How many coins are certain to be in one hopper: those last counted and those filled in since, less those paid since. What it was
 * asked for counts as paid until it is certain that less came out. Any thread.
 */
public final class HopperCount {
    private final AtomicInteger coins;
    private final Filling filling;

    /**
     * A filling, as the configuration tells it.
     *
     * @param yen what each coin is worth
     * @param coins counted into the hopper
     * @param filling names it: a filling with the same count as the last one has another name
     */
    public record Filling(int address, int yen, int coins, String filling) {}

    /** Goes on from the ledger, or begins anew if this filling is not the last of which the configuration told. */
    public HopperCount(Ledger ledger, Filling filling) {
        this.filling = filling;
        boolean known = known(ledger);
        if (!known) {
            ledger.record(Ledger.NO_VISIT, told());
        }
        coins = new AtomicInteger(known ? left(ledger) : filling.coins());
    }

    private Fact.HopperCounted told() {
        return new Fact.HopperCounted(filling.address(), filling.coins(), filling.filling(), filling.yen());
    }

    /** Facts of old do not say what the coins are worth. */
    private boolean known(Ledger ledger) {
        return ledger.hoppers().stream()
                .map(Ledger.Row::fact)
                .filter(fact -> fact instanceof Fact.HopperCounted count && count.address() == filling.address())
                .map(Fact.HopperCounted.class::cast)
                .reduce((one, next) -> next)
                .filter(last -> last.coins() == filling.coins()
                        && last.filling().equals(filling.filling())
                        && (last.yen() == filling.yen() || last.yen() == 0))
                .isPresent();
    }

    private int left(Ledger ledger) {
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
            OptionalInt counted = counted(fact);
            if (counted.isPresent()) {
                left = counted.getAsInt();
                asked = 0;
            } else if (fact instanceof Fact.CashFilled filled && mine(filled.box())) {
                left += filled.pieces().count(filling.yen());
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
        return left;
    }

    private OptionalInt counted(Fact fact) {
        if (fact instanceof Fact.HopperCounted counted && counted.address() == filling.address()) {
            return OptionalInt.of(counted.coins());
        }
        if (fact instanceof Fact.CashCounted counted && mine(counted.box())) {
            return OptionalInt.of(counted.pieces().count(filling.yen()));
        }
        return fact instanceof Fact.CashEmptied emptied && mine(emptied.box())
                ? OptionalInt.of(0)
                : OptionalInt.empty();
    }

    private boolean mine(String box) {
        return box.equals(Box.hopper(filling.address()).name());
    }

    /** The staff has told the ledger what it did to the hopper. */
    void reread(Ledger ledger) {
        coins.set(left(ledger));
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
