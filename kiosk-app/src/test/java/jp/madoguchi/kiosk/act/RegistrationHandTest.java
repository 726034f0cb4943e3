package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.IssuanceCenter;
import jp.madoguchi.kiosk.center.RegistrationApplication;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Circumstances;
import jp.madoguchi.kiosk.terms.LocalText;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.PasswordPad;
import jp.madoguchi.kiosk.visit.PinPad;
import jp.madoguchi.kiosk.visit.WritingPad;
import jp.madoguchi.kiosk.visit.WritingPad.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationHandTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final CenterAnswer<Registration> UNCERTAIN =
            new CenterAnswer.Failed<>(CenterTrouble.UNCERTAIN, "scripted");
    private static final CenterAnswer<Registration> FILED = new CenterAnswer.Given<>(new Registration(
            new RequestId("ffeeddccbbaa99887766554433221100"),
            "02201",
            new LocalText("青森市", "Aomori City"),
            Registration.State.PENDING,
            Instant.EPOCH,
            Optional.empty()));

    private static final Circumstances TOMORROW = new Circumstances(
            Optional.of(Instant.EPOCH), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    private Path dir;

    private final Told told = new Told();
    private final WritingPad pad = new WritingPad();
    private final Queue<CenterAnswer<?>> answers = new ArrayDeque<>();
    private final LinkedBlockingQueue<RegistrationApplication> sent = new LinkedBlockingQueue<>();
    private Ledger ledger;
    private Desk desk;
    private Worker worker;
    private RegistrationHand hand;

    @BeforeEach
    void open() {
        ledger = new Ledger(dir.resolve("ledger.db"), Clock.systemUTC());
        desk = new Desk(
                told,
                ledger,
                Clock.systemUTC(),
                new Pads(new PinPad(), new PasswordPad(), pad),
                new SecureRandom(),
                new FixedKeys(center()));
        worker = new Worker("center", told, Duration.ofHours(1), () -> {});
        hand = new RegistrationHand(desk, worker, new SecureRandom());
        desk.begin(VISIT);
        worker.start();
    }

    @AfterEach
    void shut() {
        worker.close(Duration.ofSeconds(10));
        ledger.close();
    }

    /** Keeps what is filed with it, and answers as the script says. */
    private IssuanceCenter center() {
        return (IssuanceCenter) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IssuanceCenter.class}, (self, method, arguments) -> {
                    if (method.getName().equals("register")) {
                        sent.add((RegistrationApplication) arguments[1]);
                    }
                    return answers.remove();
                });
    }

    private void write(String domicile, String head) {
        domicile.chars().forEach(letter -> pad.write(Line.DOMICILE, (char) letter));
        head.chars().forEach(letter -> pad.write(Line.HEAD, (char) letter));
    }

    private Event file(CenterAnswer<?> answer) throws InterruptedException {
        answers.add(answer);
        hand.file(VISIT, "02201");
        return told.next();
    }

    @Test
    void application_unanswered_isRepeatedUnderItsId_andAnsweredOnce() throws InterruptedException {
        write("　かくう1-2　", "みほん");
        assertEquals(new Event.CenterFailed(CenterTrouble.UNCERTAIN), file(UNCERTAIN));
        assertInstanceOf(Event.RegistrationFiled.class, file(FILED));
        RegistrationApplication first = sent.take();
        assertEquals(first, sent.take());
        assertEquals(new RegistrationApplication(first.request(), "02201", "かくう1-2", "みほん"), first);
        assertEquals("", pad.read(Line.DOMICILE) + pad.read(Line.HEAD), "what is filed is not needed any more");
    }

    /** A second "send again" that waited behind the first, which was answered after all. */
    @Test
    void application_answeredAlready_isNotFiledAgain() throws InterruptedException {
        write("かくう1-2", "みほん");
        file(FILED);
        hand.file(VISIT, "02201");
        assertEquals(new Event.LineMissing(Stage.WRITE_DOMICILE), told.next());
        assertEquals(1, sent.size());
    }

    @ParameterizedTest
    @CsvSource({"'', みほん, WRITE_DOMICILE", "かくう1-2, ' 　', WRITE_HEAD"})
    void application_withALineTakenBack_isNotSentAndSaysWhich(String domicile, String head, Stage line)
            throws InterruptedException {
        write(domicile, head);
        hand.file(VISIT, "02201");
        assertEquals(new Event.LineMissing(line), told.next());
        assertNull(sent.peek());
    }

    @Test
    void application_afterARefusal_hasAnotherId() throws InterruptedException {
        write("かくう1-2", "みほん");
        assertEquals(
                new Event.CenterRefused(Refusal.CLOSED, TOMORROW),
                file(new CenterAnswer.Refused<>(Refusal.CLOSED, TOMORROW)));
        write("かくう1-3", "みほん");
        file(FILED);
        assertNotEquals(sent.take().request(), sent.take().request());
    }

    @Test
    void visit_thatIsOver_leavesNothingWrittenAndFilesNothing() throws InterruptedException {
        write("かくう1-2", "みほん");
        desk.wipe();
        assertEquals(0, pad.count(Line.DOMICILE) + pad.count(Line.HEAD));
        write("べつの", "ひと");
        hand.file(VISIT, "02201");
        hand.ask(VISIT);
        VisitId next = new VisitId("11".repeat(16));
        desk.begin(next);
        answers.add(new CenterAnswer.Given<>(List.of()));
        hand.ask(next);
        assertInstanceOf(Event.RegistrationsTold.class, told.next());
        assertAll(() -> assertNull(sent.peek()), () -> assertEquals(next, told.last()));
    }

    @Test
    void registrations_thatNobodyCanTell_areToldWithWhy() throws InterruptedException {
        answers.add(new CenterAnswer.Failed<>(CenterTrouble.UNREACHABLE, "scripted"));
        hand.ask(VISIT);
        assertEquals(new Event.RegistrationsUntold(CenterTrouble.UNREACHABLE), told.next());
        answers.add(new CenterAnswer.Refused<>(Refusal.CLOSED, TOMORROW));
        hand.ask(VISIT);
        assertEquals(new Event.RegistrationsRefused(Refusal.CLOSED, TOMORROW), told.next());
    }
}
