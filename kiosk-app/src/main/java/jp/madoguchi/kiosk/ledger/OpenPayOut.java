package jp.madoguchi.kiosk.ledger;

import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * What a hopper was asked for and has not answered, because the program stopped in its midst.
 *
 * @param paidBefore yen that other hoppers are certain to have given in the same pay-out
 * @param intended what was asked, and the hopper's lifetime count before
 */
public record OpenPayOut(VisitId visit, int paidBefore, Fact.PayOutIntended intended) {
    /** Empty when no pay-out was intended, or when its end is recorded. */
    static Optional<OpenPayOut> of(VisitId visit, List<Fact> facts) {
        int paid = 0;
        for (Fact fact : facts) {
            if (fact instanceof Fact.HopperPaid hopper) {
                paid += hopper.yen();
            } else if (fact instanceof Fact.PayOutEnded) {
                paid = 0;
            }
        }
        int paidBefore = paid;
        return in(facts).map(intended -> new OpenPayOut(visit, paidBefore, intended));
    }

    static Optional<Fact.PayOutIntended> in(List<Fact> facts) {
        Optional<Fact.PayOutIntended> open = Optional.empty();
        for (Fact fact : facts) {
            if (fact instanceof Fact.PayOutIntended intended) {
                open = Optional.of(intended);
            } else if (fact instanceof Fact.HopperPaid || fact instanceof Fact.PayOutEnded) {
                open = Optional.empty();
            }
        }
        return open;
    }
}
