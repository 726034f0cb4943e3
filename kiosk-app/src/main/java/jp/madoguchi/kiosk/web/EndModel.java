package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.flow.End;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Circumstances;

/** Why a visit ends and what to do, and what the center said beside it: since when, from when again, and its own words. */
final class EndModel {
    private EndModel() {}

    /** A sentence each; none when the center said no more. */
    static List<String> told(Optional<End> end, Words words, Instant now) {
        return end.map(known -> told(known, words, now)).orElse(List.of());
    }

    /** What happened: a title, and a sentence or two. Empty while the visit goes on, as is the remedy. */
    static View why(Visit visit, Words words) {
        return new View().with("title", text(visit, "title", words)).with("what", text(visit, "what", words));
    }

    static String remedy(Visit visit, Words words) {
        return text(visit, "do", words);
    }

    private static String text(Visit visit, String part, Words words) {
        return visit.end()
                .map(end -> words.text(visit.card(), "end." + end.reason().slug() + "." + part))
                .orElse("");
    }

    private static List<String> told(End end, Words words, Instant now) {
        Circumstances circumstances = end.circumstances();
        return Stream.of(
                        since(end).map(since -> words.text("end." + end.reason().slug() + ".since", words.date(since))),
                        circumstances.opens().map(opens -> words.text("end.opens", words.moment(opens, now))),
                        circumstances.notice().flatMap(words::notice))
                .flatMap(Optional::stream)
                .toList();
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
