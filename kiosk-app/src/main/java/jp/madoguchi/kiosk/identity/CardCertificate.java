package jp.madoguchi.kiosk.identity;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;

/** What a certificate came to, at the instant at which it was examined. */
public sealed interface CardCertificate {
    /**
     * As its profile wants it. Whether it has been revoked only the center knows.
     *
     * @param notAfter the last instant at which it is valid
     * @param algorithm with which the key signs
     */
    record Valid(Instant notAfter, PublicKey key, SignatureAlgorithm algorithm) implements CardCertificate {
        /**
         * Whether {@code signature} is this certificate's own over {@code text}. False means that the card signed something else, or
         * is not the certificate's card.
         */
        public boolean signed(byte[] text, byte[] signature) {
            try {
                Signature verifier = Signature.getInstance(algorithm.jcaName());
                verifier.initVerify(key);
                verifier.update(text);
                return verifier.verify(signature);
            } catch (GeneralSecurityException e) { // a signature of the wrong length is answered so
                return false;
            }
        }

        @Override
        public String toString() {
            return "Valid[notAfter=" + notAfter + "]";
        }
    }

    record Expired(Instant notAfter) implements CardCertificate {}

    record NotYetValid(Instant notBefore) implements CardCertificate {}

    /** Signed by none of the anchors: e.g. a card of a generation whose CA is not installed. Never "revoked". */
    record UnknownIssuer() implements CardCertificate {}

    /** Issued by an anchor, but not for this. */
    record Unsuitable(CertificateFlaw flaw) implements CardCertificate {}
}
