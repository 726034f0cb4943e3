package jp.madoguchi.workbench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Money;
import jp.madoguchi.simulators.cash.World;
import jp.madoguchi.simulators.printer.JobPhase;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.workbench.Visitor;
import jp.madoguchi.workbench.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A campaign that cannot find a lie would prove nothing: each rule is shown one. */
class RulesTest {
    private static final String VERIFY = "0020008004********";
    private static final String FIRST = "a";
    private static final String NEXT = "b";

    /** Two sound visits: 600 and 500 yen in, 200 and 200 out, fees of 400 and 300 kept for two sides each. */
    private static final class Story {
        int pins = 2;
        int tries = 3;
        int taken = 1100;
        int out = 400;
        List<String> cash = List.of("229 to 2", "167 to 3", "167 to 3");
        List<PrintedJob> jobs = List.of(job("D-a", 2, 1), job("R-a", 1, 1), job("D-b", 2, 1));
        String end = "delivered";
        String next = "delivered";
        final List<Paperwork.Line> lines = new ArrayList<>();

        Story() {
            visit(FIRST, 600, 400);
            visit(NEXT, 500, 300);
        }

        private void visit(String visit, int inserted, int fee) {
            write(visit, "Ordered", Map.of("fee", fee));
            write(visit, "CoinInserted", Map.of("yen", inserted));
            write(visit, "PayOutIntended", Map.of("coins", 2));
            write(visit, "PayOutEnded", Map.of("paid", 200, "certain", true));
            write(visit, "PrintIntended", Map.of("job", "D-" + visit));
            write(visit, "PrintEnded", Map.of("result", "PRINTED", "sides", 2));
            write(visit, "Ended", Map.of("inserted", inserted, "kept", fee, "returned", 200, "owed", 0));
        }

        /** Writes a fact in the place of the one of this kind, or behind the others. */
        Story write(String visit, String kind, Map<String, Object> body) {
            lines.removeIf(line -> line.visit().equals(visit) && line.kind().equals(kind));
            lines.add(new Paperwork.Line(visit, kind, new ObjectMapper().valueToTree(body)));
            return this;
        }

        List<String> broken() {
            World money = new World(taken, 0, 0, out, Map.of(3, Workbench.COINS - out / 100, 4, Workbench.COINS));
            return Rules.broken(
                    new Truth(pins, List.of(VERIFY, VERIFY, "00200080"), tries, taken, money, cash, jobs),
                    new Paperwork(lines),
                    result(end),
                    result(next));
        }

        private static Visitor.Result result(String end) {
            Money money = new Money(Set.of(), new Yen(500), Yen.ZERO, Yen.ZERO, Yen.ZERO);
            return new Visitor.Result(end, end.isEmpty() ? "" : "words", money, Map.of());
        }
    }

    private static PrintedJob job(String name, int sides, int sheets) {
        return new PrintedJob(1, name, Path.of("job.pdf"), JobPhase.COMPLETED, sides, sheets);
    }

    @Test
    void visits_inOrder_breakNoRule() {
        assertEquals(List.of(), new Story().broken());
    }

    @Test
    void money_thatIsSaidToBeLost_breaksNoRule() {
        Story story = new Story().write(FIRST, "CashBroken", Map.of("trouble", "EVENTS_LOST"));
        story.taken = 1200;
        assertEquals(List.of(), story.broken());
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("VERIFY", story -> story.pins = 1),
                lie("tries left", story -> story.tries = 1),
                lie("credited", story -> story.taken = 1000),
                lie("credited", story -> story.taken = 1200),
                lie("came out", story -> story.out = 500),
                lie("came out", story -> story.write(FIRST, "PayOutEnded", Map.of("paid", 300, "certain", false))),
                lie("pay-outs sent", story -> story.cash = List.of("167 to 3", "167 to 3", "167 to 4")),
                lie("as returned", story -> story.write(FIRST, "Ended", ended(600, 400, 100, 100))),
                lie("accounted", story -> story.write(FIRST, "Ended", ended(600, 400, 200, 100))),
                lie("visits' ends", story -> story.write(FIRST, "Ended", ended(500, 300, 200, 0))),
                lie("fees", story -> story.write(FIRST, "Ended", ended(600, 300, 200, 100))),
                lie("fees", story -> story.write(FIRST, "PrintEnded", Map.of("result", "UNKNOWN", "sides", 2))),
                lie(
                        "documents sent",
                        story -> story.jobs = List.of(job("D-a", 2, 1), job("D-a", 0, 0), job("D-b", 2, 1))),
                lie("sides came out", story -> story.jobs = List.of(job("D-a", 1, 1), job("D-b", 2, 1))),
                lie("sides came out", story -> story.jobs = List.of(job("D-b", 2, 1))),
                lie(
                        "sides came out",
                        story -> story.write(FIRST, "PrintEnded", Map.of("result", "NOT_PRINTED", "sides", 0))),
                lie("no defined end", story -> story.end = "stands still at print"),
                lie("no defined end", story -> story.end = ""),
                lie("the next visit", story -> story.next = "cash-not-ready"));
    }

    private static Map<String, Object> ended(int inserted, int kept, int returned, int owed) {
        return Map.of("inserted", inserted, "kept", kept, "returned", returned, "owed", owed);
    }

    private static Arguments lie(String rule, Consumer<Story> told) {
        return Arguments.of(rule, told);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void visits_withALie_breakTheRule(String rule, Consumer<Story> told) {
        Story story = new Story();
        told.accept(story);
        List<String> broken = story.broken();
        assertTrue(broken.stream().anyMatch(each -> each.contains(rule)), broken.toString());
    }
}
