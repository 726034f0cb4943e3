package jp.madoguchi.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import jp.madoguchi.devices.card.TokenKind;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.flow.Challenge;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Hands;
import jp.madoguchi.kiosk.flow.KioskFlow;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Nonce;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.VisitRunner;
import jp.madoguchi.kiosk.web.ManualTimers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

class DrainTest {
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(20);
    private static final Duration DONE_WITHIN = Duration.ofMinutes(5);
    private static final Duration PROMPT = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final ManualTimers timers = new ManualTimers();
    private final VisitRunner runner =
            new VisitRunner(KioskFlow.FLOW, new SecureRandom(), loop, timers, new ManualPace()::nanos, new Heard());
    private final StaffScene scene = new StaffScene(runner, timers);
    private final Drain drain = scene.tools().drain();

    @BeforeEach
    void open() {
        runner.begin(Mockito.mock(Hands.class), false);
        scene.tools().service().start();
        for (Part part : Part.values()) {
            if (part != Part.STAFF) {
                runner.post(new Event.PartChanged(part, Set.of()));
            }
        }
        settle();
        assertEquals(Stage.WELCOME, stage());
    }

    @AfterEach
    void shut() {
        loop.shutdownNow();
        scene.close();
    }

    private void settle() {
        CompletableFuture.runAsync(() -> {}, loop).join();
    }

    private Stage stage() {
        return runner.screen().visit().stage();
    }

    private void begun() {
        runner.post(new Event.Begin(Language.JA));
        settle();
    }

    private void atPin() {
        begun();
        runner.post(new Event.CardPlaced());
        runner.post(new Event.CardRead(TokenKind.MY_NUMBER_CARD, Optional.empty(), 3));
        settle();
        assertEquals(Stage.ENTER_PIN, stage());
    }

    @Test
    void restart_whenNobodyIsServed_isAtOnceAndNobodyCanBegin() {
        assertTrue(drain.begin(Purpose.RESTART, GRACE, "clerk-1"));
        settle();
        assertEquals(Purpose.RESTART, scene.left.getNow(Purpose.DRAIN));
        begun();
        assertEquals(Stage.CLOSED, stage());
    }

    @Test
    void restart_duringAVisit_waitsUntilItIsOver() {
        begun();
        assertTrue(drain.begin(Purpose.RESTART, GRACE, "clerk-1"));
        settle();
        assertFalse(scene.left.isDone());
        assertEquals(Stage.PLACE_CARD, stage());
        assertEquals(GRACE, drain.left());
        runner.post(new Event.Cancelled());
        settle();
        assertEquals(Purpose.RESTART, scene.left.getNow(Purpose.DRAIN));
    }

    @Test
    void restart_afterItsGrace_undoesTheVisitAndSaysWhy() {
        atPin();
        assertTrue(drain.begin(Purpose.RESTART, GRACE, "clerk-1"));
        settle();
        assertEquals(1, timers.goOff(GRACE));
        settle();
        assertAll(
                () -> assertEquals(Stage.ENDED, stage()),
                () -> assertEquals(
                        EndReason.WITHDRAWN,
                        runner.screen().visit().end().orElseThrow().reason()),
                () -> assertEquals("enter-pin", scene.detail(AuditEvent.VISIT_WITHDRAWN, Detail.STAGE)),
                () -> assertFalse(scene.left.isDone(), "the last screen is to be read"));
        runner.post(new Event.CardTaken());
        runner.post(new Event.Acknowledged());
        settle();
        assertTrue(scene.left.isDone());
    }

    @Test
    void restart_duringPractice_waitsForItAndTellsOfNoVisit() {
        runner.post(new Event.Begin(Language.JA, Service.PRACTICE));
        assertTrue(drain.begin(Purpose.RESTART, GRACE, "clerk-1"));
        settle();
        assertFalse(scene.left.isDone(), "somebody is there");
        assertEquals(1, timers.goOff(GRACE));
        settle();
        assertTrue(scene.left.isDone());
        assertFalse(scene.told.stream().anyMatch(entry -> entry.event() == AuditEvent.VISIT_WITHDRAWN));
    }

    /** A card that nobody takes does not hold the kiosk for ever. */
    @Test
    void restart_withACardLeftBehind_waitsForItsFarewellOnly() {
        atPin();
        assertTrue(drain.begin(Purpose.RESTART, GRACE, "clerk-1"));
        settle();
        timers.goOff(GRACE);
        settle();
        timers.goOff(AGAIN);
        settle();
        assertEquals(Stage.ENDED, stage());
        assertFalse(scene.left.isDone());
        timers.goOff(FAREWELL);
        assertTrue(scene.left.isDone());
    }

    /** With a claim whose slip could not be printed; a certificate came all the same, or not. */
    private void claimed(Stage last) {
        begun();
        Offer free = new Offer("02201", new LocalText("青森市", "Aomori City"), "residence-record", 0, 1, List.of());
        Stream<Event> delivered = Stream.of(
                new Event.CardPlaced(),
                new Event.CardRead(TokenKind.MY_NUMBER_CARD, Optional.empty(), 3),
                new Event.ChallengeArrived(new Challenge("TEST-CENTER", new Nonce("ab".repeat(32)), Instant.EPOCH)),
                new Event.PinEntered(Instant.EPOCH),
                new Event.PinAccepted(Instant.EPOCH),
                new Event.Welcomed(new Catalogue(List.of(), List.of(free), List.of())),
                new Event.CardTaken(),
                new Event.DocumentChosen(0),
                new Event.OptionsChosen(Map.of(), 1),
                new Event.Confirmed(),
                new Event.DocumentArrived(1),
                new Event.CoinInserted(new Yen(100)),
                new Event.PaidOut(new CashOutcome.Partial(Yen.ZERO, new Yen(100), CashTrouble.JAM)),
                new Event.DocumentPrinted(new PrintOutcome.Printed(2)),
                new Event.ReceiptPrinted(new PrintOutcome.Printed(1)));
        Stream<Event> cancelled = Stream.of(
                new Event.CoinInserted(new Yen(100)),
                new Event.PaidOut(new CashOutcome.Partial(Yen.ZERO, new Yen(100), CashTrouble.JAM)),
                new Event.Cancelled());
        (last == Stage.TAKE_PAPER ? delivered : cancelled).forEach(runner::post);
        runner.post(new Event.ClaimSlipPrinted(new PrintOutcome.NotPrinted(Set.of(), "no paper")));
        settle();
        assertEquals(last, stage());
        assertTrue(runner.screen().visit().claims());
    }

    /** A claim that nobody has read does not hold the kiosk for ever either; and nobody takes it off the screen before. */
    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"ENDED", "TAKE_PAPER"})
    void restart_withAClaimOnTheScreenAlone_waitsForItsFarewellOnly(Stage last) {
        claimed(last);
        assertTrue(drain.begin(Purpose.RESTART, GRACE, "clerk-1"));
        settle();
        timers.goOff(GRACE);
        settle();
        timers.goOff(AGAIN);
        settle();
        assertEquals(last, stage());
        assertFalse(scene.left.isDone());
        timers.goOff(FAREWELL);
        assertTrue(scene.left.isDone());
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"ENDED", "TAKE_PAPER"})
    void drain_withAClaimOnTheScreenAlone_isAtRestAfterItsFarewell(Stage last) {
        claimed(last);
        assertTrue(drain.begin(Purpose.DRAIN, GRACE, Deeds.OPERATOR));
        settle();
        timers.goOff(GRACE);
        settle();
        timers.goOff(AGAIN);
        settle();
        assertEquals(last, stage());
        timers.goOff(FAREWELL);
        settle();
        assertEquals(Stage.CLOSED, stage());
    }

    /** For so long the drain looks every few seconds; a last screen that is not there yet has no time running, which would go off. */
    private void passes(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(AGAIN)) {
            timers.goOff(AGAIN);
            settle();
        }
        timers.goOff(FAREWELL);
        settle();
    }

    /** Whoever drains builds on the 30 s; whoever has money to claim too, and the number stood nowhere before. */
    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"DRAIN", "RESTART"})
    void claim_whoseSlipFailsLongAfterTheVisitWasToldToEnd_stillStandsForItsFarewell(Purpose purpose) {
        begun();
        runner.post(new Event.CoinInserted(new Yen(100)));
        assertTrue(drain.begin(purpose, GRACE, Deeds.OPERATOR));
        settle();
        timers.goOff(GRACE);
        settle();
        assertEquals(Stage.RETURN_MONEY, stage());
        passes(Duration.ofSeconds(20));
        runner.post(new Event.SlotShut());
        runner.post(new Event.PaidOut(new CashOutcome.Partial(Yen.ZERO, new Yen(100), CashTrouble.JAM)));
        settle();
        assertEquals(Stage.ENDED, stage());
        passes(Duration.ofSeconds(20)); // the slip is with the printer
        runner.post(new Event.ClaimSlipPrinted(new PrintOutcome.NotPrinted(Set.of(), "no paper")));
        settle();
        timers.goOff(AGAIN);
        timers.goOff(AGAIN);
        settle();
        assertEquals(Stage.ENDED, stage());
        assertTrue(runner.screen().visit().claims());
        assertFalse(scene.left.isDone());
        timers.goOff(FAREWELL);
        settle();
        assertEquals(purpose == Purpose.DRAIN, stage() == Stage.CLOSED);
        assertEquals(purpose == Purpose.RESTART, scene.left.isDone());
    }

    /** What comes up while the last screen stands is to be read as well. */
    @Test
    void claim_thatGrowsOnTheLastScreen_isCountedAnew() {
        claimed(Stage.ENDED);
        assertTrue(drain.begin(Purpose.DRAIN, GRACE, Deeds.OPERATOR));
        settle();
        timers.goOff(GRACE);
        settle();
        timers.goOff(AGAIN);
        runner.post(new Event.MoneyUncounted(CashTrouble.JAM));
        settle();
        timers.goOff(FAREWELL);
        settle();
        assertEquals(Stage.ENDED, stage());
        timers.goOff(FAREWELL);
        settle();
        assertEquals(Stage.CLOSED, stage());
    }

    @Test
    void visit_thatStaffEnd_leavesTheServiceOn() {
        atPin();
        assertTrue(drain.begin(Purpose.END_VISIT, GRACE, "clerk-1"));
        settle();
        timers.goOff(GRACE);
        settle();
        runner.post(new Event.CardTaken());
        runner.post(new Event.Acknowledged());
        settle();
        settle(); // that it is over is told on the same thread
        assertAll(
                () -> assertEquals(Stage.WELCOME, stage()),
                () -> assertTrue(drain.state().isEmpty()),
                () -> assertFalse(scene.left.isDone()));
    }

    @Test
    void drain_restsUntilItIsCalledOff() {
        assertTrue(drain.begin(Purpose.DRAIN, GRACE, Deeds.OPERATOR));
        settle();
        assertEquals(
                Set.of(Obstacle.STOPPING), runner.screen().visit().readiness().all());
        assertFalse(drain.begin(Purpose.RESTART, GRACE, "clerk-1"), "one thing after the other");
        assertTrue(drain.callOff(Deeds.OPERATOR));
        settle();
        assertEquals(Stage.WELCOME, stage());
        assertEquals(List.of(AuditEvent.DRAIN_BEGUN, AuditEvent.DRAIN_CALLED_OFF), scene.events());
    }

    /** A countdown that was called off does not go off in the next one. */
    @Test
    void callOff_takesItsCountdownWithIt() {
        atPin();
        assertTrue(drain.begin(Purpose.RESTART, GRACE, "clerk-1"));
        settle();
        assertTrue(drain.callOff("clerk-1"));
        assertTrue(drain.begin(Purpose.RESTART, Duration.ofSeconds(90), "clerk-1"));
        timers.goOff(GRACE);
        settle();
        assertEquals(Stage.ENTER_PIN, stage());
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"REBOOT", "POWER_OFF"})
    void machine_thatServesNoRequests_isNotAsked(Purpose purpose) {
        assertFalse(drain.begin(purpose, GRACE, "clerk-1"));
        settle();
        assertEquals(Stage.WELCOME, stage());
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"REBOOT", "POWER_OFF"})
    void machine_thatTakesTheRequest_findsTheKioskAtRest(Purpose purpose) throws IOException {
        Files.createDirectories(scene.folder.resolve("machine"));
        assertTrue(drain.begin(purpose, GRACE, "clerk-1"));
        settle();
        assertTrue(Files.deleteIfExists(scene.folder.resolve("machine").resolve(purpose.slug())));
        timers.goOff(TAKEN_WITHIN);
        settle();
        assertAll(
                () -> assertEquals(Stage.CLOSED, stage()),
                () -> assertTrue(drain.refused().isEmpty()),
                () -> assertFalse(drain.callOff("clerk-1"), "too late"));
        timers.goOff(DONE_WITHIN);
        settle();
        assertEquals(Stage.WELCOME, stage(), "nothing came of it");
        assertEquals(Optional.of(purpose), drain.refused());
    }

    /** The visit's thread finds the kiosk at rest, and a disk that hangs is not its trouble. */
    @Test
    void request_whileTheDiskHangs_leavesTheVisitsThreadFree() throws IOException {
        Files.createDirectories(scene.folder.resolve("machine"));
        List<Runnable> hanging = new CopyOnWriteArrayList<>();
        scene.errands = hanging::add;
        assertTrue(drain.begin(Purpose.REBOOT, GRACE, "clerk-1"));
        settle();
        Path request = scene.folder.resolve("machine").resolve("reboot");
        assertFalse(Files.exists(request));
        assertTrue(drain.state().orElseThrow().leaving());
        assertEquals(0, timers.goOff(TAKEN_WITHIN), "what was not left is not waited for");
        hanging.remove(0).run();
        assertTrue(Files.exists(request));
        timers.goOff(TAKEN_WITHIN);
        assertTrue(Files.exists(request), "taken back by the visit's thread");
        hanging.remove(0).run();
        settle();
        assertEquals(Stage.WELCOME, stage());
    }

    @Test
    void request_thatCannotBeLeft_letsTheServiceGoOn() throws IOException {
        Files.createDirectories(scene.folder.resolve("machine"));
        List<Runnable> hanging = new CopyOnWriteArrayList<>();
        scene.errands = hanging::add;
        assertTrue(drain.begin(Purpose.REBOOT, GRACE, "clerk-1"));
        settle();
        Files.delete(scene.folder.resolve("machine"));
        hanging.remove(0).run();
        settle();
        assertEquals(Stage.WELCOME, stage());
        assertEquals(Optional.of(Purpose.REBOOT), drain.refused());
    }

    /** What staff set takes as long as the disk does; that the program is about to end is told at once. */
    @Test
    void setting_whileTheDiskHangs_holdsNobodyElse() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        StaffFile.Write hangs = (file, content) -> {
            writing.countDown();
            try {
                disk.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
        };
        ServiceSwitch service = new ServiceSwitch(
                new StaffFile<>(scene.folder.resolve("other.json"), ServiceSwitch.Kept.class, hangs),
                runner,
                scene.tools().deeds());
        CompletableFuture<Boolean> stopped =
                CompletableFuture.supplyAsync(() -> service.stop(StopReason.REPAIR, "clerk-1"));
        writing.await();
        assertTimeoutPreemptively(PROMPT, () -> {
            service.stopping(true);
            assertEquals(Optional.empty(), service.settings().stopped());
        });
        settle();
        assertEquals(
                Set.of(Obstacle.STOPPING), runner.screen().visit().readiness().all());
        CompletableFuture<Boolean> greeted = new CompletableFuture<>();
        Thread greeting = new Thread(
                () -> greeted.complete(service.set(DrainTest::inEnglish, "greeting", "manager-1")), "greeting");
        greeting.start();
        assertTimeoutPreemptively(PROMPT, () -> {
            while (greeting.getState() != Thread.State.BLOCKED) { // it waits for the one that writes
                Thread.onSpinWait();
            }
        });
        disk.countDown();
        assertTrue(stopped.join());
        assertTrue(greeted.join(), "set while the stop was on its way to the disk");
        assertEquals(new DeskSettings(Language.EN, 3, 4, Optional.of(StopReason.REPAIR)), service.settings());
        settle();
        assertEquals(
                Set.of(Obstacle.STOPPED_FOR_REPAIR, Obstacle.STOPPING),
                runner.screen().visit().readiness().all());
    }

    /** Whoever has the kiosk drained builds on nobody being served. */
    @Test
    void drain_ofTheOperator_isCalledOffByNobodyElse() {
        assertTrue(drain.begin(Purpose.DRAIN, GRACE, Deeds.OPERATOR));
        settle();
        assertFalse(drain.callOff("manager-1"));
        settle();
        assertEquals(Stage.CLOSED, stage());
        assertTrue(drain.callOff(Deeds.OPERATOR));
    }

    @Test
    void request_thatNobodyTakes_isTakenBackAndTheServiceGoesOn() throws IOException {
        Files.createDirectories(scene.folder.resolve("machine"));
        assertTrue(drain.begin(Purpose.REBOOT, GRACE, "clerk-1"));
        settle();
        timers.goOff(TAKEN_WITHIN);
        settle();
        assertAll(
                () -> assertEquals(Stage.WELCOME, stage()),
                () -> assertEquals(Optional.of(Purpose.REBOOT), drain.refused()),
                () -> assertFalse(Files.exists(scene.folder.resolve("machine").resolve("reboot"))));
    }

    @Test
    void service_stopped_saysWhyAfterARestartToo() throws IOException {
        assertTrue(scene.tools().service().stop(StopReason.SUPPLIES, "clerk-1"));
        settle();
        assertEquals(
                Set.of(Obstacle.STOPPED_FOR_SUPPLIES),
                runner.screen().visit().readiness().all());
        ServiceSwitch again = new ServiceSwitch(
                scene.folder.resolve("settings.json"), runner, scene.tools().deeds());
        assertEquals(Optional.of(StopReason.SUPPLIES), again.settings().stopped());
        assertTrue(again.resume("clerk-1"));
        settle();
        assertEquals(Stage.WELCOME, stage());
    }

    private static DeskSettings inEnglish(DeskSettings now) {
        return new DeskSettings(Language.EN, now.volume(), now.brightness(), now.stopped());
    }

    @Test
    void greeting_thatIsSet_isSpokenNowAndAfterTheNextVisit() {
        assertTrue(scene.tools().service().set(DrainTest::inEnglish, "greeting", "clerk-1"));
        settle();
        assertEquals(Language.EN, runner.screen().visit().language());
        begun();
        assertEquals(Language.JA, runner.screen().visit().language());
        runner.post(new Event.Cancelled());
        settle();
        assertEquals(Language.EN, runner.screen().visit().language());
    }
}
