package jp.madoguchi.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.CardState.Hint;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Purpose;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PracticeTest {
    /** The screens of a visit at which a person does something. */
    static final List<Stage> STAGES = List.of(
            Stage.PLACE_CARD,
            Stage.ENTER_PIN,
            Stage.TAKE_CARD,
            Stage.CHOOSE_DOCUMENT,
            Stage.CHOOSE_PURPOSE,
            Stage.CHOOSE_FITTING,
            Stage.CHOOSE_OPTIONS,
            Stage.CONFIRM,
            Stage.PAY,
            Stage.TAKE_PAPER);

    private static final Event BEGIN = new Event.Begin(Language.EASY, Service.PRACTICE);
    private static final Event.OptionsChosen OPTIONS = new Event.OptionsChosen(
            Map.of("scope", "household", "domicile", "no", "relationship", "yes", "my-number", "no"), 1);

    private static Visit after(Visit visit, Event... events) {
        Visit now = visit;
        for (Event event : events) {
            now = KioskFlow.FLOW.apply(now, event).next();
        }
        return now;
    }

    private static Visit begun() {
        return after(Samples.welcome(), BEGIN);
    }

    static Stream<Arguments> everyPair() {
        return STAGES.stream().flatMap(stage -> Samples.eventTypes().stream().map(event -> Arguments.of(stage, event)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void pair_ofStageAndEvent_isDeclaredOrIgnoredForAReason(Stage stage, Class<? extends Event> event) {
        FlowTable.Entry entry =
                Practice.TABLE.entry(stage, event).orElseThrow(() -> new AssertionError("nobody declared it"));
        if (entry instanceof FlowTable.Entry.Ignored ignored) {
            assertTrue(ignored.reason().length() > 20, "a reason is a sentence");
        }
    }

    /** Whatever happens in whatever order, until everything was seen: no effect, no other stage, no waiting without an end. */
    @Test
    void practice_whateverHappens_asksNothingOfTheWorld() {
        List<Event> events = new ArrayList<>(Samples.events());
        events.add(OPTIONS);
        events.add(new Event.CoinPretended(new Yen(500)));
        Deque<Visit> open = new ArrayDeque<>(List.of(begun()));
        Set<List<Object>> seen = new HashSet<>();
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        while (!open.isEmpty()) {
            assertTrue(seen.size() < 5_000, "something grows without an end");
            Visit visit = open.remove();
            assertTrue(STAGES.contains(visit.stage()), visit.stage() + " is not practised");
            assertFalse(visit.stage().patience().isZero(), visit.stage() + " would stand for ever");
            stages.add(visit.stage());
            for (Event event : events) {
                if (Practice.isReal(event)) {
                    continue;
                }
                Step step = KioskFlow.FLOW.apply(visit, event);
                assertEquals(List.of(), step.effects(), visit.stage() + " " + event);
                assertEquals(Service.PRACTICE, step.next().service(), visit.stage() + " " + event);
                if (!step.over() && seen.add(kind(step.next()))) {
                    open.add(step.next());
                }
            }
        }
        assertEquals(EnumSet.copyOf(STAGES), stages, "every stage was reached");
    }

    private static List<Object> kind(Visit visit) {
        return List.of(
                visit.stage(),
                visit.card().present(),
                visit.card().hint(),
                visit.choice().purpose(),
                visit.choice().offer().isPresent(),
                visit.money().inserted());
    }

    @Test
    void journey_fromTheFirstScreenToTheSpecimen_isOverWithoutATrace() {
        Visit pin = after(begun(), new Event.Acknowledged());
        assertEquals(Stage.ENTER_PIN, pin.stage());
        Visit menu = after(pin, new Event.PinEntered(Samples.NOON), new Event.Acknowledged());
        assertEquals(Stage.CHOOSE_DOCUMENT, menu.stage());
        Visit paying = after(menu, new Event.DocumentChosen(0), OPTIONS, new Event.Confirmed());
        assertEquals(Stage.PAY, paying.stage());
        Visit half = after(paying, new Event.CoinPretended(new Yen(100)));
        assertEquals(Stage.PAY, half.stage(), "¥200 are missing");
        Visit specimen = after(half, new Event.CoinPretended(new Yen(500)));
        assertEquals(Stage.TAKE_PAPER, specimen.stage());
        Step end = KioskFlow.FLOW.apply(specimen, new Event.Acknowledged());
        assertTrue(end.over());
        assertEquals(List.of(), end.effects());
    }

    @Test
    void purpose_canBePractisedToo() {
        Visit options = after(
                begun(),
                new Event.Acknowledged(),
                new Event.PinEntered(Samples.NOON),
                new Event.Acknowledged(),
                new Event.PurposeWanted(),
                new Event.PurposeChosen(Purpose.DRIVING_LICENCE),
                new Event.DocumentChosen(0));
        assertEquals(Stage.CHOOSE_OPTIONS, options.stage());
        assertEquals("yes", options.choice().options().get("domicile"));
        assertEquals(Stage.CHOOSE_FITTING, after(options, new Event.WentBack()).stage());
    }

    /** What was pretended until then is gone; the coin is what a coin is that falls while nobody is there. */
    @Test
    void coin_thatReallyFalls_endsThePracticeAndIsOwed() {
        Visit paying = after(
                begun(),
                new Event.Acknowledged(),
                new Event.PinEntered(Samples.NOON),
                new Event.Acknowledged(),
                new Event.DocumentChosen(1),
                new Event.OptionsChosen(Map.of(), 1),
                new Event.Confirmed(),
                new Event.CoinPretended(new Yen(100)));
        assertEquals(Stage.PAY, paying.stage());
        Step step = KioskFlow.FLOW.apply(paying, new Event.CoinInserted(new Yen(500)));
        assertEquals(Service.ISSUING, step.next().service());
        assertEquals(new Yen(500), step.next().money().inserted());
        assertEquals(EndReason.COIN_LEFT, step.next().end().orElseThrow().reason());
        assertTrue(
                step.effects().contains(new Effect.Claim(new Yen(500))),
                step.effects().toString());
    }

    @Test
    void picture_ofACoin_isNoMoneyAnywhereElse() {
        for (Stage stage : Stage.values()) {
            for (Visit visit : Samples.visitsAt(stage)) {
                Step step = KioskFlow.FLOW.apply(visit, new Event.CoinPretended(new Yen(500)));
                assertEquals(Step.to(visit), step, stage.name());
            }
        }
    }

    /** It is somebody's, and is not read. */
    @Test
    void card_thatReallyLiesThere_isAskedForBeforeAnybodyElseBegins() {
        Visit lying = after(begun(), new Event.CardPlaced());
        assertEquals(Stage.PLACE_CARD, lying.stage());
        Step stopped = KioskFlow.FLOW.apply(lying, new Event.Cancelled());
        assertFalse(stopped.over());
        assertEquals(Stage.TAKE_CARD, stopped.next().stage());
        assertEquals(Hint.FORGOTTEN, stopped.next().card().hint());
        assertEquals(stopped.next(), after(stopped.next(), new Event.Acknowledged()), "it lies there still");
        assertEquals(stopped.next(), after(stopped.next(), new Event.TimeUp()), "however long nobody comes");
        assertTrue(KioskFlow.FLOW.apply(stopped.next(), new Event.CardTaken()).over());
    }

    static Stream<Arguments> ends() {
        return STAGES.stream()
                .flatMap(stage -> Stream.of(
                        Arguments.of(stage, new Event.Withdrawn(), EndReason.WITHDRAWN),
                        Arguments.of(stage, new Event.DefectFound(), EndReason.DEFECT),
                        Arguments.of(stage, new Event.LedgerFailed(), EndReason.LEDGER_FAILED)));
    }

    /** A card is somebody's: the next person's visit must not begin with it. */
    @ParameterizedTest
    @MethodSource("ends")
    void defectOrWithdrawal_atEveryStage_leadsToTheWelcome_unlessACardLiesThere(
            Stage stage, Event event, EndReason why) {
        Step alone = KioskFlow.FLOW.apply(begun().at(stage), event);
        assertEquals(Stage.WELCOME, alone.next().stage());
        assertEquals(List.of(), alone.effects());
        callsForTheCard(after(begun().at(stage), new Event.CardPlaced()), event, why);
        callsForTheCard(after(begun().at(stage), new Event.CardPlaced(), new Event.Cancelled()), event, why);
    }

    private static void callsForTheCard(Visit lying, Event event, EndReason why) {
        Visit ended = after(lying, event);
        assertEquals(Stage.ENDED, ended.stage(), lying.stage().name());
        assertEquals(why, ended.end().orElseThrow().reason());
        Visit read = after(ended, new Event.Acknowledged());
        assertEquals(Stage.ENDED, read.stage(), "it lies there still");
        assertEquals(Hint.FORGOTTEN, read.card().hint());
        assertTrue(KioskFlow.FLOW.apply(read, new Event.CardTaken()).over());
    }

    @Test
    void misboundDocument_inPractice_latches() {
        Visit latched = after(begun(), new Event.DocumentMisbound("visit"));
        assertEquals(Stage.LATCHED, latched.stage());
    }

    /** The wall itself: whatever the table says. */
    @Test
    void move_thatAsksForAnEffect_isNotPractised() {
        FlowTable reaching = new FlowTable();
        reaching.in(Stage.PLACE_CARD)
                .on(Event.Acknowledged.class, (visit, event) -> Step.to(visit, new Effect.Forget()));
        Flow flow = new KioskFlow(reaching);
        assertThrows(IllegalStateException.class, () -> flow.apply(begun(), new Event.Acknowledged()));
    }

    @Test
    void time_thatIsUpWhereACardIsPretended_isOver() {
        Visit pretended = after(begun(), new Event.Acknowledged(), new Event.PinEntered(Samples.NOON));
        assertEquals(Stage.TAKE_CARD, pretended.stage());
        assertTrue(KioskFlow.FLOW.apply(pretended, new Event.TimeUp()).over(), "nothing lies there to be called for");
        Visit lying = after(pretended, new Event.CardPlaced());
        Step called = KioskFlow.FLOW.apply(lying, new Event.TimeUp());
        assertFalse(called.over());
        assertEquals(Hint.FORGOTTEN, called.next().card().hint());
        assertTrue(Practice.leaving(after(called.next(), new Event.TimeUp())));
    }

    /** How the screen is seen belongs to the person, not to what is practised: also once it is in earnest. */
    @Test
    void aids_chosenInPractice_stayWithThePerson() {
        Visit seen = after(begun(), new Event.AidsChosen(Set.of(Aid.LARGE)), new Event.MoreTime());
        assertEquals(Set.of(Aid.LARGE), seen.aids());
        assertEquals(Stage.PLACE_CARD, seen.stage());
        assertEquals(
                Set.of(Aid.LARGE),
                after(seen, new Event.CoinInserted(new Yen(500))).aids());
        assertEquals(
                Set.of(Aid.LARGE),
                after(seen, new Event.CardPlaced(), new Event.Cancelled()).aids());
    }

    /** What breaks meanwhile does not disturb who practises; whoever comes next is told. */
    @Test
    void printer_thatRunsOutMeanwhile_closesTheKioskAfterwards() {
        Event broken = new Event.PartChanged(Part.PRINTER, Set.of(Obstacle.PRINTER_OUT_OF_PAPER));
        Visit practising = after(begun(), broken);
        assertEquals(Stage.PLACE_CARD, practising.stage());
        assertFalse(KioskFlow.FLOW
                .apply(practising, new Event.Cancelled())
                .next()
                .readiness()
                .ready());
        assertFalse(Service.PRACTICE.possible(Readiness.unknown()), "nobody has said yet that somebody may");
    }
}
