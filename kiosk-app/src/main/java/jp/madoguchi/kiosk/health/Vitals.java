package jp.madoguchi.kiosk.health;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Part;

/** What the hands tell that the visit need not know: each device's own words, what is owed, how visits ended, what the center has of the audit log. Any thread; never blocks. */
public final class Vitals {
    private final Map<Part, Set<DeviceFailure>> failures = new EnumMap<>(Part.class);
    private final Map<EndReason, Long> ends = new EnumMap<>(EndReason.class);
    private Owed owed = Owed.NOTHING;
    private AuditState.Handed handed = AuditState.Handed.NOTHING;

    /** All that this part's device reports now; what it reported before is over. */
    public synchronized void told(Part part, Set<? extends DeviceFailure> now) {
        failures.put(part, Set.copyOf(now));
    }

    public synchronized void owed(Owed now) {
        owed = now;
    }

    /** How far the audit log's checkpoints have come. */
    public synchronized void checkpoints(AuditState.Handed now) {
        handed = now;
    }

    /** What was last told of that. */
    public synchronized AuditState.Handed checkpoints() {
        return handed;
    }

    /** A visit is over. */
    public synchronized void ended(EndReason reason) {
        ends.merge(reason, 1L, Long::sum);
    }

    synchronized Set<DeviceFailure> failures(Part part) {
        return failures.getOrDefault(part, Set.of());
    }

    synchronized Owed owed() {
        return owed;
    }

    /** How many visits ended so since the program started. */
    synchronized long ends(EndReason reason) {
        return ends.getOrDefault(reason, 0L);
    }
}
