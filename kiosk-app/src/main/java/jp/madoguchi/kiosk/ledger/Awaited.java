package jp.madoguchi.kiosk.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * A visit in whose midst the program stopped, and of which a device has not said yet what became of it: until then nobody knows what
 * is owed, and there is no claim to settle.
 *
 * @param since when the last was told of it
 * @param of who has to answer
 */
public record Awaited(VisitId visit, Instant since, Device of) {
    /** Who can say it. */
    public enum Device {
        /** Which sheets came out. */
        PRINTER,
        /** What a hopper paid, or what came in through slots that are not known to be shut. */
        CASH
    }

    /** What a resident reads out. */
    public String number() {
        return visit.claimNumber();
    }

    /**
     * Oldest first. Throws {@link LedgerUnavailable}.
     *
     * @param now the visit that is under way, and has no end for that reason
     */
    public static List<Awaited> all(Ledger ledger, VisitId now) {
        synchronized (ledger) {
            List<Awaited> all = new ArrayList<>();
            ledger.interrupted().forEach((visit, facts) -> {
                Optional<Device> device = visit.equals(now) ? Optional.empty() : device(ledger, visit, facts);
                device.ifPresent(one -> all.add(new Awaited(visit, since(ledger, visit), one)));
            });
            return List.copyOf(all);
        }
    }

    private static Optional<Device> device(Ledger ledger, VisitId visit, List<Fact> facts) {
        if (OpenPrint.of(visit, facts).isPresent()) {
            return Optional.of(Device.PRINTER);
        }
        boolean cash = OpenPayOut.of(visit, facts).isPresent() || ledger.payer().equals(Optional.of(visit));
        return cash ? Optional.of(Device.CASH) : Optional.empty();
    }

    private static Instant since(Ledger ledger, VisitId visit) {
        List<Ledger.Entry> entries = ledger.entries(visit);
        return entries.get(entries.size() - 1).at();
    }
}
