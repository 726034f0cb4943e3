package jp.madoguchi.kiosk.flow;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.kiosk.terms.CertificateFacts;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.RevocationStatus;

/**
 * What the certificate check tells of a card or telephone. Nothing in it names its holder.
 *
 * @param cardEnds the last day of the card itself, if it says so
 * @param pinTries left of the authentication PIN, 0 when blocked; empty when it has none
 * @param passwordTries left of the signature password, likewise
 */
public record TokenFacts(
        TokenKind kind,
        Optional<LocalDate> cardEnds,
        OptionalInt pinTries,
        OptionalInt passwordTries,
        Finding authentication,
        Finding signature) {
    /** All that there are when none has been spent. */
    public static final int PIN_TRIES = 3;

    public static final int PASSWORD_TRIES = 5;

    /** What there was where a certificate can be. */
    public sealed interface Finding {
        record Seen(CertificateFacts facts) implements Finding {}

        /** Something lies there that is no certificate. */
        record Unreadable() implements Finding {}

        record Absent() implements Finding {}

        /** Its PIN or password has to come first. */
        record Hidden() implements Finding {}
    }

    public Finding of(CertificateKind kind) {
        return switch (kind) {
            case AUTHENTICATION -> authentication;
            case SIGNATURE -> signature;
        };
    }

    /** Left of what guards this certificate. */
    public OptionalInt tries(CertificateKind kind) {
        return switch (kind) {
            case AUTHENTICATION -> pinTries;
            case SIGNATURE -> passwordTries;
        };
    }

    TokenFacts with(CertificateKind certificate, Finding found) {
        return switch (certificate) {
            case AUTHENTICATION -> new TokenFacts(kind, cardEnds, pinTries, passwordTries, found, signature);
            case SIGNATURE -> new TokenFacts(kind, cardEnds, pinTries, passwordTries, authentication, found);
        };
    }

    TokenFacts withTries(CertificateKind certificate, int left) {
        return switch (certificate) {
            case AUTHENTICATION ->
                new TokenFacts(kind, cardEnds, OptionalInt.of(left), passwordTries, authentication, signature);
            case SIGNATURE -> new TokenFacts(kind, cardEnds, pinTries, OptionalInt.of(left), authentication, signature);
        };
    }

    TokenFacts with(CertificateKind certificate, RevocationStatus status) {
        return of(certificate) instanceof Finding.Seen seen
                ? with(certificate, new Finding.Seen(seen.facts().with(status)))
                : this;
    }

    /** Whether there is anything to put on a slip. */
    public boolean printable() {
        return cardEnds.isPresent() || seen().findAny().isPresent();
    }

    /** Where the rules are published under which the certificates were issued, as they say it themselves. */
    public Optional<String> statement() {
        return seen().flatMap(facts -> facts.statement().stream()).findFirst();
    }

    private Stream<CertificateFacts> seen() {
        return Stream.of(authentication, signature)
                .filter(Finding.Seen.class::isInstance)
                .map(finding -> ((Finding.Seen) finding).facts());
    }

    /** Whether its status is worth asking for: it is one that could be used now, and nothing is known of it. */
    boolean holds(CertificateKind certificate) {
        return of(certificate) instanceof Finding.Seen seen
                && seen.facts().state() == CertificateFacts.State.VALID
                && seen.facts().status().isEmpty();
    }

    /**
     * Whether this certificate can be read here once its holder has given what guards it. A telephone that is no Android has a
     * profile that nobody published.
     */
    public boolean opens(CertificateKind certificate) {
        boolean guarded = of(certificate) instanceof Finding.Hidden;
        boolean served = certificate == CertificateKind.SIGNATURE
                ? kind == TokenKind.MY_NUMBER_CARD || kind == TokenKind.JUKI_CARD
                : kind == TokenKind.ANDROID_PHONE;
        return guarded && served && tries(certificate).orElse(0) > 0;
    }
}
