package jp.madoguchi.simulators.center.status;

import java.time.Instant;
import org.bouncycastle.asn1.x509.CRLReason;

/** What the status services say of a certificate. */
public sealed interface CertificateStatus {
    /** @param asOf when its authority last looked */
    record Good(Instant asOf) implements CertificateStatus {}

    /** @param reason as RFC 5280 section 5.3.1 names it, e.g. {@code affiliationChanged} */
    record Revoked(Instant at, String reason) implements CertificateStatus {}

    /** On hold (一時停止). */
    record Suspended(Instant at) implements CertificateStatus {}

    /** Its authority does not know it: as it is within about a day after issue. */
    record Unknown() implements CertificateStatus {}

    /** Nobody could be asked, or no answer holds. */
    record Unavailable(String why) implements CertificateStatus {}

    /** What an entry of a CRL or an OCSP answer means: certificateHold (6) is a suspension, all else is for good. */
    static CertificateStatus ended(Instant at, int reason) {
        return reason == CRLReason.certificateHold
                ? new Suspended(at)
                : new Revoked(at, RevocationReasons.name(reason));
    }
}
