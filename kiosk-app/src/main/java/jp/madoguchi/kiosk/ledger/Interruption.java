package jp.madoguchi.kiosk.ledger;

import java.util.List;
import java.util.Optional;
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
        ledger.interrupted().forEach((visit, facts) -> {
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
        });
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
