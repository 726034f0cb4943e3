package jp.madoguchi.workbench.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.simulators.cash.World;
import jp.madoguchi.simulators.center.OutcomeRecord;
import jp.madoguchi.simulators.printer.JobPhase;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.workbench.campaign.Paperwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the campaign finds the lie that it is there for. */
class ReckoningTest {
    private static final String VISIT = "a".repeat(32);
    private static final String REQUEST = "b".repeat(32);
    private static final String END =
            "Ended {'request':'" + REQUEST + "','result':'printed','inserted':500,'kept':300,'returned':200,'owed':0}";
    private static final Plan QUIET = plan(Scenario.CHANGE, Mishap.NONE);
    private static final Plan POWER = plan(Scenario.CHANGE, Mishap.POWER);

    private static Plan plan(Scenario scenario, Mishap mishap) {
        return new Plan(scenario, Optional.empty(), Duration.ZERO, mishap, Optional.empty());
    }

    /** A visit in which 500 yen went in, 200 came out and two sides were printed: in the world, and in the books. */
    private static final class Scene {
        private final List<String> facts = new ArrayList<>(List.of(
                "Ordered {'request':'" + REQUEST + "','fee':300}",
                "CoinInserted {'yen':500}",
                "PayOutIntended {'yen':200}",
                "HopperPaid {'yen':200,'certain':true}",
                "PrintIntended {'sides':2}",
                "PrintEnded {'result':'PRINTED'}",
                END,
                "Reported {}"));
        private int offered = 500;
        private int cashbox = 500;
        private int stacker;
        private int escrow;
        private int tray = 200;
        private int paidOut = 200;
        private boolean noCoinYet;
        private final List<PrintedJob> jobs = new ArrayList<>(List.of(job("D-" + REQUEST, 2)));
        private final List<OutcomeRecord> outcomes = new ArrayList<>(List.of(outcome(VISIT, 500)));

        static Scene empty() {
            Scene scene = new Scene();
            scene.facts.clear();
            scene.jobs.clear();
            scene.outcomes.clear();
            scene.offered = 0;
            scene.cashbox = 0;
            scene.tray = 0;
            scene.paidOut = 0;
            return scene;
        }

        static PrintedJob job(String name, int sides) {
            return new PrintedJob(1, name, Path.of("document"), JobPhase.COMPLETED, sides, 1);
        }

        static OutcomeRecord outcome(String visit, int inserted) {
            return new OutcomeRecord(
                    "K-0001",
                    visit,
                    Optional.of(REQUEST),
                    OutcomeRecord.Result.PRINTED,
                    inserted,
                    inserted - 200,
                    200,
                    0);
        }

        void instead(String begin, String fact) {
            facts.replaceAll(each -> each.startsWith(begin + " ") ? fact : each);
        }

        void without(String begin) {
            facts.removeIf(each -> each.startsWith(begin + " "));
        }

        Reckoning.Standing standing() {
            ObjectMapper json = new ObjectMapper();
            List<Paperwork.Line> lines = new ArrayList<>();
            for (String fact : facts) {
                String[] words = fact.replace('\'', '"').split(" ", 2);
                try {
                    lines.add(new Paperwork.Line(VISIT, words[0], json.readTree(words[1])));
                } catch (JsonProcessingException mistyped) {
                    throw new IllegalArgumentException(mistyped);
                }
            }
            return new Reckoning.Standing(
                    new Reckoning.Happened(
                            offered,
                            paidOut,
                            new World(cashbox, stacker, escrow, tray, Map.of()),
                            List.copyOf(jobs),
                            List.copyOf(outcomes),
                            noCoinYet),
                    Account.all(new Paperwork(lines)));
        }
    }

    private static List<String> broken(Scene now, Plan plan) {
        return Reckoning.broken(Scene.empty().standing(), now.standing(), plan);
    }

    @Test
    void visit_asItWas_breaksNoRule() {
        assertEquals(List.of(), broken(new Scene(), QUIET));
    }

    private static Arguments lie(String words, Consumer<Scene> lie) {
        return Arguments.of(words, lie);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("has no end", scene -> scene.without("Ended")),
                lie("does not balance", scene -> scene.instead("Ended", END.replace("'kept':300", "'kept':200"))),
                lie(
                        "yen went in",
                        scene ->
                                scene.instead("Ended", END.replace("500", "600").replace("'kept':300", "'kept':400"))),
                lie(
                        "yen came out",
                        scene -> scene.instead(
                                "Ended",
                                END.replace("'returned':200", "'returned':100").replace("'owed':0", "'owed':100"))),
                lie(
                        "keeps 300 of 200",
                        scene -> scene.instead("Ordered", "Ordered {'request':'" + REQUEST + "','fee':200}")),
                lie(
                        "owes 100 and claims",
                        scene -> scene.instead(
                                "Ended",
                                END.replace("'returned':200", "'returned':100").replace("'owed':0", "'owed':100"))),
                lie("is in doubt, and every device could say", scene -> {
                    scene.facts.add("CashBroken {'uncounted':true}");
                    scene.facts.add("Claimed {'owed':0,'certain':false}");
                }),
                lie("is in doubt and claims", scene -> scene.facts.add("CashBroken {'uncounted':true}")),
                lie("does not know its paper", scene -> scene.instead("PrintEnded", "PrintEnded {'result':'UNKNOWN'}")),
                lie("yen were taken", scene -> {
                    scene.offered += 100;
                    scene.cashbox += 100;
                }),
                lie("yen came out, the ledger has 200", scene -> {
                    scene.paidOut += 100;
                    scene.tray += 100;
                }),
                lie(
                        "yen came out, 100 were announced",
                        scene -> scene.instead("PayOutIntended", "PayOutIntended {'yen':100}")),
                lie("of residents are in the machine", scene -> {
                    scene.paidOut -= 100;
                    scene.tray -= 100;
                }),
                lie("are left in escrow", scene -> scene.escrow = 1000),
                lie("yen lie in the tray", scene -> scene.tray -= 100),
                lie("of notes were stacked, 0 were announced", scene -> {
                    scene.cashbox = 0;
                    scene.stacker = 500;
                }),
                lie("was sent and never announced", scene -> scene.without("PrintIntended")),
                lie("says it printed, and nothing came", scene -> scene.jobs.clear()),
                lie("was sent 2 times", scene -> scene.jobs.add(Scene.job("D-" + REQUEST, 0))),
                lie("was announced more than once", scene -> scene.facts.add("PrintIntended {'sides':2}")),
                lie("has 3 sides, paid are 2", scene -> scene.jobs.set(0, Scene.job("D-" + REQUEST, 3))),
                lie("sides for 200 of 300", scene -> scene.instead("CoinInserted", "CoinInserted {'yen':400}")),
                lie("is said to be PRINTED, and 1 of 2", scene -> scene.jobs.set(0, Scene.job("D-" + REQUEST, 1))),
                lie(
                        "is said to be NOT_PRINTED, and 2 of 2",
                        scene -> scene.instead("PrintEnded", "PrintEnded {'result':'NOT_PRINTED'}")),
                lie("has a slip that was never announced", scene -> scene.jobs.add(Scene.job("C-" + VISIT, 1))),
                lie("was sent 2 times", scene -> {
                    scene.facts.add("ClaimSlipIntended {}");
                    scene.jobs.add(Scene.job("C-" + VISIT, 1));
                    scene.jobs.add(Scene.job("C-" + VISIT, 1));
                }),
                lie("was acknowledged twice", scene -> scene.facts.add("Reported {}")),
                lie("was refused by the center", scene -> scene.facts.add("ReportRefused {}")),
                lie("is not known to the center", scene -> scene.outcomes.clear()),
                lie("is another one at the center", scene -> scene.outcomes.set(0, Scene.outcome(VISIT, 600))),
                lie(
                        "visits that the ledger does not",
                        scene -> scene.outcomes.add(Scene.outcome("c".repeat(32), 500))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void lie_whateverItIs_isFound(String words, Consumer<Scene> lie) {
        Scene scene = new Scene();
        lie.accept(scene);
        List<String> broken = broken(scene, QUIET);
        assertTrue(broken.stream().anyMatch(each -> each.contains(words)), broken.toString());
    }

    @Test
    void emptyRoom_givenCoinsOrASlip_isFound() {
        Mark mark = Mark.late();
        assertEquals(List.of(), Chain.inAnEmptyRoom(0, mark));
        assertEquals(List.of("100 yen were paid to an empty room"), Chain.inAnEmptyRoom(100, mark));
        assertEquals(1, mark.begins("ClaimSlipIntended"));
        assertEquals(List.of("a slip was printed in an empty room"), Chain.inAnEmptyRoom(0, mark));
    }

    /** A coin of which the acceptor, out of current, told nobody. */
    private static void uncounted(Scene scene) {
        scene.facts.add("CashBroken {'uncounted':true}");
        scene.facts.add("Claimed {'owed':0,'certain':false}");
        scene.offered += 500;
        scene.cashbox += 500;
    }

    @Test
    void coinThatNobodyCounted_whenTheCurrentFailed_isADoubt() {
        Scene scene = new Scene();
        uncounted(scene);
        assertEquals(List.of(), broken(scene, POWER));
    }

    @Test
    void doubt_ofAnEarlierStop_excusesNoLaterOne() {
        Scene before = new Scene();
        uncounted(before);
        Scene now = new Scene();
        uncounted(now);
        now.offered += 100;
        now.cashbox += 100;
        List<String> broken = Reckoning.broken(before.standing(), now.standing(), QUIET);
        assertTrue(broken.contains("100 yen were taken, 0 are in the ledger"), broken.toString());
    }

    /** The program was stopped while the slots were open, and the acceptor's counter is 0, as it was: or is it 0 again? */
    @Test
    void doubt_ofAnAcceptorThatCountsFromZero_isNoLie() {
        Scene scene = new Scene();
        scene.facts.add("CashBroken {'uncounted':true}");
        scene.facts.add("Claimed {'owed':0,'certain':false}");
        assertEquals(1, broken(scene, QUIET).size());
        scene.noCoinYet = true;
        assertEquals(List.of(), broken(scene, QUIET));
    }

    @Test
    void paperUnknown_afterAJam_isNoLie() {
        Scene scene = new Scene();
        scene.instead("PrintEnded", "PrintEnded {'result':'UNKNOWN'}");
        List<String> broken = broken(scene, plan(Scenario.JAM, Mishap.NONE));
        assertFalse(broken.stream().anyMatch(each -> each.contains("does not know its paper")), broken.toString());
    }
}
