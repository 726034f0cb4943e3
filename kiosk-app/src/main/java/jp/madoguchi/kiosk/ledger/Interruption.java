package jp.madoguchi.kiosk.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the visits in whose midst the program stopped. No money is paid into an empty room and nothing is printed again:
 * whatever is open becomes a claim.
 */
public final class Interruption {
    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

    private Interruption() {}

    /** At start, before the first visit. Throws {@link LedgerUnavailable}. */
    public static void settle(Ledger ledger) {
        ledger.interrupted().forEach((visit, facts) -> settle(ledger, visit, facts));
    }

    private static void settle(Ledger ledger, VisitId visit, List<Fact> facts) {
        Balance balance = Balance.of(facts);
        if (balance.owed() > 0) {
            ledger.record(visit, new Fact.Claimed(balance.owed()));
            LOG.warn("visit {} was interrupted: {} yen are owed", visit, balance.owed());
        }
        String request = ordered(facts).map(Fact.Ordered::request).orElse("");
        ledger.record(
                visit,
                new Fact.Ended(
                        "INTERRUPTED",
                        request,
                        result(facts),
                        balance.inserted(),
                        balance.kept(),
                        balance.returned(),
                        balance.owed()));
    }

    private static Optional<Fact.Ordered> ordered(List<Fact> facts) {
        return facts.stream()
                .filter(Fact.Ordered.class::isInstance)
                .map(Fact.Ordered.class::cast)
                .findFirst();
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
