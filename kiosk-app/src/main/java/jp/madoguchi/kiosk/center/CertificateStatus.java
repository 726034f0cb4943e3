package jp.madoguchi.kiosk.center;

import java.time.Instant;

/** Whether a card's certificate still holds, as its authority's status service says through the center. */
public sealed interface CertificateStatus {
    /** @param asOf when the authority last looked */
    record Good(Instant asOf) implements CertificateStatus {}

    /** @param cause as RFC 5280 section 5.3.1 names it */
    record Revoked(Instant since, String cause) implements CertificateStatus {}

    /** On hold (一時停止). */
    record Suspended(Instant since) implements CertificateStatus {}

    /** Issued within about the last day: ask again tomorrow. It is not revoked. */
    record UnknownYet() implements CertificateStatus {}

    /** The status service could not be asked; nothing is known of the certificate. */
    record Unavailable() implements CertificateStatus {}
}
