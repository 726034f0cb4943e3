package jp.madoguchi.kiosk.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * The books of the machine: what must be in it, and the sums of the time since the last closing. Nothing of it is kept beside the
 * facts, and every fact belongs to one period: it is told before a closing or after it. A visit may be open at a closing: what it
 * paid so far is then held for it, and the rest is the next period's. Any thread.
 */
public final class Books {
    private final Ledger ledger;
    private final Map<Integer, Integer> hoppers;

    /** @param hoppers address to the yen of its coins, as configured */
    public Books(Ledger ledger, Map<Integer, Integer> hoppers) {
        this.ledger = ledger;
        this.hoppers = Map.copyOf(hoppers);
    }

    /** Throws {@link LedgerUnavailable}. */
    public CashBook cash() {
        return CashBook.of(ledger.bookEntries(last().map(Ledger.Entry::number).orElse(0L)), hoppers);
    }

    /** Since the last closing. Throws {@link LedgerUnavailable}. */
    public Period now() {
        synchronized (ledger) {
            Optional<Ledger.Entry> last = last();
            long from = last.map(Ledger.Entry::number).orElse(0L);
            int number = last.map(
                            entry -> ((Fact.DayClosed) entry.fact()).period().number())
                    .orElse(0);
            return since(from, number + 1, ledger.bookEntries(from), hoppers);
        }
    }

    /**
     * Whether money is on its way: a resident pays, or a hopper was asked and has not answered. Nobody counts then. Throws
     * {@link LedgerUnavailable}.
     */
    public boolean moneyMoves() {
        return ledger.interrupted().entrySet().stream()
                .anyMatch(visit -> OpenPayOut.in(visit.getValue()).isPresent()
                        || (visit.getValue().stream().anyMatch(Fact.CoinInserted.class::isInstance)
                                && OpenPrint.of(visit.getKey(), visit.getValue())
                                        .isEmpty()));
    }

    /**
     * Ends the period of this number; false, and nothing changes, when that one has ended already. Throws {@link LedgerUnavailable}:
     * then it goes on.
     */
    @CheckReturnValue
    public boolean close(int number, String account) {
        synchronized (ledger) {
            Period now = now();
            if (now.number() != number) {
                return false;
            }
            ledger.record(Ledger.NO_VISIT, new Fact.DayClosed(now, account));
            return true;
        }
    }

    /** Every {@link Fact.DayClosed}, oldest first. Throws {@link LedgerUnavailable}. */
    public List<Ledger.Entry> closings() {
        return ledger.entries(Fact.DayClosed.class);
    }

    private Optional<Ledger.Entry> last() {
        return closings().stream().reduce((one, next) -> next);
    }

    /** @param entries all that the period needs, and any before: {@link Ledger#bookEntries} */
    static Period since(long from, int number, List<Ledger.Entry> entries, Map<Integer, Integer> hoppers) {
        Map<VisitId, List<Ledger.Entry>> visits = new LinkedHashMap<>();
        entries.forEach(entry ->
                visits.computeIfAbsent(entry.visit(), each -> new ArrayList<>()).add(entry));
        Sums sums = new Sums();
        visits.values()
                .forEach(visit -> sums.add(
                        VisitAccount.of(visit.stream()
                                .filter(entry -> entry.number() <= from)
                                .toList()),
                        VisitAccount.of(visit),
                        Fact.Ordered.last(visit.stream().map(Ledger.Entry::fact).toList())));
        return sums.period(number, CashBook.of(entries, hoppers).accounts());
    }

    /** Of all visits, what the end of the period has more than its begin. */
    private static final class Sums {
        private final SortedMap<String, FeeLine> fees = new TreeMap<>();
        private int visits;
        private int delivered;
        private int inserted;
        private int kept;
        private int returned;
        private int owed;
        private int before;
        private int refunded;
        private int covered;
        private int voided;
        private int after;
        private int held;
        private int settlements;
        private int claims;

        void add(VisitAccount then, VisitAccount now, Fact.Ordered order) {
            visits += now.ended() - then.ended();
            delivered += now.delivered() - then.delivered();
            inserted += now.inserted() - then.inserted();
            kept += now.kept() - then.kept();
            returned += now.returned() - then.returned();
            owed += now.owed() - then.owed();
            before += then.open();
            refunded += now.settled().refunded() - then.settled().refunded();
            covered += now.settled().covered() - then.settled().covered();
            voided += now.settled().voided() - then.settled().voided();
            after += now.held() + now.claimed();
            held += now.held();
            settlements += now.settled().times() - then.settled().times();
            claims += now.claims();
            fee(order, now.copies() - then.copies(), now.fees() - then.fees());
        }

        private void fee(Fact.Ordered order, int copies, int yen) {
            if (copies != 0 || yen != 0) {
                fees.merge(
                        order.municipality() + " " + order.kind(),
                        new FeeLine(order.municipality(), order.kind(), copies, yen),
                        (one, other) -> new FeeLine(
                                one.municipality(),
                                one.kind(),
                                one.copies() + other.copies(),
                                one.yen() + other.yen()));
            }
        }

        Period period(int number, List<BoxAccount> boxes) {
            return new Period(
                    number,
                    new Takings(visits, delivered, inserted, kept, returned, owed),
                    List.copyOf(fees.values()),
                    new Owing(before, owed, refunded, covered, voided, after, held, settlements, claims),
                    boxes);
        }
    }
}
