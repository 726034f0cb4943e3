package jp.madoguchi.kiosk.ledger;

import java.util.List;
import java.util.Optional;

/**
 * All that one visit is worth to the books, by its facts up to a moment; of two moments the difference is what happened between. Yen,
 * where nothing else is said.
 *
 * @param ended 1, or 0 when it is not over
 * @param delivered 1, or 0 when its document did not come
 * @param copies that were printed or handed over
 * @param held open while it is not over
 * @param claims 1, or 0 when none is open
 * @param claimed open once it is over, as its claim says: somebody can come for it
 */
record VisitAccount(
        int ended,
        int delivered,
        int copies,
        int inserted,
        int kept,
        int returned,
        int owed,
        Settled settled,
        int held,
        int claims,
        int claimed) {
    static VisitAccount of(List<Ledger.Entry> entries) {
        List<Fact> facts = entries.stream().map(Ledger.Entry::fact).toList();
        Balance balance = Balance.of(facts);
        Settled settled = Settled.of(facts);
        boolean printed = PaperKnown.of(facts) == PaperKnown.PRINTED;
        boolean ended = facts.stream().anyMatch(Fact.Ended.class::isInstance);
        boolean over = !Closing.lacksAnEnd(facts);
        Optional<Claim> claim = Claim.of(entries).filter(open -> over);
        return new VisitAccount(
                ended ? 1 : 0,
                ended && printed ? 1 : 0,
                printed || settled.covered() > 0 ? Fact.Ordered.last(facts).copies() : 0,
                balance.inserted(),
                balance.kept(),
                balance.returned(),
                balance.owed(),
                settled,
                over ? 0 : balance.owed() - settled.all(),
                claim.isPresent() ? 1 : 0,
                claim.map(Claim::owed).orElse(0));
    }

    int open() {
        return owed - settled.all();
    }

    int fees() {
        return kept + settled.covered();
    }
}
