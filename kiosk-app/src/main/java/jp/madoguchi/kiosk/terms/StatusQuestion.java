package jp.madoguchi.kiosk.terms;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * By what the authority of a certificate knows it: the {@code CertID} of RFC 6960 section 4.1.1, with SHA-256. It names nobody, and
 * nothing else of the certificate is needed to ask whether it still holds.
 *
 * @param issuerName hash of the issuer's distinguished name, DER
 * @param issuerKey hash of the issuer's public key, without tag and length
 * @param serial leads to its holder at the authority: not for logs
 * @param notBefore from when it is valid; not part of the question, but of what its answer means
 */
public record StatusQuestion(Sha256 issuerName, Sha256 issuerKey, BigInteger serial, Instant notBefore) {
    /** The day of issue and the next: until then its authority may not know it yet. */
    private static final Duration NEW = Duration.ofDays(2);

    /** Whether it was issued so lately that its authority may not know it yet. */
    public boolean isNew(Instant now) {
        return now.isBefore(notBefore.plus(NEW));
    }

    @Override
    public String toString() {
        return "StatusQuestion";
    }
}
