package jp.madoguchi.workbench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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

    /** A sound visit: 600 yen in, 200 out as change, a fee of 400 kept for two sides on one sheet. */
    private record Story(
            int pins,
            List<String> card,
            int fell,
            int out,
            List<String> cash,
            List<PrintedJob> jobs,
            Map<String, Map<String, Object>> facts,
            String end) {
        static Story sound() {
            return new Story(
                    2,
                    List.of(VERIFY, VERIFY, "00200080"),
                    600,
                    200,
                    List.of("229 to 2", "167 to 3"),
                    List.of(job("V-1", 2, 1), job("R-1", 1, 1)),
                    Map.of(
                            "CoinInserted", Map.of("yen", 600),
                            "PayOutIntended", Map.of("coins", 2),
                            "PayOutEnded", Map.of("paid", 200, "certain", true),
                            "PrintEnded", Map.of("result", "PRINTED", "sides", 2),
                            "Ended", Map.of("inserted", 600, "kept", 400, "returned", 200, "owed", 0)),
                    "delivered");
        }

        Story facts(String kind, Map<String, Object> body) {
            Map<String, Map<String, Object>> changed = new HashMap<>(facts);
            changed.put(kind, body);
            return new Story(pins, card, fell, out, cash, jobs, changed, end);
        }

        List<String> broken() {
            List<Paperwork.Line> lines = new ArrayList<>();
            ObjectMapper json = new ObjectMapper();
            facts.forEach((kind, body) -> lines.add(new Paperwork.Line("v", kind, json.valueToTree(body))));
            return Rules.broken(
                    new Truth(pins, card, fell, money(fell, out), cash, jobs, 2),
                    new Paperwork(lines),
                    new Visitor.Result(end, end.isEmpty() ? "" : "words", money(), Map.of()));
        }

        /** Coins in the box, and change from the hopper of 100 yen coins in the tray. */
        private static World money(int fell, int out) {
            return new World(fell, 0, 0, out, Map.of(3, Workbench.COINS - out / 100, 4, Workbench.COINS));
        }

        private Money money() {
            return new Money(new Yen(fell), Yen.ZERO, Yen.ZERO, Yen.ZERO);
        }
    }

    private static PrintedJob job(String name, int sides, int sheets) {
        return new PrintedJob(1, name, Path.of("job.pdf"), JobPhase.COMPLETED, sides, sheets);
    }

    @Test
    void visit_inOrder_breaksNoRule() {
        assertEquals(List.of(), Story.sound().broken());
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("VERIFY", s -> new Story(1, s.card, s.fell, s.out, s.cash, s.jobs, s.facts, s.end)),
                lie("credited", s -> new Story(s.pins, s.card, 700, s.out, s.cash, s.jobs, s.facts, s.end)),
                lie("credited", s -> new Story(s.pins, s.card, 500, s.out, s.cash, s.jobs, s.facts, "cash-not-ready")),
                lie("came out", s -> new Story(s.pins, s.card, s.fell, 300, s.cash, s.jobs, s.facts, s.end)),
                lie("came out", s -> s.facts("PayOutEnded", Map.of("paid", 300, "certain", false))),
                lie(
                        "pay-outs sent",
                        s -> new Story(
                                s.pins,
                                s.card,
                                s.fell,
                                s.out,
                                List.of("167 to 3", "167 to 3"),
                                s.jobs,
                                s.facts,
                                s.end)),
                lie("accounted", s -> s.facts("Ended", Map.of("inserted", 600, "kept", 400, "returned", 100))),
                lie(
                        "documents sent",
                        s -> new Story(
                                s.pins,
                                s.card,
                                s.fell,
                                s.out,
                                s.cash,
                                List.of(job("V-1", 2, 1), job("V-1", 0, 0)),
                                s.facts,
                                s.end)),
                lie(
                        "came out",
                        s -> new Story(
                                s.pins, s.card, s.fell, s.out, s.cash, List.of(job("V-1", 1, 1)), s.facts, s.end)),
                lie("came out", s -> s.facts("PrintEnded", Map.of("result", "NOT_PRINTED", "sides", 0))),
                lie("money kept", s -> s.facts("PrintEnded", Map.of("result", "UNKNOWN", "sides", 2))),
                lie(
                        "no defined end",
                        s -> new Story(
                                s.pins, s.card, s.fell, s.out, s.cash, s.jobs, s.facts, "stands still at print")),
                lie("no defined end", s -> new Story(s.pins, s.card, s.fell, s.out, s.cash, s.jobs, s.facts, "")));
    }

    private static Arguments lie(String rule, UnaryOperator<Story> told) {
        return Arguments.of(rule, told);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void visit_withALie_breaksTheRule(String rule, UnaryOperator<Story> told) {
        List<String> broken = told.apply(Story.sound()).broken();
        assertTrue(broken.stream().anyMatch(each -> each.contains(rule)), broken.toString());
    }
}
