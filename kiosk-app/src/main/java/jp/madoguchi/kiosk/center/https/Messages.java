package jp.madoguchi.kiosk.center.https;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.AuthenticationText;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.center.OpenedVisit;
import jp.madoguchi.kiosk.center.RegistrationApplication;
import jp.madoguchi.kiosk.center.SealedDocument;
import jp.madoguchi.kiosk.center.VisitReport;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.RevocationReason;
import jp.madoguchi.kiosk.terms.RevocationStatus;
import jp.madoguchi.kiosk.terms.ServiceNotice;
import jp.madoguchi.kiosk.terms.Slug;
import jp.madoguchi.kiosk.terms.StatusQuestion;

/** The schemas of {@code docs/center-api.yaml}: what is read, in the order of that page, then what is written. */
final class Messages {
    private static final Pattern REQUEST = Pattern.compile("[0-9a-f]{32}");
    private static final int NONCE_BYTES = 32;

    /** Of a municipality, an office. */
    private static final int LONGEST_NAME = 100;

    /** A few sentences on a screen. */
    private static final int LONGEST_TEXT = 500;

    private static final int MOST_NOTICES = 20;
    private static final int MOST_REGISTRATIONS = 100;

    private Messages() {}

    // ── read ──

    static CenterStatus status(JsonMembers status) throws NoAnswer {
        List<ServiceNotice> notices = new ArrayList<>();
        for (JsonMembers notice : status.optionalList("notices", MOST_NOTICES)) {
            notice(notice).ifPresent(notices::add);
        }
        return new CenterStatus(
                id(status),
                status.truth("open"),
                status.instant("time"),
                optionalText(status, "notice"),
                status.optionalInstant("opens"),
                notices);
    }

    /** Empty when it is of a kind that a later center knows. */
    private static Optional<ServiceNotice> notice(JsonMembers notice) throws NoAnswer {
        String name = notice.word("kind");
        for (ServiceNotice.Kind kind : ServiceNotice.Kind.values()) {
            if (Slug.of(kind).equals(name)) {
                return Optional.of(new ServiceNotice(
                        kind,
                        optionalName(notice, "municipalityName"),
                        text(notice.members("text")),
                        notice.optionalInstant("from"),
                        notice.optionalInstant("until")));
            }
        }
        return Optional.empty();
    }

    static RevocationStatus certificateStatus(JsonMembers status) throws NoAnswer {
        return switch (status.word("state")) {
            case "good" -> new RevocationStatus.Good(status.instant("asOf"));
            case "revoked" -> RevocationStatus.ofEntry(cause(status), status.instant("since"));
            case "suspended" -> new RevocationStatus.Suspended(status.instant("since"));
            case "unknown" -> new RevocationStatus.UnknownYet();
            case "unavailable" -> new RevocationStatus.Unavailable();
            default -> throw NoAnswer.garbled("state is none of its values");
        };
    }

    /** Without a word of it none was specified (RFC 5280 section 5.3.1). */
    private static RevocationReason cause(JsonMembers status) throws NoAnswer {
        return status.optionalWord("cause").map(RevocationReason::named).orElse(RevocationReason.UNSPECIFIED);
    }

    static List<Registration> registrations(JsonMembers registrations) throws NoAnswer {
        List<Registration> list = new ArrayList<>();
        for (JsonMembers member : registrations.list("registrations", MOST_REGISTRATIONS)) {
            list.add(registration(member));
        }
        return list;
    }

    /** How this application stands; what is said of another one is no answer. */
    static Registration registration(JsonMembers body, RegistrationApplication asked) throws NoAnswer {
        Registration registration = registration(body);
        body.demand(registration.request().equals(asked.request()), "request");
        body.demand(registration.municipality().equals(asked.municipality()), "municipality");
        return registration;
    }

    private static Registration registration(JsonMembers registration) throws NoAnswer {
        String request = registration.word("request");
        registration.demand(REQUEST.matcher(request).matches(), "request");
        Optional<Instant> answered = registration.optionalInstant("answered");
        return new Registration(
                new RequestId(request),
                CatalogueMessages.municipality(registration, "municipality"),
                name(registration.members("municipalityName")),
                registration.oneOf("state", Registration.State.values(), Slug::of),
                registration.instant("received"),
                answered.isPresent() ? answered : registration.optionalInstant("expected"));
    }

    static OpenedVisit opened(JsonMembers opened) throws NoAnswer {
        byte[] nonce = opened.base64("nonce");
        opened.demand(nonce.length == NONCE_BYTES, "nonce");
        return new OpenedVisit(id(opened), Nonce.of(nonce), opened.instant("expires"));
    }

    static SealedDocument document(JsonMembers document) throws NoAnswer {
        return new SealedDocument(document.base64("manifest"), document.base64("pages"));
    }

    static <T> CenterAnswer.Refused<T> problem(JsonMembers problem) throws NoAnswer {
        problem.demand(!problem.text("type", LONGEST_TEXT).isEmpty(), "type");
        problem.integer("status", 400, 599);
        return new CenterAnswer.Refused<>(
                Refusal.ofReason(problem.word("reason")),
                new Circumstances(
                        problem.optionalInstant("opens"),
                        problem.optionalInstant("since"),
                        problem.optionalWord("cause"),
                        problem.optionalInstant("time"),
                        optionalText(problem, "notice")));
    }

    private static String id(JsonMembers members) throws NoAnswer {
        String center = members.word("center");
        members.demand(AuthenticationText.isId(center), "center");
        return center;
    }

    static LocalText text(JsonMembers text) throws NoAnswer {
        return text(text, LONGEST_TEXT);
    }

    static LocalText name(JsonMembers name) throws NoAnswer {
        return text(name, LONGEST_NAME);
    }

    private static LocalText text(JsonMembers text, int longest) throws NoAnswer {
        String ja = text.text("ja", longest);
        return new LocalText(ja, text.optionalText("en", longest).orElse(ja));
    }

    private static Optional<LocalText> optionalName(JsonMembers members, String name) throws NoAnswer {
        Optional<JsonMembers> text = members.optional(name);
        return text.isPresent() ? Optional.of(name(text.get())) : Optional.empty();
    }

    static Optional<LocalText> optionalText(JsonMembers members, String name) throws NoAnswer {
        Optional<JsonMembers> text = members.optional(name);
        return text.isPresent() ? Optional.of(text(text.get())) : Optional.empty();
    }

    // ── written ──

    static byte[] authentication(Authentication authentication) {
        return JsonMembers.write(JsonMembers.create()
                .put("t", base64(authentication.text().bytes()))
                .put("signature", base64(authentication.signature()))
                .put("certificate", base64(authentication.certificate()))
                .put("publicKey", base64(authentication.visitKey())));
    }

    static byte[] question(StatusQuestion question) {
        return JsonMembers.write(JsonMembers.create()
                .put("issuerNameHash", question.issuerName().hex())
                .put("issuerKeyHash", question.issuerKey().hex())
                .put("serialNumber", question.serial().toString(16)));
    }

    static byte[] application(RegistrationApplication application) {
        return JsonMembers.write(JsonMembers.create()
                .put("municipality", application.municipality())
                .put("domicile", application.domicile())
                .put("head", application.head()));
    }

    static byte[] order(DocumentOrder order) {
        ObjectNode request =
                JsonMembers.create().put("municipality", order.municipality()).put("kind", order.kind());
        ObjectNode options = request.putObject("options");
        order.options().forEach(options::put);
        if (!order.members().isEmpty()) {
            order.members().forEach(request.putArray("members")::add);
        }
        return JsonMembers.write(request.put("copies", order.copies()).put("fee", order.fee()));
    }

    static byte[] report(VisitReport report) {
        ObjectNode outcome = JsonMembers.create();
        report.request().ifPresent(request -> outcome.put("request", request.hex()));
        return JsonMembers.write(outcome.put("result", Slug.of(report.result()))
                .put("inserted", report.inserted())
                .put("kept", report.kept())
                .put("returned", report.returned())
                .put("owed", report.owed()));
    }

    static byte[] checkpoint(byte[] signed) {
        return JsonMembers.write(JsonMembers.create().put("checkpoint", base64(signed)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
