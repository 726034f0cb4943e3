package jp.madoguchi.kiosk.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.identity.ValidityRules;
import jp.madoguchi.kiosk.paper.Slip;
import jp.madoguchi.kiosk.paper.Standing;
import jp.madoguchi.kiosk.terms.CertificateFacts;
import jp.madoguchi.kiosk.terms.CertificateKind;
import jp.madoguchi.kiosk.terms.Japan;
import jp.madoguchi.kiosk.terms.RevocationStatus;

/** What of a card's facts stands on its slip: the certificates that were seen, as they stood when it was asked for. */
final class SlipOf {
    private SlipOf() {}

    static Slip token(TokenFacts token, Instant now, String kiosk) {
        List<Slip.Entry> seen = Stream.of(CertificateKind.values())
                .filter(kind -> token.of(kind) instanceof Finding.Seen)
                .map(kind -> entry(token, kind, ((Finding.Seen) token.of(kind)).facts(), now))
                .toList();
        return new Slip(now.atZone(Japan.TIME), kiosk, seen, token.cardEnds());
    }

    private static Slip.Entry entry(TokenFacts token, CertificateKind kind, CertificateFacts facts, Instant now) {
        LocalDate last = ValidityRules.dayOf(facts.ends());
        return new Slip.Entry(
                kind,
                standing(facts, now),
                facts.status().flatMap(SlipOf::told).map(ValidityRules::dayOf),
                last,
                ValidityRules.CURRENT.renewalOpens(last),
                ValidityRules.CURRENT.renewal(last, token.cardEnds(), token.kind()));
    }

    /** What this kiosk found comes first: of a certificate that is nothing by itself nobody was asked. */
    private static Standing standing(CertificateFacts facts, Instant now) {
        return switch (facts.state()) {
            case VALID ->
                now.isAfter(facts.ends())
                        ? Standing.ENDED
                        : facts.status().map(SlipOf::standing).orElse(Standing.UNANSWERED);
            case NOT_YET_VALID -> Standing.NOT_BEGUN;
            case ENDED -> Standing.ENDED;
            case UNKNOWN_ISSUER, UNSUITABLE -> Standing.UNVERIFIED;
        };
    }

    private static Standing standing(RevocationStatus status) {
        if (status instanceof RevocationStatus.Good) {
            return Standing.IN_FORCE;
        }
        if (status instanceof RevocationStatus.Revoked) {
            return Standing.REVOKED;
        }
        if (status instanceof RevocationStatus.Suspended) {
            return Standing.ON_HOLD;
        }
        if (status instanceof RevocationStatus.UnknownIssuer) {
            return Standing.UNVERIFIED;
        }
        return status instanceof RevocationStatus.UnknownYet ? Standing.UNREGISTERED : Standing.UNANSWERED;
    }

    private static Optional<Instant> told(RevocationStatus status) {
        if (status instanceof RevocationStatus.Good good) {
            return Optional.of(good.asOf());
        }
        if (status instanceof RevocationStatus.Revoked revoked) {
            return Optional.of(revoked.since());
        }
        return status instanceof RevocationStatus.Suspended suspended
                ? Optional.of(suspended.since())
                : Optional.empty();
    }
}
