package jp.madoguchi.kiosk.health;

import java.time.Instant;
import java.util.Optional;

/**
 * How the audit log is.
 *
 * @param written whether the last attempt to write succeeded; if not, entries wait in memory
 * @param entry number of the youngest that is on the disk; 0 while there is none
 * @param handed how far its checkpoints have come
 */
public record AuditState(boolean written, long entry, Handed handed) {
    /**
     * What the center has of it.
     *
     * @param unsent checkpoints that this run has made and the center has not answered yet
     * @param acknowledged when it took one last, in this run
     */
    public record Handed(int unsent, Optional<Instant> acknowledged) {
        public static final Handed NOTHING = new Handed(0, Optional.empty());
    }
}
