package jp.madoguchi.kiosk.ledger;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Settlement;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * What is open between a kiosk and one resident.
 *
 * @param at when it was first told
 * @param owed yen that are open; nothing may be, and a doubt, or paper that may have come, alone be the claim
 * @param fee of these, yen that are owed only if the document did not come
 * @param paper what is known of the document
 * @param doubts what people have to look at before they settle it
 * @param over whether the visit is over, and every device has been asked: before that it cannot be settled
 */
public record Claim(VisitId visit, Instant at, int owed, int fee, PaperKnown paper, Set<Doubt> doubts, boolean over) {
    public Claim {
        doubts = Set.copyOf(doubts);
    }

    /** What a resident reads out. */
    public String number() {
        return visit.claimNumber();
    }

    /** Whether {@code owed} is the whole truth. A document that nobody has seen is not doubted money. */
    public boolean certain() {
        return !doubts.contains(Doubt.COINS_PAID) && !doubts.contains(Doubt.MONEY_IN);
    }

    /** How it may be settled. No document is handed over that cannot have come; one that cost nothing may have. */
    public Set<Settlement> ways() {
        boolean mayHaveCome = fee > 0 || (owed == 0 && paper == PaperKnown.UNKNOWN);
        return mayHaveCome
                ? EnumSet.allOf(Settlement.class)
                : EnumSet.complementOf(EnumSet.of(Settlement.PAPER_HANDED_OVER));
    }

    /** Of the facts of one visit, oldest first; empty when nothing is open. */
    static Optional<Claim> of(List<Ledger.Entry> entries) {
        List<Fact> facts = entries.stream().map(Ledger.Entry::fact).toList();
        Optional<Ledger.Entry> first = entries.stream()
                .filter(entry -> entry.fact() instanceof Fact.Claimed)
                .findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Settled settled = Settled.of(facts);
        int owed = Math.max(0, Balance.of(facts).owed() - settled.all());
        PaperKnown paper = PaperKnown.of(facts);
        boolean mayHaveCome = paper == PaperKnown.UNKNOWN && settled.times() == 0;
        Claim claim = new Claim(
                first.get().visit(),
                first.get().at(),
                owed,
                mayHaveCome ? Math.min(owed, Fact.Ordered.last(facts).fee()) : 0,
                paper,
                Doubt.in(facts),
                !Closing.lacksAnEnd(facts));
        return owed > 0 || !claim.certain() || mayHaveCome ? Optional.of(claim) : Optional.empty();
    }
}
