package jp.madoguchi.simulators.center.status;

import java.util.Map;

/** RFC 5280 section 5.3.1. */
final class RevocationReasons {
    static final int UNSPECIFIED = 0;

    private static final Map<String, Integer> CODES = Map.of(
            "unspecified", UNSPECIFIED,
            "keyCompromise", 1,
            "cACompromise", 2,
            "affiliationChanged", 3,
            "superseded", 4,
            "cessationOfOperation", 5,
            "certificateHold", 6,
            "privilegeWithdrawn", 9);

    private RevocationReasons() {}

    /** -1 when there is no such reason. */
    static int code(String name) {
        return CODES.getOrDefault(name, -1);
    }

    static String name(int code) {
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue() == code)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("unspecified");
    }
}
