package jp.madoguchi.simulators.center;

import java.util.Map;

/** The body of <em>request a document</em>: which one, how many, and the fee in yen that the resident agreed to. */
record DocumentRequest(String municipality, String kind, Map<String, String> options, int copies, int fee) {

    static DocumentRequest read(byte[] body) throws Malformed {
        JsonObject json = JsonObject.read(body).only("municipality", "kind", "options", "copies", "fee");
        return new DocumentRequest(
                json.text("municipality"),
                json.text("kind"),
                json.textMap("options"),
                json.whole("copies", 1),
                json.whole("fee", 0));
    }

    boolean asksFor(String option) {
        return "yes".equals(options.get(option));
    }
}
