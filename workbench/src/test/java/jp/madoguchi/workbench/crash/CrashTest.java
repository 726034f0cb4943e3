package jp.madoguchi.workbench.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.madoguchi.simulators.CardOffice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small sample: {@code ./kiosk bench crash} plays all of it. And whether the campaign finds what it is there to find. */
class CrashTest {
    private static final int LANES = 2;
    private static final int SAMPLE = 6;
    private static final long SEED = 20261129;

    /** Made once. */
    @TempDir
    private static Path keys;

    @BeforeAll
    static void makeKeys() throws IOException {
        CardOffice.supply(keys);
    }

    private static Campaign campaign(Scenario scenario, UnaryOperator<LedgerWatch> between)
            throws IOException, InterruptedException {
        return Campaign.prepare(
                keys, List.of(scenario), SEED, LANES, EnumSet.allOf(Mishap.class), Campaign.inThisProcess(between));
    }

    @Test
    void program_stoppedAtItsSteps_breaksNoRule() throws IOException, InterruptedException {
        Campaign campaign = campaign(Scenario.CHANGE, watch -> watch);
        Set<String> durable = Set.of(
                "Ordered",
                "SlotsOpened",
                "CoinInserted",
                "PayOutIntended",
                "HopperPaid",
                "PayOutEnded",
                "PrintIntended",
                "PrintJobCreated",
                "PrintEnded",
                "Ended",
                "Reported");
        for (String fact : durable) {
            for (Moment moment : Moment.values()) {
                Step step = new Step(fact, 1, moment);
                assertTrue(campaign.steps(Scenario.CHANGE).contains(step), step + " can be stopped at");
            }
        }
        List<Row> rows = campaign.play(campaign.plans(SAMPLE), 0);
        rows.forEach(row -> assertEquals(List.of(), row.violations(), row.toString()));
        assertEquals(SAMPLE, rows.size());
        assertTrue(rows.stream().mapToInt(Row::stops).sum() >= SAMPLE / 2, rows.toString());
    }

    /**
     * the visit, what is written too late in it, where the program is stopped between the act and its line, the rule that is broken then. A late
     * PrintIntended is on the disk before its act all the same: PrintJobCreated is written before the document is sent.
     */
    static Stream<Arguments> late() {
        return Stream.of(
                Arguments.of(
                        Scenario.CHANGE, "PayOutIntended", new Step("dispense 3", 1, Moment.AFTER), "yen came out"),
                Arguments.of(
                        Scenario.NOTE,
                        "NoteHeld",
                        new Step("route note 40", 1, Moment.AFTER),
                        "of notes were stacked"));
    }

    @ParameterizedTest
    @MethodSource("late")
    void fact_writtenAfterItsAct_isFound(Scenario scenario, String fact, Step stop, String rule)
            throws IOException, InterruptedException {
        Campaign campaign = campaign(scenario, watch -> new LateWrites(fact, watch));
        Plan plan = new Plan(scenario, Optional.of(stop), Duration.ZERO, Mishap.NONE, Optional.empty());
        List<Row> rows = campaign.play(List.of(plan), 0);
        assertEquals(1, rows.size());
        List<String> violations = rows.get(0).violations();
        assertFalse(violations.isEmpty(), rows.toString());
        assertTrue(violations.stream().anyMatch(each -> each.contains(rule)), violations.toString());
    }
}
