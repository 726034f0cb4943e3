package jp.madoguchi.workbench.attack;

import static jp.madoguchi.simulators.center.Operation.AUTHENTICATE;
import static jp.madoguchi.simulators.center.Operation.OPEN_VISIT;
import static jp.madoguchi.simulators.center.Operation.REQUEST_DOCUMENT;
import static jp.madoguchi.workbench.attack.Rows.ENTER_PIN;
import static jp.madoguchi.workbench.attack.Rows.PLACE_CARD;
import static jp.madoguchi.workbench.attack.Rows.center;
import static jp.madoguchi.workbench.attack.Rows.front;
import static jp.madoguchi.workbench.attack.Rows.garbled;
import static jp.madoguchi.workbench.attack.Rows.latched;
import static jp.madoguchi.workbench.attack.Rows.lost;
import static jp.madoguchi.workbench.attack.Rows.refused;
import static jp.madoguchi.workbench.attack.Rows.unharmed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import jp.madoguchi.kiosk.center.BindingCheck;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.workbench.Visitor;
import jp.madoguchi.workbench.attack.Attack.Deed;
import jp.madoguchi.workbench.attack.Attack.Scene;
import org.jsoup.nodes.Element;

/** Whose answer it is: other visits', other residents', other calls'. */
final class VisitAttacks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OTHER_ID = "0123456789abcdef0123456789abcdef";

    private VisitAttacks() {}

    static List<Attack> all() {
        return List.of(
                // documents that are honest, and not this visit's
                front("the same resident's package of an earlier visit", replayed(), latched(BindingCheck.T))
                        .in(Scene.SAME_RESIDENT_BEFORE),
                front("the package of a resident of the same name", replayed(), latched(BindingCheck.T))
                        .in(Scene.NAMESAKE_BEFORE),
                front("an earlier manifest with this visit's pages", mixed("manifest"), latched(BindingCheck.T))
                        .in(Scene.SAME_RESIDENT_BEFORE),
                front("this visit's manifest with earlier pages", mixed("pages"), latched(BindingCheck.CIPHERTEXT))
                        .in(Scene.SAME_RESIDENT_BEFORE),
                front(
                                "two visits within a second at two kiosks, answers crossed",
                                Deeds.crossed(REQUEST_DOCUMENT),
                                latched(BindingCheck.T))
                        .in(Scene.TWO_KIOSKS),
                front(
                                "two visits within a second at two kiosks, nonces crossed",
                                Deeds.crossed(OPEN_VISIT),
                                lost("WRONG_NONCE"))
                        .in(Scene.TWO_KIOSKS)
                        .from(PLACE_CARD),
                resigned("an earlier package, signed again for this text", BindingCheck.VISIT, "t"),
                resigned("an earlier package, signed again for this visit", BindingCheck.REQUEST, "t", "visit"),
                resigned(
                                "the package of a resident of the same name, signed again for this request",
                                BindingCheck.CERTIFICATE,
                                "t",
                                "visit",
                                "request")
                        .in(Scene.NAMESAKE_BEFORE),
                // the kiosk's call altered on its way to the honest center, which answers it honestly
                front(
                        "more copies asked than the resident did",
                        VisitAttacks::moreCopies,
                        latched(BindingCheck.COPIES)),
                front("another kind asked than the resident did", VisitAttacks::otherKind, latched(BindingCheck.KIND)),
                front(
                        "another option asked than the resident did",
                        Deeds.alteredBody(
                                REQUEST_DOCUMENT,
                                body -> ((ObjectNode) body.path("options")).put("scope", "household")),
                        latched(BindingCheck.OPTIONS)),
                front("another member asked than the resident chose", asksForMember(2), latched(BindingCheck.MEMBERS))
                        .whileAt("choose-options", Deeds::chooseAnother),
                front(
                                "the handle that a member had in an earlier visit",
                                asksForMember(1),
                                new Must.Refused(EndReason.NOT_OFFERED, "NOT_OFFERED"))
                        .in(Scene.SAME_RESIDENT_BEFORE)
                        .whileAt("choose-options", Deeds::chooseAnother),
                front(
                        "another request id than the kiosk's",
                        Deeds.alteredCall(
                                REQUEST_DOCUMENT,
                                asked -> asked.at(asked.path().replaceFirst("[0-9a-f]{32}$", OTHER_ID))),
                        latched(BindingCheck.REQUEST)),
                front(
                        "another visit id than the kiosk's",
                        Deeds.alteredCall(
                                REQUEST_DOCUMENT,
                                asked -> asked.at(
                                        asked.path().replaceFirst("visits/[0-9a-f]{32}", "visits/" + OTHER_ID))),
                        lost("UNKNOWN_VISIT")),
                front(
                        "another municipality asked than the resident did",
                        Deeds.alteredBody(REQUEST_DOCUMENT, body -> body.put("municipality", "13999")),
                        new Must.Refused(EndReason.NOT_OFFERED, "NOT_OFFERED")),
                front(
                        "the same request id used before, with other content",
                        VisitAttacks::usedBefore,
                        lost("REQUEST_CONFLICT")),
                front(
                                "its own key in place of the visit's",
                                Deeds.alteredBody(AUTHENTICATE, VisitAttacks::ownKey),
                                refused("WRONG_KEY"))
                        .from(ENTER_PIN),
                // answers to other calls
                front(
                        "the answer to an earlier call",
                        field -> field.say(
                                REQUEST_DOCUMENT, (asked, center) -> Reply.of(Deeds.earliest(center, AUTHENTICATE))),
                        garbled("manifest is missing")),
                front("an answer that was lost, given to the next who asks", replayed(), latched(BindingCheck.T))
                        .in(Scene.ANSWER_LOST_BEFORE),
                front(
                                "the answer kept until the resident has left",
                                Deeds.kept(REQUEST_DOCUMENT),
                                new Must.Refused(EndReason.CANCELLED, "came after its end"))
                        .whileAt("fetch-document", VisitAttacks::cancel),
                front("the answer delivered twice", Deeds.written(REQUEST_DOCUMENT, VisitAttacks::twice), unharmed()),
                front("another visit's package behind an answer", VisitAttacks::split, unharmed())
                        .from(ENTER_PIN)
                        .in(Scene.SAME_RESIDENT_BEFORE),
                // nonces
                nonce("a nonce of 31 bytes", 31),
                nonce("a nonce of 33 bytes", 33),
                nonce("an empty nonce", 0),
                front("no nonce", Deeds.altered(OPEN_VISIT, body -> body.remove("nonce")), garbled("nonce"))
                        .from(PLACE_CARD),
                front("the nonce of an earlier visit", usedNonce(), lost("WRONG_NONCE"))
                        .from(PLACE_CARD)
                        .in(Scene.SAME_RESIDENT_BEFORE),
                front("the nonce of another open visit", VisitAttacks::nonceOfAnother, lost("WRONG_NONCE"))
                        .from(PLACE_CARD),
                front(
                                "for a nonce, the digest of a text that it wants signed",
                                Deeds.altered(
                                        OPEN_VISIT,
                                        body -> body.put(
                                                "nonce",
                                                Base64.getEncoder()
                                                        .encodeToString(HexFormat.of()
                                                                .parseHex(Forgery.sha256(Deeds.utf8("I owe you")))))),
                                lost("WRONG_NONCE"))
                        .from(PLACE_CARD),
                front(
                                "for its id, a text that it wants signed",
                                Deeds.altered(OPEN_VISIT, body -> body.put("center", "I owe you ¥1,000,000")),
                                refused("WRONG_CENTER"))
                        .from(PLACE_CARD),
                front(
                                "an id that is longer than any",
                                Deeds.altered(OPEN_VISIT, body -> body.put("center", "x".repeat(65))),
                                garbled("center"))
                        .from(PLACE_CARD),
                // the catalogue
                front(
                                "the catalogue of a resident of elsewhere",
                                Deeds.alteredText(AUTHENTICATE, json -> json.replace("\"02201\"", "\"13999\"")),
                                new Must.Refused(EndReason.NOT_OFFERED, "NOT_OFFERED"))
                        .from(ENTER_PIN),
                front(
                                "a catalogue with lower fees",
                                Deeds.alteredText(AUTHENTICATE, json -> json.replace("\"fee\":300", "\"fee\":100")),
                                new Must.Refused(EndReason.FEE_CHANGED, "FEE_CHANGED"))
                        .from(ENTER_PIN),
                front(
                                "a catalogue for nobody, the proof kept from the center",
                                VisitAttacks::welcome,
                                lost("NOT_AUTHENTICATED"))
                        .from(ENTER_PIN),
                front(
                                "a fee below nothing",
                                Deeds.alteredText(AUTHENTICATE, json -> json.replace("\"fee\":300", "\"fee\":-300")),
                                garbled("fee"))
                        .from(ENTER_PIN),
                front(
                                "an option that is there twice",
                                Deeds.alteredText(AUTHENTICATE, json -> json.replace("\"domicile\"", "\"scope\"")),
                                garbled("options"))
                        .from(ENTER_PIN));
    }

    private static Deed replayed() {
        return field ->
                field.say(REQUEST_DOCUMENT, (asked, center) -> Reply.of(Deeds.earliest(center, REQUEST_DOCUMENT)));
    }

    /** This visit's answer, but for one member, which is of an earlier one. */
    private static Deed mixed(String earlier) {
        return field -> field.say(REQUEST_DOCUMENT, (asked, center) -> {
            ObjectNode old = (ObjectNode)
                    JSON.readTree(Deeds.earliest(center, REQUEST_DOCUMENT).body());
            ObjectNode now = (ObjectNode) JSON.readTree(center.ask(asked).body());
            now.set(earlier, old.path(earlier));
            return Reply.of(new Answer(200, now.toString()));
        });
    }

    /** What an earlier manifest said, but for these members, which are as they must be now. */
    private static Attack resigned(String name, BindingCheck check, String... now) {
        return center(
                        name,
                        f -> {
                            ObjectNode earlier =
                                    Forgery.manifest(Deeds.earliest(f.field().center(), REQUEST_DOCUMENT));
                            earlier.remove(List.of(now));
                            f.manifest.setAll(earlier);
                        },
                        latched(check))
                .in(Scene.SAME_RESIDENT_BEFORE);
    }

    private static void moreCopies(Field field) throws IOException, GeneralSecurityException {
        Deeds.alteredBody(REQUEST_DOCUMENT, body -> body.put("copies", 2).put("fee", 600))
                .begin(field);
    }

    private static void otherKind(Field field) throws IOException, GeneralSecurityException {
        Deeds.alteredBody(REQUEST_DOCUMENT, body -> {
                    body.put("kind", "seal-registration");
                    body.putObject("options");
                })
                .begin(field);
    }

    /** In place of whom the kiosk named, who had that place in the list of the first visit at this center. */
    private static Deed asksForMember(int place) {
        return field -> field.say(REQUEST_DOCUMENT, (asked, center) -> {
            ObjectNode other = (ObjectNode) JSON.readTree(asked.body());
            other.putArray("members")
                    .add(JSON.readTree(Deeds.earliest(center, AUTHENTICATE).body())
                            .at("/offers/0/members/" + place + "/handle")
                            .asText());
            return Reply.of(center.ask(asked.with(JSON.writeValueAsBytes(other))));
        });
    }

    private static void usedBefore(Field field) {
        field.say(REQUEST_DOCUMENT, (asked, center) -> {
            ObjectNode other = (ObjectNode) JSON.readTree(asked.body());
            ((ObjectNode) other.path("options")).put("scope", "household");
            Answer first = center.ask(asked.with(JSON.writeValueAsBytes(other)));
            return Reply.of(first.status() == 200 ? center.ask(asked) : first);
        });
    }

    private static void ownKey(ObjectNode proof) {
        try {
            proof.put(
                    "publicKey",
                    Base64.getEncoder().encodeToString(Keys.pair().getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Reply twice(Answer honest) {
        return Reply.bytes(Reply.joined(Reply.http(honest), Reply.http(honest)));
    }

    /** Behind the answer to the proof lies a package that nobody asked for yet. */
    private static void split(Field field) {
        field.say(
                AUTHENTICATE,
                (asked, center) -> Reply.bytes(Reply.joined(
                        Reply.http(center.ask(asked)), Reply.http(Deeds.earliest(center, REQUEST_DOCUMENT)))));
    }

    private static Attack nonce(String name, int length) {
        String nonce = Base64.getEncoder().encodeToString(new byte[length]);
        return front(name, Deeds.altered(OPEN_VISIT, body -> body.put("nonce", nonce)), garbled("nonce"))
                .from(PLACE_CARD);
    }

    private static Deed usedNonce() {
        return field -> field.say(OPEN_VISIT, (asked, center) -> {
            Answer ignored = center.ask(asked);
            return Reply.of(Deeds.earliest(center, OPEN_VISIT));
        });
    }

    private static void nonceOfAnother(Field field) {
        field.say(OPEN_VISIT, (asked, center) -> {
            Answer ignored = center.ask(asked);
            return Reply.of(center.ask(asked.at("/v1/visits/" + OTHER_ID)));
        });
    }

    /** The front lets in whom it likes. */
    private static void welcome(Field field) {
        field.say(AUTHENTICATE, (asked, center) -> Reply.of(new Answer(200, """
                        {"municipalities":[],"offers":[{"municipality":"02201","municipalityName":{"ja":"青森市"},
                        "kind":"residence-record","fee":300,"maxCopies":1,"options":[]}],"withheld":[]}""")));
    }

    private static boolean cancel(Visitor visitor, Element screen) throws IOException {
        visitor.tap(screen, "[data-do=cancel]");
        return false;
    }
}
