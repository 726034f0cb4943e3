package jp.madoguchi.simulators.printer;

import com.hp.jipp.model.JobState;

/** Where a job is in its life (RFC 8011, 5.3.7: job-state). */
public enum JobPhase {
    /** Waits for its document or its turn. */
    PENDING(3),
    PROCESSING(5),
    /** Begun, and the printer waits for a person. */
    STOPPED(6),
    CANCELED(7),
    ABORTED(8),
    COMPLETED(9);

    private final int code;

    JobPhase(int code) {
        this.code = code;
    }

    JobState wire() {
        return JobState.Companion.get(code);
    }

    /** Terminal: nothing more will come out. */
    public boolean ended() {
        return this == CANCELED || this == ABORTED || this == COMPLETED;
    }
}
