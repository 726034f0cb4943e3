package jp.madoguchi.kiosk.ledger;

import java.util.List;
import java.util.Locale;
import jp.madoguchi.kiosk.terms.VisitId;

/** Writes the last line of a visit, summed up from its facts. */
public final class Closing {
    private Closing() {}

    /** Throws {@link LedgerUnavailable}. */
    public static Fact.Ended close(Ledger ledger, VisitId visit, String reason) {
        List<Fact> facts = ledger.facts(visit);
        Balance balance = Balance.of(facts);
        Fact.Ended ended = new Fact.Ended(
                reason,
                request(facts),
                result(facts),
                balance.inserted(),
                balance.kept(),
                balance.returned(),
                balance.owed());
        ledger.record(visit, ended);
        return ended;
    }

    /** Empty when no document was asked for. */
    private static String request(List<Fact> facts) {
        return facts.stream()
                .filter(Fact.Ordered.class::isInstance)
                .map(fact -> ((Fact.Ordered) fact).request())
                .findFirst()
                .orElse("");
    }

    /** As the center's protocol names it. A job that was begun and never answered is unknown. */
    private static String result(List<Fact> facts) {
        String result = "not-issued";
        for (Fact fact : facts) {
            if (fact instanceof Fact.PrintIntended) {
                result = "unknown";
            } else if (fact instanceof Fact.PrintEnded ended) {
                result = ended.result().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
        return result;
    }
}
