package jp.madoguchi.kiosk.identity;

/** Why a path of the older PKI does not lead from a certificate to an anchor. */
public enum PathFlaw {
    /** No X.509 certificate, or something after it. */
    ENCODING,
    /** No published certificate has signed this link, or none that leads to an anchor. */
    ISSUER_MISSING,
    /** Signed with an algorithm or a size of key that was not accepted. */
    ALGORITHM,
    NOT_YET_VALID,
    EXPIRED,
    /** Issues certificates and is no CA's (basicConstraints). */
    NOT_A_CA,
    /** More CAs below it than it allows (pathLenConstraint). */
    PATH_TOO_LONG,
    /** The holder's is not for signatures, or a CA's is not for certificates. */
    KEY_USAGE,
    /** A critical extension that this program does not know. */
    CRITICAL_EXTENSION,
    /** A name that a CA above does not permit (nameConstraints). */
    NAME_NOT_PERMITTED,
    /** States no policy where a CA above, or the rules, ask for one (requireExplicitPolicy). */
    POLICY_MISSING,
    /** States a policy to which none of those that are accepted is mapped. */
    POLICY_UNMAPPED,
    /** The mapping that it needs is forbidden by a CA above (inhibitPolicyMapping). */
    POLICY_MAPPING_INHIBITED,
    REVOKED,
    /** On hold (certificateHold). */
    SUSPENDED,
    /** No list of its issuer for that instant. */
    REVOCATION_UNKNOWN,
    /** Refused by the platform for a reason that has no name here. */
    OTHER
}
