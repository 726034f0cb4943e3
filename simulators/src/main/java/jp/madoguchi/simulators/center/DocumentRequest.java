package jp.madoguchi.simulators.center;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The body of <em>request a document</em>: which one, how many, and the fee in yen that the resident agreed to.
 *
 * @param members the handles of who was chosen, sorted; empty unless {@code scope} is {@code members}
 */
record DocumentRequest(
        String municipality, String kind, Map<String, String> options, List<String> members, int copies, int fee) {
    /** The value of {@code scope} that leaves it to the resident who of the household is meant. */
    static final String MEMBERS = "members";

    private static final String SCOPE = "scope";

    static DocumentRequest read(byte[] body) throws Malformed {
        JsonObject json = JsonObject.read(body).only("municipality", "kind", "options", MEMBERS, "copies", "fee");
        return new DocumentRequest(
                json.text("municipality"),
                json.text("kind"),
                json.textMap("options"),
                members(json),
                json.whole("copies", 1),
                json.whole("fee", 0));
    }

    /** In the one spelling that they have: sorted, none twice. */
    private static List<String> members(JsonObject json) throws Malformed {
        if (!json.has(MEMBERS)) {
            return List.of();
        }
        List<String> members = json.texts(MEMBERS);
        boolean spelled = new ArrayList<>(new TreeSet<>(members)).equals(members)
                && members.stream().allMatch(Ids::isId);
        if (!spelled || members.isEmpty() || members.size() > Household.MOST) {
            throw new Malformed("members is not 1 to 20 handles, sorted and distinct");
        }
        return members;
    }

    /** Empty for papers that are about one person. */
    String scope() {
        return options.getOrDefault(SCOPE, "");
    }

    boolean asksForMembers() {
        return MEMBERS.equals(options.get(SCOPE));
    }

    boolean asksFor(String option) {
        return "yes".equals(options.get(option));
    }
}
