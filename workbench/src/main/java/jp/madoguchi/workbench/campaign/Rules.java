package jp.madoguchi.workbench.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.workbench.Visitor;

/** What must hold after every visit, whatever struck it. */
final class Rules {
    private Rules() {}

    /** The rules that the truth breaks, in words. */
    static List<String> broken(Truth truth, Paperwork paperwork, Visitor.Result result) {
        List<String> broken = new ArrayList<>();
        outcome(broken, result);
        card(broken, truth);
        coins(broken, truth, paperwork, result);
        payOut(broken, truth, paperwork);
        balance(broken, paperwork);
        paper(broken, truth, paperwork);
        return broken;
    }

    private static void check(List<String> broken, boolean holds, String rule) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private static void outcome(List<String> broken, Visitor.Result result) {
        // A visit in which nothing was begun but a card read may end without a last screen.
        boolean quiet = result.end().isEmpty() && result.money().inserted().isZero();
        check(
                broken,
                quiet || (!result.words().isBlank() && !result.end().startsWith("stands still")),
                "no defined end: " + result.end());
    }

    private static void card(List<String> broken, Truth truth) {
        check(
                broken,
                truth.verifies() <= truth.pinsTyped(),
                truth.verifies() + " VERIFY for " + truth.pinsTyped() + " PINs");
    }

    private static void coins(List<String> broken, Truth truth, Paperwork paperwork, Visitor.Result result) {
        int credited = paperwork.sum("CoinInserted", "yen");
        boolean lostAndSaid = credited < truth.taken()
                && (result.end().startsWith("cash") || result.end().equals("money-uncounted"));
        check(
                broken,
                credited == truth.taken() || lostAndSaid,
                truth.taken() + " yen were taken, " + credited + " credited");
        check(broken, truth.money().escrow() == 0, truth.money().escrow() + " yen are left in escrow");
        int back = truth.offered() - truth.taken() - truth.money().escrow();
        check(
                broken,
                truth.money().tray() == back + truth.paidOut(),
                truth.money().tray() + " yen lie in the tray, and not " + (back + truth.paidOut()));
    }

    private static void payOut(List<String> broken, Truth truth, Paperwork paperwork) {
        long intended = paperwork.of("PayOutIntended").count();
        check(broken, truth.payOuts() <= intended, truth.payOuts() + " pay-outs sent, " + intended + " recorded");
        int paid = paperwork.sum("PayOutEnded", "paid");
        boolean certain = paperwork
                .of("PayOutEnded")
                .allMatch(each -> each.path("certain").asBoolean());
        check(
                broken,
                certain ? paid == truth.paidOut() : paid <= truth.paidOut(),
                truth.paidOut() + " yen came out, " + paid + " recorded");
    }

    private static void balance(List<String> broken, Paperwork paperwork) {
        for (JsonNode ended : paperwork.of("Ended").toList()) {
            int inserted = ended.path("inserted").asInt();
            int sum = ended.path("kept").asInt()
                    + ended.path("returned").asInt()
                    + ended.path("owed").asInt();
            check(broken, inserted == sum, inserted + " yen inserted, " + sum + " accounted for");
        }
    }

    private static void paper(List<String> broken, Truth truth, Paperwork paperwork) {
        check(broken, truth.certificates().size() <= 1, truth.certificates().size() + " documents sent");
        Optional<JsonNode> print = paperwork.of("PrintEnded").findFirst();
        String said = print.map(each -> each.path("result").asText()).orElse("nothing");
        int sides = truth.certificateSides();
        switch (said) {
            case "PRINTED" ->
                check(
                        broken,
                        sides == print.get().path("sides").asInt()
                                && truth.certificates().stream()
                                                        .mapToInt(PrintedJob::sheets)
                                                        .sum()
                                                * 2
                                        == sides,
                        "PRINTED, and " + sides + " sides came out");
            case "UNKNOWN" -> {}
            default -> check(broken, sides == 0, said + ", and " + sides + " sides came out");
        }
        boolean kept = paperwork.of("Ended").anyMatch(each -> each.path("kept").asInt() > 0);
        check(broken, !kept || said.equals("PRINTED"), "money kept for " + said);
    }
}
