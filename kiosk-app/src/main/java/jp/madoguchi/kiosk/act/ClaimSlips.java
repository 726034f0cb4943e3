package jp.madoguchi.kiosk.act;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.flow.OpenClaim;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.paper.ClaimSlip;
import jp.madoguchi.kiosk.paper.PaperFont;
import jp.madoguchi.kiosk.terms.Japan;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints the slip of a claim: one for each visit, and none of which the ledger does not know. On the printer's thread. */
final class ClaimSlips {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimSlips.class);

    private final Desk desk;
    private final Terminal terminal;
    private final SlipPrinter printer;
    private final PaperFont font;
    private final boolean sample;

    ClaimSlips(Desk desk, Terminal terminal, SlipPrinter printer, PaperFont font, boolean sample) {
        this.desk = desk;
        this.terminal = terminal;
        this.printer = printer;
        this.font = font;
        this.sample = sample;
    }

    /** What came of it; that is {@code NotPrinted} when nothing was sent, since one was before or it could not be recorded. */
    PrintOutcome print(VisitId visit, OpenClaim claim) {
        byte[] pdf;
        try {
            pdf = slip(visit, claim).compose(font, sample);
        } catch (IOException | RuntimeException failure) {
            LOG.error("visit {}: the slip of its claim could not be composed", visit, failure);
            return new PrintOutcome.NotPrinted(Set.of(), "defect");
        }
        PrintOutcome outcome;
        try {
            if (begun(visit)) {
                return new PrintOutcome.NotPrinted(Set.of(), "there was one");
            }
            desk.unwritten()
                    .writeNow(visit, new Fact.ClaimSlipIntended(claim.owed().amount(), claim.certain()));
            outcome = printer.print("C-" + visit.hex(), pdf);
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: the slip of its claim could not be recorded and was not printed", visit, failure);
            return new PrintOutcome.NotPrinted(Set.of(), "not recorded");
        } catch (IOException | RuntimeException failure) {
            LOG.error("visit {}: the slip of its claim failed", visit, failure);
            outcome = new PrintOutcome.Unknown(-1, Set.of(), "defect");
        }
        LOG.info("visit {}: the slip of claim {}: {}", visit, visit.claimNumber(), outcome);
        ended(visit, outcome);
        return outcome;
    }

    private boolean begun(VisitId visit) {
        List<Fact> facts = desk.ledger().facts(visit);
        return facts.stream().anyMatch(Fact.ClaimSlipIntended.class::isInstance);
    }

    private void ended(VisitId visit, PrintOutcome outcome) {
        desk.unwritten().add(visit, new Fact.ClaimSlipEnded(PrintHand.result(outcome)));
        try {
            desk.unwritten().write();
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: what became of the slip of its claim is not recorded yet", visit, failure);
        }
    }

    private ClaimSlip slip(VisitId visit, OpenClaim claim) {
        return new ClaimSlip(
                visit.claimNumber(),
                desk.clock().instant().atZone(Japan.TIME),
                terminal.kiosk(),
                terminal.store(),
                terminal.contact(),
                claim.owed().amount(),
                claim.doubtful().amount(),
                claim.uncounted(),
                claim.paper());
    }
}
