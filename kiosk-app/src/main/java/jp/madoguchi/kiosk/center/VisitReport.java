package jp.madoguchi.kiosk.center;

import java.util.Optional;
import jp.madoguchi.kiosk.terms.RequestId;

/**
 * How a visit ended, for the center: ids and amounts in yen only.
 *
 * @param request empty when no document was asked for
 * @param inserted = kept + returned + owed
 */
public record VisitReport(Optional<RequestId> request, Result result, int inserted, int kept, int returned, int owed) {
    /** Throws when the amounts do not add up or one is negative. */
    public VisitReport {
        if (kept < 0 || returned < 0 || owed < 0 || inserted != (long) kept + returned + owed) {
            throw new IllegalArgumentException("inserted is kept + returned + owed, none of them negative");
        }
    }

    /** What became of the paper. */
    public enum Result {
        PRINTED,
        NOT_PRINTED,
        UNKNOWN,
        NOT_ISSUED
    }

    /** The center has it in its books. */
    public enum Receipt {
        RECORDED
    }
}
