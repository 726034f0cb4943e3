package jp.madoguchi.kiosk.identity;

/** In what a certificate differs from its profile. The order is that of the checks. */
public enum CertificateFlaw {
    /** No X.509 certificate, or something after it. */
    ENCODING,
    /** Its issuer signed it with an algorithm or a size of key that the configuration does not name. */
    SIGNATURE_ALGORITHM,
    /** Its own key is of a kind or size that the configuration does not name. */
    PUBLIC_KEY,
    /** A critical extension that this program does not know (RFC 5280 section 4.2). */
    CRITICAL_EXTENSION,
    /** keyUsage is not critical, lacks a bit that its purpose asks for, or lets the holder sign certificates or lists. */
    KEY_USAGE,
    /** It is a CA's. */
    BASIC_CONSTRAINTS,
    /** Not issued under the policy for this purpose: e.g. the signature certificate where the other one is asked for. */
    POLICY,
    /** The identifiers of its own key or of the issuer's key are missing, or name another key than the one that signed it. */
    KEY_IDENTIFIER
}
