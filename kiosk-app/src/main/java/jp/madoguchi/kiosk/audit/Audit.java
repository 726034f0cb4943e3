package jp.madoguchi.kiosk.audit;

import java.util.Map;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * Where everything is told that somebody may have to answer for. Any thread; returns at once, throws nothing, and is never in the
 * way of what it is told of: an entry that cannot be written now is written later, and one that never can be is counted.
 */
@FunctionalInterface
public interface Audit {
    /**
     * It has happened. Entries stand in the order in which they were told.
     *
     * @param visit {@code Ledger.NO_VISIT} when it belongs to none
     * @param details {@link Detail#key()} to a value of its shape, of those that {@code event} has; anything else is withheld
     */
    void tell(AuditEvent event, VisitId visit, Map<String, String> details);
}
