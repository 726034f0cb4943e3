package jp.madoguchi.kiosk.act;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.flow.TokenFacts;
import jp.madoguchi.kiosk.flow.TokenFacts.Finding;
import jp.madoguchi.kiosk.identity.ValidityRules;
import jp.madoguchi.kiosk.paper.Slip;
import jp.madoguchi.kiosk.terms.CertificateKind;

/** What of a card's facts stands on its slip: the certificates that were seen. */
final class SlipOf {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private SlipOf() {}

    static Slip token(TokenFacts token, Instant now, String kiosk) {
        List<Slip.Entry> seen = Stream.of(CertificateKind.values())
                .filter(kind -> token.of(kind) instanceof Finding.Seen)
                .map(kind -> entry(token, kind, (Finding.Seen) token.of(kind)))
                .toList();
        return new Slip(now.atZone(JAPAN), kiosk, seen, token.cardEnds());
    }

    private static Slip.Entry entry(TokenFacts token, CertificateKind kind, Finding.Seen seen) {
        LocalDate last = ValidityRules.dayOf(seen.facts().ends());
        return new Slip.Entry(
                kind,
                last,
                ValidityRules.CURRENT.renewalOpens(last),
                ValidityRules.CURRENT.renewal(last, token.cardEnds(), token.kind()));
    }
}
