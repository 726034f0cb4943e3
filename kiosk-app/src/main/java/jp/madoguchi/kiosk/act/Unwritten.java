package jp.madoguchi.kiosk.act;

import java.util.ArrayDeque;
import java.util.Deque;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;

/** Facts that happened already and must reach the ledger, in their order, also when it refuses them for a while. Any thread. */
final class Unwritten {
    private record Line(VisitId visit, Fact fact) {}

    private final Deque<Line> lines = new ArrayDeque<>();
    private final Ledger ledger;

    Unwritten(Ledger ledger) {
        this.ledger = ledger;
    }

    synchronized void add(VisitId visit, Fact fact) {
        lines.add(new Line(visit, fact));
    }

    /** Writes what is left, and then this; throws {@code LedgerUnavailable} and forgets this one when it cannot be. */
    synchronized void writeNow(VisitId visit, Fact fact) {
        write();
        ledger.record(visit, fact);
    }

    /** Writes what can be written; throws {@code LedgerUnavailable} when something is left. */
    synchronized void write() {
        while (!lines.isEmpty()) {
            ledger.record(lines.element().visit(), lines.element().fact());
            lines.remove();
        }
    }
}
