package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.flow.End;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.RevocationReason;

/** What the center said beside the reason why a visit ends, in words: since when, why, from when again, and its own. */
final class EndModel {
    private EndModel() {}

    /** A sentence each; none when the center said no more. */
    static List<String> told(Optional<End> end, Words words, Instant now) {
        return end.map(known -> told(known, words, now)).orElse(List.of());
    }

    private static List<String> told(End end, Words words, Instant now) {
        Circumstances circumstances = end.circumstances();
        return Stream.of(
                        since(end).map(since -> words.text("end." + end.reason().slug() + ".since", words.date(since))),
                        cause(end).map(cause -> words.text("check.cause." + cause.slug())),
                        circumstances.opens().map(opens -> words.text("end.opens", words.moment(opens, now))),
                        circumstances.notice().map(words::text))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A hold is no cause of a revocation, whatever the center says. */
    private static Optional<RevocationReason> cause(End end) {
        return end.reason() == EndReason.CERTIFICATE_REVOKED
                ? end.circumstances()
                        .cause()
                        .map(RevocationReason::named)
                        .filter(cause -> cause != RevocationReason.CERTIFICATE_HOLD)
                : Optional.empty();
    }

    /** Of other reasons the protocol says no day. */
    private static Optional<Instant> since(End end) {
        return switch (end.reason()) {
            case CERTIFICATE_REVOKED, CERTIFICATE_SUSPENDED ->
                end.circumstances().since();
            default -> Optional.empty();
        };
    }
}
