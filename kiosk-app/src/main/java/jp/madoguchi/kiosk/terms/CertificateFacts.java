package jp.madoguchi.kiosk.terms;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the certificate check tells of one certificate: states, dates and authorities. Nothing in it names the holder or tells one
 * certificate from another: others stand behind.
 *
 * @param ends the last instant at which it is valid
 * @param issuer as the certificate names it; only {@link Issuer#since} says that this kiosk knows it
 * @param policy the object identifier under which it was issued
 * @param statement where its authority publishes its rules (CP/CPS), if it is a known one and says so
 * @param status what its authority's status service says; empty until it has been asked
 */
public record CertificateFacts(
        State state,
        Instant ends,
        Issuer issuer,
        Optional<String> policy,
        Optional<String> statement,
        Optional<RevocationStatus> status) {
    /** What it came to when this kiosk examined it. */
    public enum State {
        VALID,
        NOT_YET_VALID,
        ENDED,
        /** Of a CA that this kiosk does not know: what the certificate says could not be checked. */
        UNKNOWN_ISSUER,
        UNSUITABLE
    }

    /**
     * A certificate authority.
     *
     * @param since the year in which the certificate of this CA begins, which tells its generations apart; empty when the CA is
     *     not known here
     */
    public record Issuer(String name, OptionalInt since) {}

    public CertificateFacts with(RevocationStatus told) {
        return new CertificateFacts(state, ends, issuer, policy, statement, Optional.of(told));
    }
}
