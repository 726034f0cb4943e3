package jp.madoguchi.simulators.center;

import java.util.Locale;

/** Why the center refuses, and the HTTP status that goes with it (center-api.yaml, {@code Problem.reason}). */
public enum Reason {
    MALFORMED(400),
    UNKNOWN_VISIT(404),
    VISIT_AUTHENTICATED(409),
    NOT_AUTHENTICATED(403),
    WRONG_KIOSK(403),
    WRONG_CENTER(403),
    WRONG_VISIT(403),
    WRONG_NONCE(403),
    NONCE_EXPIRED(403),
    CLOCK_SKEW(403),
    WRONG_KEY(403),
    WRONG_CERTIFICATE(403),
    BAD_SIGNATURE(403),
    CERTIFICATE_UNKNOWN_ISSUER(403),
    CERTIFICATE_EXPIRED(403),
    CERTIFICATE_NOT_YET_VALID(403),
    CERTIFICATE_UNSUITABLE(403),
    CERTIFICATE_REVOKED(403),
    CERTIFICATE_SUSPENDED(403),
    CERTIFICATE_UNKNOWN_YET(403),
    CERTIFICATE_STATUS_UNAVAILABLE(503),
    RESIDENT_UNKNOWN(403),
    RESIDENT_REFUSED(403),
    RESIDENT_UNDER_15(403),
    RESIDENT_TRANSFERRED_OUT(403),
    RESIDENT_DECEASED(403),
    NOT_OFFERED(403),
    OUTSIDE_HOURS(403),
    MUNICIPALITY_STOPPED(403),
    FEE_CHANGED(403),
    REQUEST_CONFLICT(409),
    REGISTRATION_PENDING(409),
    OUTCOME_CONFLICT(409),
    CHECKPOINT_CONFLICT(409),
    CLOSED(503),
    UNAVAILABLE(503);

    private final int status;

    Reason(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** As it stands on the wire, e.g. {@code nonce-expired}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
