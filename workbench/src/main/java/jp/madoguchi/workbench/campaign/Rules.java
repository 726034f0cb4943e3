package jp.madoguchi.workbench.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.workbench.Visitor;

/** What must hold after a visit, whatever struck it, and after the next one, which nothing strikes. */
public final class Rules {
    private static final int TRIES = 3;
    /** What the resident of the struck visit mistypes. */
    private static final int WRONG_PINS = 1;

    private final Truth truth;
    private final Paperwork paperwork;
    private final List<String> broken = new ArrayList<>();

    private Rules(Truth truth, Paperwork paperwork) {
        this.truth = truth;
        this.paperwork = paperwork;
    }

    /**
     * The rules that the truth breaks, in words.
     *
     * @param truth of both visits together
     * @param next how the visit after the struck one went
     */
    static List<String> broken(Truth truth, Paperwork paperwork, Visitor.Result struck, Visitor.Result next) {
        Rules rules = new Rules(truth, paperwork);
        rules.outcome(struck, next);
        rules.card();
        rules.books();
        return rules.broken;
    }

    /** Those of them that hold of money and paper, however many visits there were. */
    public static List<String> brokenInTheBooks(Truth truth, Paperwork paperwork) {
        Rules rules = new Rules(truth, paperwork);
        rules.books();
        return rules.broken;
    }

    private void books() {
        taken();
        payOut();
        balance();
        paper();
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private void outcome(Visitor.Result struck, Visitor.Result next) {
        // A visit in which nothing was begun but a card read may end without a last screen.
        boolean quiet = struck.end().isEmpty() && struck.money().inserted().isZero();
        check(
                quiet || (!struck.words().isBlank() && !struck.end().startsWith("stands still")),
                "no defined end: " + struck.end());
        check(next.end().equals("delivered"), "the next visit ends as " + next.end());
    }

    private void card() {
        check(truth.verifies() <= truth.pinsTyped(), truth.verifies() + " VERIFY for " + truth.pinsTyped() + " PINs");
        check(truth.triesLeft() >= TRIES - WRONG_PINS, truth.triesLeft() + " tries left");
    }

    private void taken() {
        int credited = paperwork.sum("CoinInserted", "yen");
        boolean said = paperwork
                .of("CashBroken")
                .anyMatch(each -> each.path("trouble").asText().equals("EVENTS_LOST"));
        check(
                credited == truth.taken() || (credited < truth.taken() && said),
                truth.taken() + " yen were taken, " + credited + " credited");
        check(truth.money().escrow() == 0, truth.money().escrow() + " yen are left in escrow");
        int back = truth.offered() - truth.taken() - truth.money().escrow();
        check(
                truth.money().tray() == back + truth.paidOut(),
                truth.money().tray() + " yen lie in the tray, and not " + (back + truth.paidOut()));
    }

    private void payOut() {
        long intended = paperwork.of("PayOutIntended").count();
        check(truth.payOuts() <= intended, truth.payOuts() + " pay-outs sent, " + intended + " recorded");
        int paid = paperwork.sum("PayOutEnded", "paid");
        boolean certain = paperwork
                .of("PayOutEnded")
                .allMatch(each -> each.path("certain").asBoolean());
        check(
                certain ? paid == truth.paidOut() : paid <= truth.paidOut(),
                truth.paidOut() + " yen came out, " + paid + " recorded");
        int returned = paperwork.ended("returned");
        check(returned == paid, paid + " yen recorded as paid, " + returned + " as returned");
    }

    /** Against facts that the ends are not made of: what was credited, and the fee of each document that was printed. */
    private void balance() {
        int inserted = paperwork.ended("inserted");
        int credited = paperwork.sum("CoinInserted", "yen");
        check(inserted == credited, credited + " yen credited, " + inserted + " in the visits' ends");
        int kept = paperwork.ended("kept");
        int returned = paperwork.ended("returned");
        int owed = paperwork.ended("owed");
        check(
                inserted == kept + returned + owed,
                inserted + " yen inserted, " + (kept + returned + owed) + " accounted for");
        int fees = paperwork.lines().stream()
                .filter(line -> line.kind().equals("PrintEnded")
                        && line.body().path("result").asText().equals("PRINTED"))
                .mapToInt(line -> paperwork.sumOf(line.visit(), "Ordered", "fee"))
                .sum();
        check(kept == fees, kept + " yen kept, and " + fees + " are the fees of what was printed");
    }

    private void paper() {
        for (Paperwork.Line intent : paperwork.lines()) {
            if (intent.kind().equals("PrintIntended")) {
                paper(intent.visit(), intent.body().path("job").asText());
            }
        }
    }

    private void paper(String visit, String job) {
        List<PrintedJob> documents = truth.documents(job);
        check(documents.size() <= 1, documents.size() + " documents sent");
        int sides = documents.stream().mapToInt(PrintedJob::impressions).sum();
        int sheets = documents.stream().mapToInt(PrintedJob::sheets).sum();
        String said = paperwork
                .of(visit, "PrintEnded")
                .map(each ->
                        each.path("result").asText() + " " + each.path("sides").asInt())
                .collect(Collectors.joining(", "));
        boolean fits = said.startsWith("UNKNOWN")
                || (said.equals("PRINTED " + sides) && 2 * sheets == sides && sides > 0)
                || (said.equals("NOT_PRINTED 0") && sides == 0);
        check(fits, "said " + said + ", and " + sides + " sides came out");
    }
}
