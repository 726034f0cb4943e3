package jp.madoguchi.kiosk.staff;

import java.util.HashMap;
import java.util.Map;
import jp.madoguchi.kiosk.audit.Audit;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;

/** Tells the audit log what was done, and by whom. Any thread. */
public final class Deeds {
    /** What the operator asks for through the control socket stands under this name. */
    public static final String OPERATOR = "operator";

    private final Audit audit;

    public Deeds(Audit audit) {
        this.audit = audit;
    }

    /** Nobody knows by whom. */
    public void tell(AuditEvent event) {
        audit.tell(event, Ledger.NO_VISIT, Map.of());
    }

    /** @param by the account */
    public void tell(AuditEvent event, String by) {
        audit.tell(event, Ledger.NO_VISIT, Map.of(Detail.ACCOUNT.key(), by));
    }

    /** @param by the account */
    public void tell(AuditEvent event, String by, Detail detail, String value) {
        tell(event, by, Map.of(detail, value));
    }

    /** @param by the account */
    public void tell(AuditEvent event, String by, Map<Detail, String> more) {
        tell(event, Ledger.NO_VISIT, by, more);
    }

    /** @param by the account */
    public void tell(AuditEvent event, VisitId visit, String by, Map<Detail, String> more) {
        Map<String, String> details = new HashMap<>();
        details.put(Detail.ACCOUNT.key(), by);
        more.forEach((detail, value) -> details.put(detail.key(), value));
        audit.tell(event, visit, details);
    }
}
