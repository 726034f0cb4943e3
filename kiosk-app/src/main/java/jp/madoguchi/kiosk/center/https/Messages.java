package jp.madoguchi.kiosk.center.https;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.madoguchi.kiosk.center.Authentication;
import jp.madoguchi.kiosk.center.AuthenticationText;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.center.OpenedVisit;
import jp.madoguchi.kiosk.center.SealedDocument;
import jp.madoguchi.kiosk.center.VisitReport;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.OfferOption;
import jp.madoguchi.kiosk.terms.Refusal;

/** The schemas of {@code docs/center-api.yaml}: what is read, in the order of that page, then what is written. */
final class Messages {
    private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{5}");
    private static final int NONCE_BYTES = 32;

    /** What this program has words for; an offer with anything else comes from a later center and is not shown. */
    private static final Set<String> KINDS = Set.of("residence-record");

    private static final Set<String> OPTIONS = Set.of("scope", "domicile", "relationship", "my-number");

    private Messages() {}

    // ── read ──

    static CenterStatus status(JsonMembers status) throws NoAnswer {
        Optional<JsonMembers> notice = status.optional("notice");
        return new CenterStatus(
                id(status),
                status.truth("open"),
                status.instant("time"),
                notice.isPresent() ? Optional.of(text(notice.get())) : Optional.empty());
    }

    static OpenedVisit opened(JsonMembers opened) throws NoAnswer {
        byte[] nonce = opened.base64("nonce");
        opened.demand(nonce.length == NONCE_BYTES, "nonce");
        return new OpenedVisit(id(opened), Nonce.of(nonce), opened.instant("expires"));
    }

    static List<Offer> catalogue(JsonMembers catalogue) throws NoAnswer {
        List<Offer> offers = new ArrayList<>();
        for (JsonMembers member : catalogue.list("offers")) {
            Offer offer = offer(member);
            if (isKnown(offer)) {
                offers.add(offer);
            }
        }
        return offers;
    }

    static SealedDocument document(JsonMembers document) throws NoAnswer {
        return new SealedDocument(document.base64("manifest"), document.base64("pages"));
    }

    static Refusal problem(JsonMembers problem) throws NoAnswer {
        problem.demand(!problem.text("type").isEmpty(), "type");
        problem.integer("status", 400, 599);
        return Refusal.ofReason(problem.text("reason"));
    }

    private static String id(JsonMembers members) throws NoAnswer {
        String center = members.text("center");
        members.demand(AuthenticationText.isId(center), "center");
        return center;
    }

    private static Offer offer(JsonMembers offer) throws NoAnswer {
        String municipality = offer.text("municipality");
        offer.demand(MUNICIPALITY.matcher(municipality).matches(), "municipality");
        List<OfferOption> options = new ArrayList<>();
        for (JsonMembers option : offer.list("options")) {
            options.add(option(option));
        }
        long names = options.stream().map(OfferOption::name).distinct().count();
        offer.demand(names == options.size(), "options");
        return new Offer(
                municipality,
                text(offer.members("municipalityName")),
                offer.text("kind"),
                offer.integer("fee", 0, 1_000_000),
                offer.integer("maxCopies", 1, 10),
                options);
    }

    private static OfferOption option(JsonMembers option) throws NoAnswer {
        List<String> values = option.texts("values");
        String preset = option.text("default");
        option.demand(values.contains(preset), "default");
        return new OfferOption(option.text("name"), values, preset);
    }

    private static boolean isKnown(Offer offer) {
        return KINDS.contains(offer.kind())
                && offer.options().stream().allMatch(option -> OPTIONS.contains(option.name()));
    }

    private static LocalText text(JsonMembers text) throws NoAnswer {
        String ja = text.text("ja");
        return new LocalText(ja, text.optionalText("en").orElse(ja));
    }

    // ── written ──

    static byte[] authentication(Authentication authentication) {
        return JsonMembers.write(JsonMembers.create()
                .put("t", base64(authentication.text().bytes()))
                .put("signature", base64(authentication.signature()))
                .put("certificate", base64(authentication.certificate()))
                .put("publicKey", base64(authentication.visitKey())));
    }

    static byte[] order(DocumentOrder order) {
        ObjectNode request =
                JsonMembers.create().put("municipality", order.municipality()).put("kind", order.kind());
        ObjectNode options = request.putObject("options");
        order.options().forEach(options::put);
        return JsonMembers.write(request.put("copies", order.copies()).put("fee", order.fee()));
    }

    static byte[] report(VisitReport report) {
        ObjectNode outcome = JsonMembers.create();
        report.request().ifPresent(request -> outcome.put("request", request.hex()));
        return JsonMembers.write(outcome.put(
                        "result",
                        report.result().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("inserted", report.inserted())
                .put("kept", report.kept())
                .put("returned", report.returned())
                .put("owed", report.owed()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
