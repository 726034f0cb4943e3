package jp.madoguchi.kiosk.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;

/** Remembers what it is told, in the order, and demands that all of it may stand in the log. Any thread. */
public final class Heard implements Audit {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void tell(AuditEvent event, VisitId visit, Map<String, String> details) {
        details.forEach((key, value) -> {
            Detail detail = Detail.ofKey(key).orElseThrow(() -> new AssertionError(key));
            if (!event.details().contains(detail) || !detail.fits(value)) {
                throw new AssertionError(event + " may not say " + key + "=" + value);
            }
        });
        lines.add(event + (visit.equals(Ledger.NO_VISIT) ? "" : " of " + visit) + " " + new TreeMap<>(details));
    }

    /** Each as {@code EVENT of VISIT {key=value}}. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
