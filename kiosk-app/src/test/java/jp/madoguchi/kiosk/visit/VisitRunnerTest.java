package jp.madoguchi.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.FlowTable;
import jp.madoguchi.kiosk.flow.Hands;
import jp.madoguchi.kiosk.flow.ResidentFlow;
import jp.madoguchi.kiosk.staff.ManualPace;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;

/** The runner with its loop and its timers in the test's own hand. */
class VisitRunnerTest {
    private record Timer(Duration delay, Runnable call) {}

    private final Hands hands = mock(Hands.class);
    private final ManualPace pace = new ManualPace();
    private final Deque<Runnable> loop = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private final Heard audit = new Heard();
    private final VisitRunner runner = runner(ResidentFlow.TABLE);

    private VisitRunner runner(FlowTable table) {
        return new VisitRunner(
                table,
                new SecureRandom(),
                loop::add,
                (delay, call) -> {
                    Timer timer = new Timer(delay, call);
                    timers.add(timer);
                    return () -> timers.remove(timer);
                },
                pace::nanos,
                audit);
    }

    private void run() {
        while (!loop.isEmpty()) {
            loop.remove().run();
        }
    }

    private void open() {
        runner.begin(hands, false);
        for (Part part : Part.values()) {
            runner.post(new Event.PartChanged(part, Set.of()));
        }
        run();
    }

    private Stage stage() {
        return runner.screen().visit().stage();
    }

    private void begin() {
        open();
        runner.post(new Event.Begin(Language.JA));
        run();
        assertEquals(Stage.PLACE_CARD, stage());
    }

    private void tap(long number, Event event) {
        var answered = runner.tap(number, event);
        run();
        assertEquals(runner.screen(), answered.join());
    }

    private void goOff() {
        timers.remove(0).call().run();
        run();
    }

    @Test
    void event_ofAnotherVisit_isDropped() {
        begin();
        runner.post(new VisitId("0".repeat(32)), new Event.CardPlaced());
        run();
        assertEquals(Stage.PLACE_CARD, stage());
        verify(hands, never()).readCard(any());
        assertEquals(List.of("LATE_EVENT_DROPPED {told=CardPlaced}"), audit.lines());
    }

    @Test
    void tap_onAScreenThatHasGone_changesNothing() {
        begin();
        Screen before = runner.screen();
        var answered = runner.tap(before.number() - 1, new Event.Cancelled());
        run();
        assertEquals(before, answered.join());
    }

    /** What the runner cannot go on after is not the end of the page that asked. */
    @Test
    void tap_duringWhichTheMachineFails_isAnsweredAllTheSame() {
        begin();
        doThrow(new StackOverflowError()).when(hands).finish(any(), any());
        var answered = runner.tap(runner.screen().number(), new Event.Cancelled());
        assertThrows(StackOverflowError.class, this::run);
        assertEquals(runner.screen(), answered.getNow(null));
    }

    @Test
    void visit_thatIsOver_givesWayToOneOfAnotherName() {
        begin();
        VisitId first = runner.screen().visit().id();
        runner.post(new Event.Cancelled());
        run();
        assertEquals(Stage.WELCOME, stage());
        assertNotEquals(first, runner.screen().visit().id());
        verify(hands).finish(any(), any());
    }

    @Test
    void time_thatIsUp_endsTheStageItWasSetFor() {
        begin();
        assertEquals(1, timers.size());
        assertEquals(Stage.PLACE_CARD.patience(), timers.get(0).delay());
        goOff();
        assertEquals(Stage.PLACE_CARD, stage());
        assertEquals(
                OptionalLong.of(pace.nanos() + Stage.WARNING.toNanos()),
                runner.screen().until());
        assertEquals(Stage.WARNING, timers.get(0).delay());
        goOff();
        assertEquals(Stage.WELCOME, stage());
        assertEquals(OptionalLong.empty(), runner.screen().until());
        assertTrue(timers.isEmpty());
    }

    @Test
    void timer_ofAnEarlierStage_doesNothing() {
        begin();
        Timer early = timers.get(0);
        runner.post(new Event.CardPlaced());
        run();
        early.call().run();
        run();
        assertEquals(Stage.READ_CARD, stage());
    }

    @Test
    void touch_onTheScreenThatShows_beginsItsPatienceAnew() {
        begin();
        Timer early = timers.get(0);
        runner.touch(runner.screen().number());
        run();
        assertEquals(1, timers.size());
        assertNotEquals(early.call(), timers.get(0).call());
    }

    /** Whatever a hand does, also what the flow has no use for; only the clock that was running then says nothing any more. */
    @Test
    void hand_duringTheWarning_hasAllTheTimeAgain() {
        begin();
        List<Runnable> hands = List.of(
                () -> runner.touch(runner.screen().number()),
                () -> tap(runner.screen().number(), new Event.MoreTime()),
                () -> tap(runner.screen().number(), new Event.Confirmed()),
                () -> tap(runner.screen().number(), new Event.SpeakLanguage(Language.EN)),
                () -> tap(runner.screen().number(), new Event.AidsChosen(Set.of(Aid.LOW))));
        for (Runnable hand : hands) {
            goOff();
            Timer late = timers.get(0);
            long warned = runner.screen().revision();
            assertTrue(runner.screen().until().isPresent());
            hand.run();
            run();
            late.call().run();
            run();
            assertEquals(Stage.PLACE_CARD, stage());
            assertEquals(OptionalLong.empty(), runner.screen().until());
            assertTrue(runner.screen().revision() > warned);
            assertEquals(1, timers.size());
        }
        assertEquals(
                Stage.PLACE_CARD.patience().multipliedBy(Stage.WITH_AN_AID),
                timers.get(0).delay());
    }

    @Test
    void tap_onAnotherScreen_givesNoTime() {
        begin();
        goOff();
        Screen warned = runner.screen();
        runner.touch(warned.number() - 1);
        tap(warned.number() - 1, new Event.MoreTime());
        run();
        assertEquals(warned, runner.screen());
    }

    @Test
    void device_duringTheWarning_isNoPerson() {
        begin();
        goOff();
        runner.post(new Event.DocumentMisbound("visit"));
        run();
        assertEquals(
                OptionalLong.of(pace.nanos() + Stage.WARNING.toNanos()),
                runner.screen().until());
    }

    /** Nothing that a hand does makes a device quicker, and a card that was forgotten is called for in time. */
    @Test
    void hand_whereADeviceIsWaitedFor_delaysNothing() {
        begin();
        runner.post(new Event.CardPlaced());
        run();
        assertEquals(Stage.READ_CARD, stage());
        Timer first = timers.get(0);
        runner.touch(runner.screen().number());
        tap(runner.screen().number(), new Event.Confirmed());
        tap(runner.screen().number(), new Event.SpeakLanguage(Language.EN));
        assertEquals(List.of(first), timers);
    }

    /** A card on the edge of the reader comes and goes for ever, in an empty room. */
    @Test
    void card_thatComesAndGoesBesideTheVisit_isNoPerson() {
        begin();
        goOff();
        Screen warned = runner.screen();
        runner.post(new Event.CardTaken());
        run();
        assertEquals(warned.until(), runner.screen().until());
        assertTrue(warned.until().isPresent());
    }

    @Test
    void language_leftAtTheWelcomeScreen_isTakenBack() {
        open();
        tap(runner.screen().number(), new Event.SpeakLanguage(Language.VI));
        assertEquals(Language.VI, runner.screen().visit().language());
        goOff();
        assertEquals(Language.JA, runner.screen().visit().language());
        assertTrue(timers.isEmpty());
    }

    /** Where the patience itself cannot be found out, the time is up all the same. */
    @Test
    void time_ofATableThatThrows_isUpAllTheSame() {
        FlowTable broken = mock(FlowTable.class);
        when(broken.ignored(any(), any())).thenReturn(Optional.empty());
        when(broken.apply(any(), any())).thenAnswer(call -> {
            if (call.getArgument(1) instanceof Event.TimeUp) {
                throw new IllegalStateException("a defect");
            }
            return ResidentFlow.TABLE.apply(call.getArgument(0), call.getArgument(1));
        });
        VisitRunner frail = runner(broken);
        frail.begin(hands, false);
        for (Part part : Part.values()) {
            frail.post(new Event.PartChanged(part, Set.of()));
        }
        frail.post(new Event.Begin(Language.JA));
        run();
        assertEquals(Stage.PLACE_CARD.patience(), timers.get(0).delay());
        goOff();
        assertEquals(Stage.ENDED, frail.screen().visit().stage());
    }

    @Test
    void aids_leftAtTheWelcomeScreen_areTakenBackWithoutAWarning() {
        open();
        tap(runner.screen().number(), new Event.AidsChosen(Set.of(Aid.CONTRAST)));
        run();
        assertEquals(Set.of(Aid.CONTRAST), runner.screen().visit().aids());
        goOff();
        assertEquals(Set.of(), runner.screen().visit().aids());
        assertTrue(timers.isEmpty());
    }

    @Test
    void aids_ofAVisit_beginWithItAndEndWithIt() {
        open();
        tap(runner.screen().number(), new Event.AidsChosen(Set.of(Aid.CONTRAST, Aid.CALM)));
        runner.post(new Event.Begin(Language.JA));
        run();
        assertEquals(Set.of(Aid.CONTRAST, Aid.CALM), runner.screen().visit().aids());
        runner.post(new Event.Cancelled());
        run();
        assertEquals(Stage.WELCOME, stage());
        assertEquals(Set.of(), runner.screen().visit().aids());
    }

    @Test
    void effect_thatThrows_endsTheVisitSafely() {
        begin();
        doThrow(new IllegalStateException("a defect")).when(hands).readCard(any());
        runner.post(new Event.CardPlaced());
        run();
        assertEquals(Stage.ENDED, stage());
        String visit = runner.screen().visit().id().hex();
        assertEquals(List.of("DEFECT_FOUND of " + visit + " {stage=READ_CARD}"), audit.lines());
    }

    @Test
    void watcher_isTold_ofChangesAndOnlyOfThem() {
        open();
        List<Long> seen = new ArrayList<>();
        runner.watch(screen -> seen.add(screen.revision()));
        long before = runner.screen().revision();
        runner.post(new Event.Confirmed());
        runner.post(new Event.PartChanged(Part.CENTER, Set.of()));
        run();
        assertEquals(List.of(), seen);
        runner.post(new Event.Begin(Language.EN));
        run();
        assertEquals(List.of(before + 1), seen);
    }

    @Test
    void money_toldAfterTheEndOfItsVisit_closesThatVisitAnewAndIsNotTheNextOnes() {
        begin();
        VisitId first = runner.screen().visit().id();
        runner.post(new Event.Cancelled());
        run();
        runner.post(first, new Event.CoinInserted(new Yen(1000)));
        run();
        verify(hands).closeAnew(first);
        assertEquals(List.of("MONEY_AFTER_END of " + first + " {told=CoinInserted}"), audit.lines());
        assertEquals(Yen.ZERO, runner.screen().visit().money().inserted());
    }
}
