package jp.madoguchi.kiosk.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * A print job of which nobody knows yet what came out, because the program stopped in its midst.
 *
 * @param job its name
 * @param jobId the printer's, when it was recorded
 * @param sides asked for
 */
public record OpenPrint(VisitId visit, String job, OptionalInt jobId, int sides) {
    /** Empty when no job was intended, or when its end is recorded. */
    static Optional<OpenPrint> of(VisitId visit, List<Fact> facts) {
        Optional<OpenPrint> open = Optional.empty();
        for (Fact fact : facts) {
            if (fact instanceof Fact.PrintIntended intended) {
                open = Optional.of(new OpenPrint(visit, intended.job(), OptionalInt.empty(), intended.sides()));
            } else if (fact instanceof Fact.PrintJobCreated created) {
                open = open.map(job -> new OpenPrint(visit, job.job(), OptionalInt.of(created.jobId()), job.sides()));
            } else if (fact instanceof Fact.PrintEnded) {
                open = Optional.empty();
            }
        }
        return open;
    }
}
