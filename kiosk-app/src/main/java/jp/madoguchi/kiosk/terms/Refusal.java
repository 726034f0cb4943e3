package jp.madoguchi.kiosk.terms;

/** Why the center said no: the reasons of {@code docs/center-api.yaml}, in its order. */
public enum Refusal {
    // the visit
    MALFORMED,
    UNKNOWN_VISIT,
    VISIT_AUTHENTICATED,
    NOT_AUTHENTICATED,
    WRONG_KIOSK,
    WRONG_CENTER,
    WRONG_VISIT,
    WRONG_NONCE,
    NONCE_EXPIRED,
    CLOCK_SKEW,
    WRONG_KEY,
    WRONG_CERTIFICATE,
    BAD_SIGNATURE,
    // the resident's certificate
    CERTIFICATE_UNKNOWN_ISSUER,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_NOT_YET_VALID,
    CERTIFICATE_UNSUITABLE,
    CERTIFICATE_REVOKED,
    CERTIFICATE_SUSPENDED,
    CERTIFICATE_UNKNOWN_YET,
    CERTIFICATE_STATUS_UNAVAILABLE,
    // the resident
    RESIDENT_UNKNOWN,
    RESIDENT_REFUSED,
    RESIDENT_UNDER_15,
    RESIDENT_TRANSFERRED_OUT,
    RESIDENT_DECEASED,
    // the document
    NOT_OFFERED,
    OUTSIDE_HOURS,
    MUNICIPALITY_STOPPED,
    FEE_CHANGED,
    REQUEST_CONFLICT,
    REGISTRATION_PENDING,
    OUTCOME_CONFLICT,
    // the audit log
    CHECKPOINT_CONFLICT,
    // the service
    CLOSED,
    UNAVAILABLE,
    /** A reason that this program does not know: a center of a later version. */
    UNRECOGNISED;

    /** As it stands on the wire. */
    public String reason() {
        return Slug.of(this);
    }

    /** The refusal with this reason on the wire, else {@link #UNRECOGNISED}. */
    public static Refusal ofReason(String reason) {
        for (Refusal refusal : values()) {
            if (refusal.reason().equals(reason)) {
                return refusal;
            }
        }
        return UNRECOGNISED;
    }
}
