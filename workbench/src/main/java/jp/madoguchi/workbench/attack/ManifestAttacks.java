package jp.madoguchi.workbench.attack;

import static jp.madoguchi.workbench.attack.Rows.center;
import static jp.madoguchi.workbench.attack.Rows.latched;
import static jp.madoguchi.workbench.attack.Rows.outOfTime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import jp.madoguchi.kiosk.center.BindingCheck;

/** What a validly signed manifest says. */
final class ManifestAttacks {
    private static final String NOBODY = "ff".repeat(16);
    private static final int FORTY_MINUTES = 2400;
    private static final int A_MINUTE = 60;

    private ManifestAttacks() {}

    static List<Attack> all() {
        return List.of(
                // form
                said("a member that is not in the table", m -> m.put("note", "paid"), BindingCheck.SHAPE),
                said("a member missing", m -> m.remove("issueNumber"), BindingCheck.SHAPE),
                text(
                        "a member twice, right and wrong",
                        json -> json.replace("\"fee\":300", "\"fee\":300,\"fee\":0"),
                        BindingCheck.SHAPE),
                text("the fee a text", json -> json.replace("\"fee\":300", "\"fee\":\"300\""), BindingCheck.SHAPE),
                text("the fee a fraction", json -> json.replace("\"fee\":300", "\"fee\":300.0"), BindingCheck.SHAPE),
                text("a byte-order mark", json -> "\uFEFF" + json, BindingCheck.SHAPE),
                text("a second object behind it", json -> json + json, BindingCheck.SHAPE),
                text(
                        "a hundred thousand brackets",
                        json -> json.replace("\"fee\":300", "\"fee\":" + "[".repeat(100_000)),
                        BindingCheck.SHAPE),
                said("another version", m -> m.put("version", 2), BindingCheck.VERSION),
                // bound to something else
                said("another authentication text", m -> m.put("t", "00".repeat(32)), BindingCheck.T),
                center(
                        "the text that another center would have been given",
                        f -> f.manifest.put("t", Forgery.sha256(Deeds.replace(f.t, "TEST-CENTER", "EVIL-CENTER"))),
                        latched(BindingCheck.T)),
                said("another kiosk", m -> m.put("kiosk", "K-0002"), BindingCheck.KIOSK),
                said("another visit", m -> m.put("visit", "00".repeat(16)), BindingCheck.VISIT),
                said("another request", m -> m.put("request", "00".repeat(16)), BindingCheck.REQUEST),
                said("another municipality", m -> m.put("municipality", "13999"), BindingCheck.MUNICIPALITY),
                said("another resident", m -> m.put("certificate", "00".repeat(32)), BindingCheck.CERTIFICATE),
                said("another kind", m -> m.put("kind", "seal-registration"), BindingCheck.KIND),
                said("another option", m -> options(m).put("scope", "household"), BindingCheck.OPTIONS),
                said("an option more", m -> options(m).put("year", "2026"), BindingCheck.OPTIONS),
                said("an option fewer", m -> options(m).remove("scope"), BindingCheck.OPTIONS),
                said(
                        "members where none were chosen",
                        m -> m.putArray("members").add(NOBODY),
                        BindingCheck.MEMBERS),
                said("an empty list of members", m -> m.putArray("members"), BindingCheck.SHAPE),
                chosen(
                        "other members than were chosen",
                        m -> m.putArray("members").add(NOBODY)),
                chosen("a member more than was chosen", m -> members(m).add(NOBODY)),
                chosen("no members though one was chosen", m -> m.remove("members")),
                said("another number of copies", m -> m.put("copies", 2), BindingCheck.COPIES),
                said("a lower fee", m -> m.put("fee", 0), BindingCheck.FEE),
                said("a higher fee", m -> m.put("fee", 600), BindingCheck.FEE),
                // time
                center(
                        "issued ten minutes from now",
                        f -> lives(f.manifest, 600, 1200),
                        outOfTime(BindingCheck.ISSUED)),
                center("expired a second ago", f -> lives(f.manifest, -600, -1), outOfTime(BindingCheck.EXPIRES)),
                center(
                        "valid for longer than half an hour",
                        f -> lives(f.manifest, -1, FORTY_MINUTES),
                        outOfTime(BindingCheck.LIFETIME)),
                center(
                        "expires before anybody could have paid",
                        f -> lives(f.manifest, -1, A_MINUTE),
                        outOfTime(BindingCheck.EXPIRES)));
    }

    private static Attack said(String what, Consumer<ObjectNode> change, BindingCheck check) {
        return center("manifest: " + what, f -> change.accept(f.manifest), latched(check));
    }

    /** Of the household, the resident chose one other. */
    private static Attack chosen(String what, Consumer<ObjectNode> change) {
        return said(what, change, BindingCheck.MEMBERS).whileAt("choose-options", Deeds::chooseAnother);
    }

    private static ArrayNode members(ObjectNode manifest) {
        return (ArrayNode) manifest.path("members");
    }

    private static Attack text(String what, UnaryOperator<String> change, BindingCheck check) {
        return center("manifest: " + what, f -> f.text = change, latched(check));
    }

    private static ObjectNode options(ObjectNode manifest) {
        return (ObjectNode) manifest.path("options");
    }

    private static void lives(ObjectNode manifest, long from, long until) {
        manifest.put("issued", Deeds.secondsFromNow(from)).put("expires", Deeds.secondsFromNow(until));
    }
}
