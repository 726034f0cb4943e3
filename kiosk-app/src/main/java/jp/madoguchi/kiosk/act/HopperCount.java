package jp.madoguchi.kiosk.act;

import java.util.concurrent.atomic.AtomicInteger;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * How many coins are certain to be in the hopper: those counted when it was filled, less those paid since. A pay-out of which
 * nobody knows what it gave counts in full. Any thread.
 */
public final class HopperCount {
    /** A count belongs to no visit. */
    private static final VisitId NO_VISIT = new VisitId("0".repeat(32));

    private static final int COIN = 100;

    private final AtomicInteger coins;

    /**
     * Goes on from the ledger.
     *
     * @param counted the coins of the last filling; a number that differs from the ledger's last is a new filling
     */
    public HopperCount(Ledger ledger, int address, int counted) {
        int last = -1;
        int left = 0;
        int intended = 0;
        for (Fact fact : ledger.hoppers()) {
            if (fact instanceof Fact.HopperCounted count && count.address() == address) {
                last = count.coins();
                left = last;
            } else if (fact instanceof Fact.PayOutIntended asked && asked.address() == address) {
                intended = asked.coins();
                left -= intended;
            } else if (fact instanceof Fact.PayOutEnded ended) {
                // One that failed before it was announced has no coins to put back.
                left += ended.certain() && intended > 0 ? intended - ended.paid() / COIN : 0;
                intended = 0;
            }
        }
        if (counted != last) {
            ledger.record(NO_VISIT, new Fact.HopperCounted(address, counted));
            left = counted;
        }
        coins = new AtomicInteger(left);
    }

    public int now() {
        return Math.max(0, coins.get());
    }

    void paid(CashOutcome outcome) {
        if (outcome instanceof CashOutcome.Paid paid) {
            coins.addAndGet(-paid.paid().amount() / COIN);
        } else if (outcome instanceof CashOutcome.Partial partial) {
            coins.addAndGet(-partial.paid().amount() / COIN);
        } else if (outcome instanceof CashOutcome.Unknown unknown) {
            coins.addAndGet(-unknown.asked().amount() / COIN);
        }
    }
}
