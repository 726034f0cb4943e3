package jp.madoguchi.workbench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.madoguchi.workbench.campaign.Paperwork;

/** What the ledger says of one visit, fact by fact, without the program's own arithmetic. Amounts in yen. */
record Account(String visit, List<Paperwork.Line> lines) {
    private static final String NOBODY = "0".repeat(32);

    /** Of every visit, the oldest first. */
    static List<Account> all(Paperwork paperwork) {
        Map<String, List<Paperwork.Line>> visits = new LinkedHashMap<>();
        for (Paperwork.Line line : paperwork.lines()) {
            if (!line.visit().equals(NOBODY)) {
                visits.computeIfAbsent(line.visit(), each -> new ArrayList<>()).add(line);
            }
        }
        return visits.entrySet().stream()
                .map(each -> new Account(each.getKey(), each.getValue()))
                .toList();
    }

    List<JsonNode> of(String kind) {
        return lines.stream()
                .filter(line -> line.kind().equals(kind))
                .map(Paperwork.Line::body)
                .toList();
    }

    Optional<JsonNode> last(String kind) {
        List<JsonNode> all = of(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    int sum(String kind, String member) {
        return of(kind).stream().mapToInt(body -> body.path(member).asInt()).sum();
    }

    int inserted() {
        return sum("CoinInserted", "yen");
    }

    /** Certain to have come out of the hoppers. */
    int paid() {
        return sum("HopperPaid", "yen");
    }

    /** Asked of a hopper that cannot say what of it came out. */
    int doubtful() {
        int doubtful = 0;
        int asked = 0;
        for (Paperwork.Line line : lines) {
            if (line.kind().equals("PayOutIntended")) {
                asked = line.body().path("yen").asInt();
            } else if (line.kind().equals("HopperPaid")) {
                doubtful += line.body().path("certain").asBoolean()
                        ? 0
                        : asked - line.body().path("yen").asInt();
                asked = 0;
            }
        }
        return doubtful + asked;
    }

    /** Whether money may have gone in that nobody counted. */
    boolean uncounted() {
        return of("CashBroken").stream().anyMatch(each -> each.path("uncounted").asBoolean());
    }

    /** Whether anything of the money is not certain. */
    boolean inDoubt() {
        return doubtful() > 0
                || uncounted()
                || last("Claimed")
                        .filter(said -> !said.path("certain").asBoolean())
                        .isPresent();
    }

    int fee() {
        return sum("Ordered", "fee");
    }

    String request() {
        return last("Ordered").map(each -> each.path("request").asText()).orElse("");
    }

    /** The last word on the paper; empty when there is none. */
    String paper() {
        return last("PrintEnded").map(each -> each.path("result").asText()).orElse("");
    }

    boolean paperUnknown() {
        return paper().equals("UNKNOWN");
    }

    boolean printed() {
        return paper().equals("PRINTED");
    }

    int kept() {
        return end("kept");
    }

    int owed() {
        return end("owed");
    }

    private int end(String member) {
        return last("Ended").map(each -> each.path(member).asInt()).orElse(0);
    }

    @Override
    public String toString() {
        return visit.substring(0, 8) + " "
                + lines.stream().map(line -> line.kind() + line.body()).collect(Collectors.joining(" "));
    }

    /** In one word: what the resident was left with. */
    String outcome() {
        if (inDoubt()) {
            return "claim, to be counted";
        }
        if (owed() > 0) {
            return "claim";
        }
        return kept() > 0 ? "delivered" : inserted() > 0 ? "money returned" : "nothing taken";
    }
}
