package jp.madoguchi.kiosk.web;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.flow.End;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RevocationReason;
import jp.madoguchi.kiosk.terms.Slug;

/** Why a visit ends and what to do, and what the center said beside it: since when, from when again, and its own words. */
final class EndModel {
    /** Whose remedy is nowhere near an office: here, at home, or with the staff. */
    private static final Set<EndReason> NOT_AT_AN_OFFICE = EnumSet.of(
            EndReason.DELIVERED,
            EndReason.CANCELLED,
            EndReason.TIME_UP,
            EndReason.CHECKED,
            EndReason.WITHDRAWN,
            EndReason.PIN_CHANGED,
            EndReason.PIN_CHANGE_UNCERTAIN,
            EndReason.PIN_CHANGE_PHONE,
            EndReason.CARD_REMOVED,
            EndReason.CARD_REMOVED_AT_PIN,
            EndReason.CARD_REMOVED_AT_PASSWORD,
            EndReason.NOT_JPKI_CARD,
            EndReason.PHONE_PIN_BLOCKED,
            EndReason.FEE_CHANGED,
            EndReason.DOCUMENT_OUT_OF_TIME,
            EndReason.PAID_TOO_LATE,
            EndReason.PRINT_UNKNOWN,
            EndReason.COIN_LEFT,
            EndReason.MONEY_UNCOUNTED,
            EndReason.REGISTRATION_TOLD,
            EndReason.REGISTRATION_UNCERTAIN);

    private static final Set<EndReason> OF_THE_REGISTER =
            EnumSet.of(EndReason.REGISTRATION_NOT_OFFERED, EndReason.REGISTRATION_CONFLICT);

    private EndModel() {}

    /** Told before the center knows the resident, with every other way beside it. */
    private static final Set<EndReason> TOLD_IN_FULL = EnumSet.of(EndReason.PIN_BLOCKED, EndReason.PIN_BLOCKED_NOW);

    static boolean isAtAnOffice(EndReason reason) {
        return !NOT_AT_AN_OFFICE.contains(reason);
    }

    /**
     * The very office that a remedy sends to, its hours and its number; empty where it sends to none, and until the center has named
     * them. Who has a claim goes to the staff first.
     */
    static String office(Visit visit, Words words) {
        return visit.end()
                .map(End::reason)
                .filter(reason -> isAtAnOffice(reason) && !TOLD_IN_FULL.contains(reason))
                .filter(reason -> !visit.claims() && !hasAWayOnThePhone(visit, reason, words))
                .flatMap(reason -> office(visit, reason))
                .map(office -> WithheldModel.line(office, words))
                .orElse("");
    }

    private static boolean hasAWayOnThePhone(Visit visit, EndReason reason, Words words) {
        return visit.card().phone()
                && !words.textOr("end." + reason.slug() + ".do.phone", "").isEmpty();
    }

    private static Optional<MunicipalOffice> office(Visit visit, EndReason reason) {
        Optional<MunicipalOffice> asked =
                OF_THE_REGISTER.contains(reason) ? visit.applications().office() : Optional.empty();
        Catalogue catalogue = visit.choice().catalogue();
        Optional<MunicipalOffice> ofTheOffer =
                visit.choice().offer().flatMap(offer -> catalogue.office(offer.municipality()));
        return asked.or(() -> ofTheOffer)
                .or(() -> catalogue.offices().stream()
                        .filter(office -> office.role() == MunicipalOffice.Role.RESIDENCE)
                        .findFirst());
    }

    /** A sentence each; none when the center said no more. */
    static List<String> told(Optional<End> end, Words words, Instant now) {
        return end.map(known -> told(known, words, now)).orElse(List.of());
    }

    /** What happened: a title, a sentence or two, and whether it is what the resident came for. Empty while the visit goes on. */
    static View why(Visit visit, Words words) {
        return new View()
                .with("title", text(visit, "title", words))
                .with("what", text(visit, "what", words))
                .with(
                        "well",
                        visit.end().map(End::reason).filter(EndReason::wished).isPresent());
    }

    /** What to do. */
    static String remedy(Visit visit, Words words) {
        return text(visit, "do", words);
    }

    /** Where it is not the same for all, for this service, as this application stands, or for a phone. */
    private static String text(Visit visit, String part, Words words) {
        return visit.end()
                .map(end -> "end." + end.reason().slug() + "." + part)
                .map(key -> words.textOr(key + "." + service(visit), words.text(visit.card(), key)))
                .orElse("");
    }

    private static String service(Visit visit) {
        Optional<Registration> filed = visit.end()
                .filter(end -> end.reason() == EndReason.REGISTRATION_TOLD)
                .flatMap(end -> visit.applications().latest());
        return filed.map(one -> Slug.of(one.state())).orElse(visit.service().slug());
    }

    private static List<String> told(End end, Words words, Instant now) {
        Circumstances circumstances = end.circumstances();
        return Stream.of(
                        since(end).map(since -> words.text("end." + end.reason().slug() + ".since", words.date(since))),
                        cause(end).map(cause -> words.text("check.cause." + cause.slug())),
                        circumstances.opens().map(opens -> words.text("end.opens", words.moment(opens, now))),
                        circumstances.notice().flatMap(words::notice))
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
