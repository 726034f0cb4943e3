package jp.madoguchi.kiosk.terms;

import java.time.Instant;

/**
 * Whether a certificate still holds, as its authority's status service says. The center asks it and passes the answer on; the kiosk
 * only shows it, each answer with a text of its own.
 */
public sealed interface RevocationStatus {
    /** Not revoked when the service last looked. */
    record Good(Instant asOf) implements RevocationStatus {}

    /** For good, and never {@link RevocationReason#CERTIFICATE_HOLD}: that is {@link Suspended}. */
    record Revoked(RevocationReason reason, Instant since) implements RevocationStatus {
        public Revoked {
            if (reason == RevocationReason.CERTIFICATE_HOLD) {
                throw new IllegalArgumentException("a hold is no revocation");
            }
        }
    }

    /** On hold, e.g. after the card was reported lost (一時停止): can be lifted. */
    record Suspended(Instant since) implements RevocationStatus {}

    /** Issued so lately that the service does not know it yet: about a day. Not revoked. */
    record UnknownYet() implements RevocationStatus {}

    /** Of an authority that the center does not know: it has nobody to ask, today or tomorrow. */
    record UnknownIssuer() implements RevocationStatus {}

    /** No answer that counts: nothing is known. */
    record Unavailable() implements RevocationStatus {}

    /** What an entry of a list or an OCSP answer comes to. */
    static RevocationStatus ofEntry(RevocationReason reason, Instant since) {
        return reason == RevocationReason.CERTIFICATE_HOLD ? new Suspended(since) : new Revoked(reason, since);
    }
}
