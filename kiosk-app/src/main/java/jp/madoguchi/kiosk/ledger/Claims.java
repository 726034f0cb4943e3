package jp.madoguchi.kiosk.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.VisitId;

/** What is open between the kiosk and residents, and how people settle it: once, and never more than is owed. Any thread. */
public final class Claims {
    private final Ledger ledger;

    public Claims(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Oldest first. Throws {@link LedgerUnavailable}. */
    public List<Claim> open() {
        List<Claim> open = new ArrayList<>();
        ledger.claimed().forEach(entries -> Claim.of(entries).ifPresent(open::add));
        return List.copyOf(open);
    }

    /** What may become a claim once a device has answered; {@code now} is under way. Throws {@link LedgerUnavailable}. */
    public List<Awaited> awaited(VisitId now) {
        return Awaited.all(ledger, now);
    }

    /** What is open of one visit. Throws {@link LedgerUnavailable}. */
    public Optional<Claim> of(VisitId visit) {
        return Claim.of(ledger.entries(visit));
    }

    /** Its settlements, oldest first. Throws {@link LedgerUnavailable}. */
    public List<Ledger.Entry> settlements(VisitId visit) {
        return ledger.entries(visit).stream()
                .filter(entry -> entry.fact() instanceof Fact.ClaimSettled)
                .toList();
    }

    /** Whose claim was settled last. Throws {@link LedgerUnavailable}. */
    public Optional<VisitId> lastSettled() {
        return ledger.entries(Fact.ClaimSettled.class).stream()
                .map(Ledger.Entry::visit)
                .reduce((one, next) -> next);
    }

    /**
     * Durable before anybody hands out anything. Two clerks, or one who touches twice, settle a claim once. What comes in later
     * opens the difference alone. Throws {@link LedgerUnavailable}: then nothing is settled.
     */
    @CheckReturnValue
    public SettleOutcome settle(VisitId visit, Decision decision) {
        synchronized (ledger) {
            SettleOutcome outcome = decide(of(visit), decision);
            if (outcome instanceof SettleOutcome.Done done) {
                ledger.record(visit, done.settled());
            }
            return outcome;
        }
    }

    /** @param open what is open at this moment */
    static SettleOutcome decide(Optional<Claim> open, Decision decision) {
        if (open.isEmpty()) {
            return new SettleOutcome.NothingOpen();
        }
        Claim claim = open.get();
        if (!claim.over()) {
            return new SettleOutcome.NotOver(claim);
        }
        if (claim.owed() != decision.seen()) {
            return new SettleOutcome.Changed(claim);
        }
        if (!allowed(claim, decision)) {
            return new SettleOutcome.NotAllowed(claim);
        }
        return new SettleOutcome.Done(new Fact.ClaimSettled(
                decision.how(),
                claim.owed(),
                decision.refunded(),
                covered(claim, decision),
                decision.reason(),
                decision.ticket(),
                decision.account()));
    }

    /** Where a hopper's part is unknown people have counted, and less may be owed than the kiosk feared. */
    private static boolean allowed(Claim claim, Decision decision) {
        if (!claim.ways().contains(decision.how())) {
            return false;
        }
        int rest = claim.owed() - covered(claim, decision);
        return switch (decision.how()) {
            case REFUNDED, PAPER_HANDED_OVER ->
                decision.refunded() == rest || (!claim.certain() && decision.refunded() < rest);
            case VOID -> decision.refunded() == 0;
        };
    }

    private static int covered(Claim claim, Decision decision) {
        return switch (decision.how()) {
            case PAPER_HANDED_OVER -> claim.fee();
            case REFUNDED, VOID -> 0;
        };
    }
}
