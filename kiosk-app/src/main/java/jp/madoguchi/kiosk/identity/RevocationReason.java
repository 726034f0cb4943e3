package jp.madoguchi.kiosk.identity;

import java.util.Arrays;

/** Why a certificate was revoked: CRLReason, RFC 5280 section 5.3.1. */
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISE(1),
    CA_COMPROMISE(2),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5),
    CERTIFICATE_HOLD(6),
    PRIVILEGE_WITHDRAWN(9),
    AA_COMPROMISE(10);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** The one with this number; {@link #UNSPECIFIED} for a number that names none. */
    public static RevocationReason ofCode(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElse(UNSPECIFIED);
    }
}
