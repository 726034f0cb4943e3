package jp.madoguchi.kiosk.ledger;

import java.util.ArrayList;
import java.util.List;
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
        List<Fact> facts = ledger.facts(visit);
        int owed = Balance.of(facts).owed();
        if (owed > 0) {
            ledger.record(visit, new Fact.Claimed(owed));
            LOG.warn("visit {} was interrupted: {} yen are owed", visit, owed);
        }
        noteInEscrow(facts)
                .ifPresent(note -> LOG.warn(
                        "visit {} was interrupted with a note of {} yen in escrow: it is told when it is stacked, or given back",
                        visit,
                        note.yen()));
        Fact.Ended ended = Closing.close(ledger, visit, "INTERRUPTED");
        LOG.info("visit {} was interrupted and is closed as {}", visit, ended.result());
    }

    /** Held, and nothing said of it since. */
    private static Optional<Fact.NoteHeld> noteInEscrow(List<Fact> facts) {
        Optional<Fact.NoteHeld> held = Optional.empty();
        for (Fact fact : facts) {
            if (fact instanceof Fact.NoteHeld note) {
                held = Optional.of(note);
            } else if (fact instanceof Fact.CoinInserted inserted
                    && inserted.device().equals("BILL")) {
                held = Optional.empty();
            }
        }
        return held;
    }
}
