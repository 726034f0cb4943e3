package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResidentFlowTotalityTest {
    private static final FlowTable TABLE = ResidentFlow.TABLE;

    static Stream<Arguments> everyPair() {
        return Stream.of(Stage.values())
                .flatMap(stage -> Samples.eventTypes().stream().map(event -> Arguments.of(stage, event)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void pair_ofStageAndEvent_isDeclaredOrIgnoredForAReason(Stage stage, Class<? extends Event> event) {
        FlowTable.Entry entry = TABLE.entry(stage, event).orElseThrow(() -> new AssertionError("nobody declared it"));
        if (entry instanceof FlowTable.Entry.Ignored ignored) {
            assertTrue(ignored.reason().length() > 20, "a reason is a sentence");
        }
        assertFalse(Samples.eventsOf(event).isEmpty(), "the samples know no such event");
    }

    /** The money of a visit is never created or lost by a move: what goes in comes from coins, what goes out from pay-outs. */
    @ParameterizedTest
    @MethodSource("everyPair")
    void step_fromEveryPair_keepsMoneyWhole(Stage stage, Class<? extends Event> type) {
        for (Visit visit : Samples.visitsAt(stage)) {
            for (Event event : Samples.eventsOf(type)) {
                if (!Samples.possible(visit, event)) {
                    continue;
                }
                Step step = TABLE.apply(visit, event);
                Money before = visit.money();
                Money after = step.next().money();
                Yen coin = event instanceof Event.CoinInserted inserted ? inserted.coin() : Yen.ZERO;
                Yen paid = event instanceof Event.PaidOut out && out.outcome() instanceof CashOutcome.Paid all
                        ? all.paid()
                        : Yen.ZERO;
                Yen asked = step.effects().stream()
                        .filter(Effect.PayOut.class::isInstance)
                        .map(effect -> ((Effect.PayOut) effect).amount())
                        .reduce(Yen.ZERO, Yen::plus);
                Yen answered = event instanceof Event.PaidOut ? new Yen(100) : Yen.ZERO;
                assertAll(
                        () -> assertEquals(before.inserted().plus(coin), after.inserted(), "inserted"),
                        () -> assertEquals(before.returned().plus(paid), after.returned(), "returned"),
                        () -> assertEquals(before.leaving().plus(asked).minus(answered), after.leaving(), "leaving"),
                        () -> assertTrue(after.inHand().amount() >= 0, "in hand"));
                boolean claimed = step.effects().stream().anyMatch(Effect.Claim.class::isInstance);
                assertEquals(!after.owed().equals(before.owed()), claimed, "what is owed is recorded as a claim");
            }
        }
    }

    /** A visit can be over only with the card out of the reader, no coin on its way, and no claim that stands on the screen alone. */
    @Test
    void visit_over_leavesNoCardNoMovingMoneyAndNoUnreadClaim() {
        for (Stage stage : EnumSet.of(Stage.ENDED, Stage.TAKE_PAPER)) {
            for (Visit visit : Samples.visitsAt(stage)) {
                for (Event event : Samples.events()) {
                    if (event instanceof Event.PaidOut
                            && visit.money().leaving().isZero()) {
                        continue;
                    }
                    Step step = TABLE.apply(visit, event);
                    if (step.over()) {
                        assertTrue(
                                !ClaimSlip.isOnTheScreenAlone(visit) || event instanceof Event.Acknowledged,
                                stage + " " + event + ": nobody has read the number of the claim");
                        assertFalse(visit.card().present(), stage + " " + event);
                        assertEquals(Yen.ZERO, visit.money().leaving(), stage + " " + event);
                    }
                }
            }
        }
    }

    /** The document is asked for, paid and printed only in this order; nothing before PAY opens the slot. */
    @ParameterizedTest
    @MethodSource("everyPair")
    void effect_thatTakesMoneyOrPaper_comesOnlyFromItsStage(Stage stage, Class<? extends Event> type) {
        Set<Stage> opens = Set.of(Stage.FETCH_DOCUMENT);
        Set<Stage> prints = Set.of(Stage.FETCH_DOCUMENT, Stage.COUNT_MONEY, Stage.GIVE_CHANGE);
        for (Visit visit : Samples.visitsAt(stage)) {
            for (Event event : Samples.eventsOf(type)) {
                if (!Samples.possible(visit, event)) {
                    continue;
                }
                List<Effect> effects = TABLE.apply(visit, event).effects();
                if (effects.stream().anyMatch(Effect.OpenSlot.class::isInstance)) {
                    assertTrue(opens.contains(stage) && event instanceof Event.DocumentArrived, stage + " " + event);
                }
                if (effects.stream().anyMatch(Effect.PrintDocument.class::isInstance)) {
                    assertTrue(prints.contains(stage), stage + " " + event);
                }
            }
        }
    }

    @Test
    void event_ofMoneyAndMismatch_isNeverIgnored() {
        for (Stage stage : Stage.values()) {
            for (Class<? extends Event> event :
                    List.of(Event.CoinInserted.class, Event.PaidOut.class, Event.DocumentMisbound.class)) {
                assertTrue(
                        TABLE.entry(stage, event).orElseThrow() instanceof FlowTable.Entry.Moves,
                        stage + " ignores " + event.getSimpleName());
            }
        }
    }

    /** Run with {@code -Dmadoguchi.write=true} after a change of the table. */
    @Test
    void diagram_inDocs_isWhatTheTableSays() throws IOException {
        Path page = Path.of("../docs/flow.md");
        String text =
                "# The flow of a visit\n\nGenerated from `ResidentFlow.TABLE`; do not edit. Not drawn: `LedgerFailed` and `DefectFound`, which lead from every\n"
                        + "stage with something at stake to `RETURN_MONEY`, `PRINT_SLIP` or `ENDED`.\n\n```mermaid\n"
                        + FlowDiagram.of(TABLE)
                        + "```\n\n## Practice\n\nGenerated from `Practice.TABLE`, which asks nothing of any device, of the center or of the ledger. Whatever is real\n"
                        + "ends it, and is then what it is while nobody is served.\n\n```mermaid\n"
                        + FlowDiagram.of(Practice.TABLE, PracticeTest.STAGES) + "```\n";
        if (Boolean.getBoolean("madoguchi.write")) {
            Files.writeString(page, text);
        }
        assertEquals(text, Files.readString(page));
    }
}
