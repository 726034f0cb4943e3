package jp.madoguchi.kiosk.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.ledger.Awaited;
import jp.madoguchi.kiosk.ledger.Claim;
import jp.madoguchi.kiosk.ledger.Claims;
import jp.madoguchi.kiosk.ledger.Decision;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.ledger.SettleOutcome;
import jp.madoguchi.kiosk.paper.SettlementReceipt;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * A clerk puts right what the kiosk left open. First the ledger has it, then money is handed out, and a receipt lies in the drawer.
 * What is open is read by whoever has the ledger: this throws {@link LedgerUnavailable} where nothing else is said. Any thread.
 */
public final class ClaimDesk {
    private final Claims claims;
    private final Place place;
    private final Originals papers;
    private final Clock clock;

    public ClaimDesk(Claims claims, Place place, DeskPrinter printer, Clock clock) {
        this.claims = claims;
        this.place = place;
        this.papers = new Originals(printer);
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Claim> open() {
        return claims.open();
    }

    /** What may become a claim once a device has answered, oldest first; {@code now} is under way. */
    public List<Awaited> awaited(VisitId now) {
        return claims.awaited(now);
    }

    /** Empty when nothing of it is open. */
    public Optional<Claim> of(VisitId visit) {
        return claims.of(visit);
    }

    /** Throws nothing that the world can cause. The receipt is printed by {@link #printReceipt}, as often as it takes. */
    @CheckReturnValue
    public SettleOutcome settle(VisitId visit, Decision decision) {
        try {
            SettleOutcome outcome = claims.settle(visit, decision);
            if (outcome instanceof SettleOutcome.Done) {
                papers.due(visit.hex());
            }
            return outcome;
        } catch (LedgerUnavailable refused) {
            return new SettleOutcome.NotRecorded();
        }
    }

    /** Of the last settlement; of none nothing is printed. */
    public CompletableFuture<PrintOutcome> printReceipt(VisitId visit) {
        return last(visit)
                .map(entry -> papers.print(visit.hex(), "C-" + entry.number() + "-" + clock.millis(), receipt(entry)))
                .orElse(CompletableFuture.completedFuture(
                        new PrintOutcome.NotPrinted(Set.of(), "nothing was settled")));
    }

    /** Whose claim was settled last, by whatever run of the program: its receipt can be had again. */
    public Optional<VisitId> lastSettled() {
        return claims.lastSettled();
    }

    private Optional<Ledger.Entry> last(VisitId visit) {
        return claims.settlements(visit).stream().reduce((one, next) -> next);
    }

    private SettlementReceipt receipt(Ledger.Entry entry) {
        return new SettlementReceipt(
                entry.visit().claimNumber(), entry.at(), place.kiosk(), place.store(), (Fact.ClaimSettled)
                        entry.fact());
    }
}
