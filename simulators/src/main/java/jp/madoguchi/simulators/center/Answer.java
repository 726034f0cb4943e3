package jp.madoguchi.simulators.center;

import java.util.Map;

/** What the center says to one call. */
sealed interface Answer {
    /** 200 with a JSON object. */
    record Given(Map<String, Object> body) implements Answer {}

    /** 204. */
    record Recorded() implements Answer {}

    /** 202: ask again after so many seconds. */
    record Later(int seconds) implements Answer {}

    /**
     * A problem document.
     *
     * @param details further members, such as when the office opens
     */
    record Refused(int status, Reason reason, Map<String, Object> details) implements Answer {
        Refused(Reason reason, Map<String, Object> details) {
            this(reason.status(), reason, details);
        }

        Refused(int status, Reason reason) {
            this(status, reason, Map.of());
        }

        Refused(Reason reason) {
            this(reason.status(), reason);
        }
    }
}
