package jp.madoguchi.kiosk.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the last lines of a visit, summed up from its facts. */
public final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    /**
     * What is open and not claimed yet becomes a claim first. A visit that has ended before keeps its reason. Nothing is told of it
     * between what is summed up and its end: a coin there would stand before the end, and in no sum. Throws {@link LedgerUnavailable}.
     */
    public static Fact.Ended close(Ledger ledger, VisitId visit, String reason) {
        synchronized (ledger) {
            return summedUp(ledger, visit, reason);
        }
    }

    private static Fact.Ended summedUp(Ledger ledger, VisitId visit, String reason) {
        List<Fact> facts = ledger.facts(visit);
        Balance balance = Balance.of(facts);
        Fact.Claimed claim = new Fact.Claimed(balance.owed(), balance.certain());
        boolean open = balance.open() || PaperKnown.of(facts) == PaperKnown.UNKNOWN;
        if (open && !last(facts, Fact.Claimed.class).equals(Optional.of(claim))) {
            ledger.record(visit, claim);
            LOG.warn("visit {}: claim {}: {}", visit, visit.claimNumber(), claim);
        }
        Fact.Ended ended = new Fact.Ended(
                last(facts, Fact.Ended.class).map(Fact.Ended::reason).orElse(reason),
                request(facts),
                result(facts),
                balance.inserted(),
                balance.kept(),
                balance.returned(),
                balance.owed());
        ledger.record(visit, ended);
        return ended;
    }

    /**
     * Closes a visit anew whose money was told after its end; nothing when that is done. The center is not told again of what it has
     * acknowledged: the claim is between the store and the resident. Throws {@link LedgerUnavailable}.
     */
    public static void closeAnew(Ledger ledger, VisitId visit) {
        if (lacksAnEnd(ledger.facts(visit))) {
            Fact.Ended ended = close(ledger, visit, "INTERRUPTED");
            LOG.warn("visit {} was closed anew: {}", visit, ended);
        }
    }

    /** Never ended, or money was told after its end. */
    static boolean lacksAnEnd(List<Fact> facts) {
        boolean lacks = true;
        for (Fact fact : facts) {
            if (fact instanceof Fact.Ended) {
                lacks = false;
            } else if (fact instanceof Fact.CoinInserted
                    || fact instanceof Fact.CashBroken
                    || fact instanceof Fact.PayOutIntended
                    || fact instanceof Fact.HopperPaid
                    || fact instanceof Fact.PayOutEnded) {
                lacks = true;
            }
        }
        return lacks;
    }

    private static <F extends Fact> Optional<F> last(List<Fact> facts, Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).reduce((one, next) -> next);
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
