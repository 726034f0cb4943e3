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

    /** A problem document. */
    record Refused(int status, Reason reason) implements Answer {
        Refused(Reason reason) {
            this(reason.status(), reason);
        }
    }
}
