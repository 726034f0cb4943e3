package jp.madoguchi.kiosk.ledger;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * At start, before the first visit. Throws {@link LedgerUnavailable}.
     *
     * @return the visits left open, because only the printer can say what came of them: each is to be {@linkplain #close
     *     closed} once its print job's end is recorded
     */
    public static List<OpenPrint> settle(Ledger ledger) {
        List<OpenPrint> open = new ArrayList<>();
        ledger.interrupted()
                .forEach((visit, facts) ->
                        OpenPrint.of(visit, facts).ifPresentOrElse(open::add, () -> close(ledger, visit)));
        return open;
    }

    /** Makes a claim of what the facts leave open, and ends the visit. Throws {@link LedgerUnavailable}. */
    public static void close(Ledger ledger, VisitId visit) {
        int owed = Balance.of(ledger.facts(visit)).owed();
        if (owed > 0) {
            ledger.record(visit, new Fact.Claimed(owed));
            LOG.warn("visit {} was interrupted: {} yen are owed", visit, owed);
        }
        Fact.Ended ended = Closing.close(ledger, visit, "INTERRUPTED");
        LOG.info("visit {} was interrupted and is closed as {}", visit, ended.result());
    }
}
