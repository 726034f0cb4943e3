package jp.madoguchi.kiosk.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was told and has no place in the chain yet. */
record Told(Instant at, AuditEvent event, String visit, Map<String, String> details) {
    /** Stands for a value that may not. */
    static final String WITHHELD = "withheld";

    private static final Logger LOG = LoggerFactory.getLogger(Told.class);

    static Told of(Instant at, AuditEvent event, VisitId visit, Map<String, String> details) {
        Map<String, String> screened = new TreeMap<>();
        details.forEach((key, value) -> Detail.ofKey(key)
                .filter(event.details()::contains)
                .ifPresentOrElse(
                        detail -> screened.put(key, detail.fits(value) ? value : withheld(event, key)),
                        () -> withheld(event, key)));
        return new Told(at, event, visit.equals(Ledger.NO_VISIT) ? Entry.NO_VISIT : visit.hex(), screened);
    }

    /** The value is not said here either. */
    private static String withheld(AuditEvent event, String key) {
        LOG.error("{} was told with a {} that may not stand in the audit log", event, key);
        return WITHHELD;
    }

    Entry after(long sequence, Sha256 hash) {
        return new Entry(sequence + 1, at, event.name(), visit, details, hash);
    }
}
