package jp.madoguchi.kiosk.act;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Interruption;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.OpenPayOut;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pay-outs in whose midst an earlier run of the program ended: the hoppers' lifetime counts say what came out. Nothing is paid
 * again; what did not come out, or may not have, becomes a claim. On the cash hand's thread.
 */
final class InterruptedPayOuts {
    private static final Logger LOG = LoggerFactory.getLogger(InterruptedPayOuts.class);

    private final Deque<OpenPayOut> open;
    private final Deque<VisitId> toClose = new ArrayDeque<>();
    private final Ledger ledger;
    private final Unwritten unwritten;
    private final HopperCounts hoppers;

    InterruptedPayOuts(List<OpenPayOut> open, Desk desk, HopperCounts hoppers) {
        this.open = new ArrayDeque<>(open);
        this.ledger = desk.ledger();
        this.unwritten = desk.unwritten();
        this.hoppers = hoppers;
    }

    /**
     * Asks after each. Throws {@code LedgerUnavailable} when an answer could not be recorded yet; it is not asked for again.
     *
     * @param last what does not answer now is never asked again and stays uncertain
     * @return whether nothing is left to be asked
     */
    boolean settle(CashUnit unit, boolean last) {
        for (int left = open.size(); left > 0; left--) {
            OpenPayOut next = open.remove();
            OptionalInt paid =
                    unit.paidSince(next.intended().address(), next.intended().lifetimeCount());
            boolean mayAnswer = !last && hoppers.has(next.intended().address());
            if (paid.isEmpty() && mayAnswer) {
                open.add(next);
            } else {
                told(next, paid);
            }
        }
        unwritten.write();
        while (!toClose.isEmpty()) {
            Interruption.close(ledger, toClose.element());
            toClose.remove();
        }
        return open.isEmpty();
    }

    private void told(OpenPayOut payOut, OptionalInt counted) {
        Fact.PayOutIntended intended = payOut.intended();
        boolean certain = counted.isPresent() && counted.getAsInt() <= intended.coins();
        int coins = certain ? counted.getAsInt() : 0;
        int yen = intended.yen() / intended.coins() * coins;
        VisitId visit = payOut.visit();
        LOG.warn(
                "visit {} was interrupted while {} was asked: {} coins came out, certain: {}",
                visit,
                intended,
                coins,
                certain);
        hoppers.paid(intended.address(), intended.coins(), coins, certain);
        unwritten.add(visit, new Fact.HopperPaid(intended.address(), coins, yen, certain));
        unwritten.add(visit, new Fact.PayOutEnded(payOut.paidBefore() + yen, intended.yen() - yen, certain));
        toClose.add(visit);
    }
}
