package jp.madoguchi.kiosk.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.EndReason;

/** Tells every fact of the ledger that somebody may have to answer for, once it is durable there. */
public final class FactEntries implements Consumer<Ledger.Entry> {
    private final Audit audit;

    public FactEntries(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void accept(Ledger.Entry entry) {
        of(entry).ifPresent(line -> audit.tell(line.event(), entry.visit(), line.details()));
    }

    record Line(AuditEvent event, Map<String, String> details) {}

    /** Empty of what says nothing to anybody: a counter that only the next start of the program needs. */
    static Optional<Line> of(Ledger.Entry entry) {
        Fact fact = entry.fact();
        Optional<Line> line = ofMoney(fact);
        line = line.isPresent() ? line : ofStaff(entry);
        return line.isPresent() ? line : ofPaper(fact);
    }

    private static Optional<Line> ofMoney(Fact fact) {
        if (fact instanceof Fact.CoinInserted in) {
            return line(AuditEvent.MONEY_IN)
                    .and(Detail.YEN, in.yen())
                    .and(Detail.DEVICE, in.device())
                    .and(Detail.COUNTER, in.counter())
                    .made();
        }
        if (fact instanceof Fact.SlotsOpened) {
            return line(AuditEvent.SLOTS_OPENED).made();
        }
        if (fact instanceof Fact.SlotsShut) {
            return line(AuditEvent.SLOTS_SHUT).made();
        }
        if (fact instanceof Fact.NoteHeld held) {
            return line(AuditEvent.NOTE_HELD)
                    .and(Detail.YEN, held.yen())
                    .and(Detail.COUNTER, held.counter())
                    .made();
        }
        if (fact instanceof Fact.CashBroken broken) {
            return line(AuditEvent.CASH_BROKEN)
                    .and(Detail.TROUBLE, broken.trouble())
                    .and(Detail.UNCOUNTED, broken.uncounted())
                    .made();
        }
        if (fact instanceof Fact.PayOutIntended intended) {
            return line(AuditEvent.PAY_OUT_INTENDED)
                    .and(Detail.YEN, intended.yen())
                    .and(Detail.HOPPER, intended.address())
                    .and(Detail.COUNT, intended.coins())
                    .made();
        }
        if (fact instanceof Fact.HopperPaid paid) {
            return line(AuditEvent.HOPPER_PAID)
                    .and(Detail.YEN, paid.yen())
                    .and(Detail.HOPPER, paid.address())
                    .and(Detail.COUNT, paid.coins())
                    .and(Detail.CERTAIN, paid.certain())
                    .made();
        }
        if (fact instanceof Fact.PayOutEnded ended) {
            return line(AuditEvent.PAY_OUT_ENDED)
                    .and(Detail.YEN, ended.paid())
                    .and(Detail.OWED, ended.owed())
                    .and(Detail.CERTAIN, ended.certain())
                    .made();
        }
        if (fact instanceof Fact.Claimed claimed) {
            return line(AuditEvent.CLAIM_OPENED)
                    .and(Detail.OWED, claimed.owed())
                    .and(Detail.CERTAIN, claimed.certain())
                    .made();
        }
        if (fact instanceof Fact.ClaimSlipIntended slip) {
            return line(AuditEvent.CLAIM_SLIP_INTENDED)
                    .and(Detail.OWED, slip.owed())
                    .and(Detail.CERTAIN, slip.certain())
                    .made();
        }
        if (fact instanceof Fact.ClaimSlipEnded slip) {
            return line(AuditEvent.CLAIM_SLIP_ENDED)
                    .and(Detail.RESULT, slip.result())
                    .made();
        }
        if (fact instanceof Fact.HopperCounted counted) {
            return line(AuditEvent.HOPPER_COUNTED)
                    .and(Detail.HOPPER, counted.address())
                    .and(Detail.COUNT, counted.coins())
                    .made();
        }
        return Optional.empty();
    }

    private static Optional<Line> ofStaff(Ledger.Entry entry) {
        Fact fact = entry.fact();
        if (fact instanceof Fact.ClaimSettled settled) {
            return line(AuditEvent.CLAIM_SETTLED)
                    .and(Detail.RESULT, settled.how())
                    .and(Detail.YEN, settled.settled())
                    .and(Detail.REFUNDED, settled.refunded())
                    .and(Detail.REASON, settled.reason())
                    .and(Detail.ACCOUNT, settled.account())
                    .made();
        }
        if (fact instanceof Fact.CashFilled filled) {
            return line(AuditEvent.CASH_FILLED)
                    .and(Detail.BOX, filled.box())
                    .and(Detail.YEN, filled.pieces().yen())
                    .and(Detail.ACCOUNT, filled.account())
                    .made();
        }
        if (fact instanceof Fact.CashEmptied emptied) {
            return line(AuditEvent.CASH_EMPTIED)
                    .and(Detail.BOX, emptied.box())
                    .and(Detail.YEN, emptied.pieces().yen())
                    .and(Detail.EXPECTED, emptied.expected())
                    .and(Detail.ACCOUNT, emptied.account())
                    .made();
        }
        if (fact instanceof Fact.CashCounted counted) {
            return line(AuditEvent.CASH_COUNTED)
                    .and(Detail.BOX, counted.box())
                    .and(Detail.YEN, counted.pieces().yen())
                    .and(Detail.EXPECTED, counted.expected())
                    .and(Detail.ACCOUNT, counted.account())
                    .made();
        }
        if (fact instanceof Fact.DayClosed closed) {
            return line(AuditEvent.DAY_CLOSED)
                    .and(Detail.NUMBER, closed.period().number())
                    .and(Detail.ACCOUNT, closed.account())
                    .made();
        }
        if (fact instanceof Fact.LeftBehind left) {
            return line(AuditEvent.ITEM_LEFT_BEHIND)
                    .and(Detail.NUMBER, entry.number())
                    .and(Detail.ITEM, left.item())
                    .and(Detail.ACCOUNT, left.account())
                    .made();
        }
        if (fact instanceof Fact.HandedOn handed) {
            return line(AuditEvent.ITEM_HANDED_ON)
                    .and(Detail.NUMBER, handed.number())
                    .and(Detail.ITEM, handed.item())
                    .and(Detail.RESULT, handed.to())
                    .and(Detail.ACCOUNT, handed.account())
                    .made();
        }
        return Optional.empty();
    }

    private static Optional<Line> ofPaper(Fact fact) {
        if (fact instanceof Fact.Ordered ordered) {
            return line(AuditEvent.DOCUMENT_ORDERED)
                    .and(Detail.REQUEST, ordered.request())
                    .and(Detail.FEE, ordered.fee())
                    .made();
        }
        if (fact instanceof Fact.PrintIntended intended) {
            return line(AuditEvent.PRINT_INTENDED)
                    .and(Detail.COUNT, intended.sides())
                    .and(Detail.CIPHERTEXT, intended.ciphertext())
                    .made();
        }
        if (fact instanceof Fact.PrintJobCreated created) {
            return line(AuditEvent.PRINT_JOB_CREATED)
                    .and(Detail.JOB, created.jobId())
                    .made();
        }
        if (fact instanceof Fact.PrintEnded ended) {
            return line(AuditEvent.PRINT_ENDED)
                    .and(Detail.RESULT, ended.result())
                    .and(Detail.COUNT, ended.sides())
                    .made();
        }
        if (fact instanceof Fact.Latched latched) {
            return line(AuditEvent.LATCHED).and(Detail.CHECK, latched.check()).made();
        }
        if (fact instanceof Fact.Ended ended) {
            return line(AuditEvent.VISIT_ENDED)
                    .and(Detail.REASON, ended.reason())
                    .and(Detail.CODE, code(ended.reason()))
                    .and(Detail.RESULT, ended.result())
                    .and(Detail.INSERTED, ended.inserted())
                    .and(Detail.KEPT, ended.kept())
                    .and(Detail.RETURNED, ended.returned())
                    .and(Detail.OWED, ended.owed())
                    .made();
        }
        if (fact instanceof Fact.Reported) {
            return line(AuditEvent.REPORT_ACKNOWLEDGED).made();
        }
        if (fact instanceof Fact.ReportRefused refused) {
            return line(AuditEvent.REPORT_REFUSED)
                    .and(Detail.REFUSAL, refused.refusal())
                    .made();
        }
        return Optional.empty();
    }

    /** What the resident read; a visit that the program's own end interrupted has no such screen. */
    private static String code(String reason) {
        return Arrays.stream(EndReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst()
                .map(EndReason::code)
                .orElse("none");
    }

    private static Draft line(AuditEvent event) {
        return new Draft(event);
    }

    private static final class Draft {
        private final AuditEvent event;
        private final Map<String, String> details = new TreeMap<>();

        Draft(AuditEvent event) {
            this.event = event;
        }

        Draft and(Detail detail, Object value) {
            details.put(detail.key(), value.toString());
            return this;
        }

        Optional<Line> made() {
            return Optional.of(new Line(event, details));
        }
    }
}
