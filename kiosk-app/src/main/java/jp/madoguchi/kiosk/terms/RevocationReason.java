package jp.madoguchi.kiosk.terms;

import java.util.Arrays;

/** Why a certificate was revoked: CRLReason, RFC 5280 section 5.3.1. */
public enum RevocationReason {
    UNSPECIFIED("unspecified"),
    KEY_COMPROMISE("keyCompromise"),
    CA_COMPROMISE("cACompromise"),
    AFFILIATION_CHANGED("affiliationChanged"),
    SUPERSEDED("superseded"),
    CESSATION_OF_OPERATION("cessationOfOperation"),
    CERTIFICATE_HOLD("certificateHold"),
    PRIVILEGE_WITHDRAWN("privilegeWithdrawn"),
    AA_COMPROMISE("aACompromise");

    private final String wireName;

    RevocationReason(String wireName) {
        this.wireName = wireName;
    }

    /** The one that the standard names so; {@link #UNSPECIFIED} for a name that it does not have. */
    public static RevocationReason named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(name))
                .findFirst()
                .orElse(UNSPECIFIED);
    }

    /** The name in texts: {@code affiliation-changed}. */
    public String slug() {
        return Slug.of(this);
    }
}
