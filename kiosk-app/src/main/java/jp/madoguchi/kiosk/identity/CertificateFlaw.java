package jp.madoguchi.kiosk.identity;

/** In what a certificate differs from the profile for user authentication. */
public enum CertificateFlaw {
    /** No X.509 certificate, or something after it. */
    ENCODING,
    /** The key is not RSA of 2048 bits or more: the card's signature could not be checked. */
    PUBLIC_KEY,
    /** A critical extension that this program does not know (RFC 5280 section 4.2). */
    CRITICAL_EXTENSION,
    /** keyUsage is not critical, lacks digitalSignature, or lets the holder sign certificates. */
    KEY_USAGE,
    /** It is a CA's. */
    BASIC_CONSTRAINTS,
    /** Not issued under the policy for user authentication: e.g. the signature certificate. */
    POLICY,
    /** The identifiers of its own key or of the issuer's key are missing, or name another key than the one that signed it. */
    KEY_IDENTIFIER
}
