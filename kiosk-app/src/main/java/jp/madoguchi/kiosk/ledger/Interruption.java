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

    /** What only a device can say of the visits that are left open. */
    public record Open(List<OpenPrint> prints, List<OpenPayOut> payOuts) {
        public Open {
            prints = List.copyOf(prints);
            payOuts = List.copyOf(payOuts);
        }
    }

    /**
     * At start, before the first visit. Throws {@link LedgerUnavailable}.
     *
     * @return what printer and hoppers are to be asked: each visit is to be {@linkplain #close closed} once the answer is recorded
     */
    public static Open settle(Ledger ledger) {
        List<OpenPrint> prints = new ArrayList<>();
        List<OpenPayOut> payOuts = new ArrayList<>();
        ledger.interrupted().forEach((visit, facts) -> {
            OpenPrint.of(visit, facts).ifPresent(prints::add);
            OpenPayOut.of(visit, facts).ifPresent(payOuts::add);
            close(ledger, visit);
        });
        return new Open(prints, payOuts);
    }

    /**
     * Makes a claim of what the facts leave open, and ends the visit; nothing while a device is still to be asked. Once for each
     * visit, also when it is called again or by two threads. Throws {@link LedgerUnavailable}.
     */
    public static void close(Ledger ledger, VisitId visit) {
        synchronized (ledger) {
            if (!ledger.payer().equals(Optional.of(visit))) {
                closeUnheard(ledger, visit);
            }
        }
    }

    /** As {@link #close}, and nobody waits any longer for what the slots may still tell. */
    public static void closeUnheard(Ledger ledger, VisitId visit) {
        synchronized (ledger) {
            List<Fact> facts = ledger.facts(visit);
            boolean asked = OpenPrint.of(visit, facts).isEmpty()
                    && OpenPayOut.of(visit, facts).isEmpty();
            if (asked && Closing.lacksAnEnd(facts)) {
                closeNow(ledger, visit, facts);
            }
        }
    }

    private static void closeNow(Ledger ledger, VisitId visit, List<Fact> facts) {
        noteInEscrow(facts)
                .ifPresent(note -> LOG.warn(
                        "visit {} was interrupted with a note of {} yen in escrow: it is told when it is stacked, or given back",
                        visit,
                        note.yen()));
        Fact.Ended ended = Closing.close(ledger, visit, "INTERRUPTED");
        LOG.info("visit {} was interrupted and is closed as {}", visit, ended.result());
    }

    /** Held, and nothing said of it since. */
    public static Optional<Fact.NoteHeld> noteInEscrow(List<Fact> facts) {
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
