package jp.madoguchi.simulators.center;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of center-api.yaml, named by their {@code operationId}. */
public enum Operation {
    STATUS("GET", "/v1/status"),
    CERTIFICATE_STATUS("POST", "/v1/certificate-status"),
    OPEN_VISIT("PUT", "/v1/visits/([^/]*)"),
    AUTHENTICATE("POST", "/v1/visits/([^/]*)/authentication"),
    CATALOGUE("GET", "/v1/visits/([^/]*)/catalogue"),
    REQUEST_DOCUMENT("PUT", "/v1/visits/([^/]*)/documents/([^/]*)"),
    FILE_REGISTRATION("PUT", "/v1/visits/([^/]*)/registrations/([^/]*)"),
    REGISTRATIONS("GET", "/v1/visits/([^/]*)/registrations"),
    REPORT_OUTCOME("PUT", "/v1/visits/([^/]*)/outcome"),
    KEEP_CHECKPOINT("PUT", "/v1/audit-checkpoints/([^/]*)");

    private final String method;
    private final Pattern path;

    Operation(String method, String path) {
        this.method = method;
        this.path = Pattern.compile(path);
    }

    /** The operation that a path of the server names. */
    public static Optional<Operation> at(String path) {
        for (Operation operation : values()) {
            if (operation.path.matcher(path).matches()) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    String method() {
        return method;
    }

    /** Whether a JSON body comes with the call. */
    boolean hasBody() {
        return switch (this) {
            case CERTIFICATE_STATUS,
                    AUTHENTICATE,
                    REQUEST_DOCUMENT,
                    FILE_REGISTRATION,
                    REPORT_OUTCOME,
                    KEEP_CHECKPOINT -> true;
            case STATUS, OPEN_VISIT, CATALOGUE, REGISTRATIONS -> false;
        };
    }

    /** The n-th id in a path of this operation, counted from 1. */
    public String id(String pathOfThis, int n) {
        Matcher matcher = path.matcher(pathOfThis);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a path of " + this);
        }
        return matcher.group(n);
    }

    /** As in the log, e.g. {@code open-visit}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
