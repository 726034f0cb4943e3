package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.AuditLog;
import jp.madoguchi.kiosk.audit.Entry;
import jp.madoguchi.kiosk.audit.Head;
import jp.madoguchi.kiosk.audit.LogFolder;
import jp.madoguchi.kiosk.audit.LogVerification;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterKeys;
import jp.madoguchi.kiosk.center.DocumentBinding;
import jp.madoguchi.kiosk.center.IssuanceCenter;
import jp.madoguchi.kiosk.center.KioskSeal;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.center.VisitReport;
import jp.madoguchi.kiosk.health.AuditState;
import jp.madoguchi.kiosk.health.Vitals;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.visit.Pads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real log and a real key; the center answers as the test says. */
class CheckpointsTest {
    private static final CenterAnswer<VisitReport.Receipt> KEPT =
            new CenterAnswer.Given<>(VisitReport.Receipt.RECORDED);
    private static final TestPki.Identity KEY = TestPki.leaf(TestPki.authority("CN=Kiosks"), "CN=K-0001", draft -> {});

    @TempDir
    private Path dir;

    private final IssuanceCenter center = mock(IssuanceCenter.class);
    private final List<Long> sent = new ArrayList<>();
    private final List<byte[]> signed = new ArrayList<>();
    private CenterAnswer<VisitReport.Receipt> answer = KEPT;
    private Instant now = TestPki.NOW;
    private boolean answers = true;
    private KioskSeal seal = new KioskSeal(KEY.keys().getPrivate(), KEY.certificate());
    private final Vitals vitals = new Vitals();
    private Desk desk;
    private AuditLog log;
    private Checkpoints checkpoints;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void log_begun() {
        log = AuditLog.open(dir.resolve("audit"), "K-0001", clock);
        CenterKeys keys = new CenterKeys() {
            @Override
            public CenterAccess now() {
                return new CenterAccess(center, new Sha256("0".repeat(64)), seal, mock(DocumentBinding.class));
            }

            @Override
            public boolean look() {
                return false;
            }
        };
        desk = new Desk(new Told(), mock(Ledger.class), clock, new Pads(), new SecureRandom(), keys, vitals);
        checkpoints = new Checkpoints(log, desk);
        log.close(); // what it told of its beginning is on the disk
        when(center.checkpoint(anyLong(), any())).thenAnswer(call -> {
            sent.add(call.getArgument(0));
            signed.add(call.getArgument(1));
            return answer;
        });
    }

    @AfterEach
    void log_closed() {
        log.close();
    }

    private void lookAfter(Duration time) {
        now = now.plus(time);
        while (checkpoints.look(answers)) {
            assertTrue(answers, "it goes on only while the center answers");
        }
    }

    private LogVerification.Verdict verdict() throws IOException {
        List<Path> held = new ArrayList<>();
        for (int i = 0; i < signed.size(); i++) {
            held.add(Files.write(dir.resolve("held-" + i), signed.get(i)));
        }
        return LogVerification.of(
                LogVerification.Asked.of(dir.resolve("audit"), held, Optional.of("K-0001"), Set.of(KEY.certificate())));
    }

    @Test
    void checkpoint_ofTheYoungestEntry_goesOutAtOnceAndThenEveryHour() throws IOException {
        lookAfter(Duration.ZERO);
        assertEquals(List.of(3L), sent);
        lookAfter(Checkpoints.EVERY.minusSeconds(1));
        assertEquals(1, sent.size());
        lookAfter(Duration.ofSeconds(1));
        assertEquals(2, sent.size());
        LogVerification.Verdict verdict = verdict();
        assertTrue(verdict.whole(), verdict.words().toString());
        assertTrue(
                verdict.words().get(1).startsWith("signed up to entry 3 by"),
                verdict.words().get(1));
    }

    @Test
    void checkpoint_isKeptBesideTheLogToo() throws IOException {
        lookAfter(Duration.ZERO);
        try (Stream<Path> kept = Files.list(dir.resolve("audit/checkpoints"))) {
            Path only = kept.reduce((one, other) -> {
                        throw new AssertionError("one alone");
                    })
                    .orElseThrow();
            assertEquals("000000000003.p7s", only.getFileName().toString());
            assertTrue(Arrays.equals(signed.get(0), Files.readAllBytes(only)));
        }
    }

    @Test
    void checkpoint_thatDidNotArrive_isTriedAgainAfterAMinute() {
        answer = new CenterAnswer.Failed<>(CenterTrouble.UNCERTAIN, "cut");
        lookAfter(Duration.ZERO);
        lookAfter(Checkpoints.AGAIN.minusSeconds(1));
        assertEquals(1, sent.size());
        answer = KEPT;
        lookAfter(Duration.ofSeconds(1));
        lookAfter(Checkpoints.AGAIN);
        assertEquals(2, sent.size());
    }

    @Test
    void checkpoint_thatIsRefused_isNotSaidAgainAllTheTime() {
        answer = new CenterAnswer.Refused<>(Refusal.CHECKPOINT_CONFLICT);
        lookAfter(Duration.ZERO);
        lookAfter(Checkpoints.AGAIN);
        assertEquals(1, sent.size());
        lookAfter(Checkpoints.EVERY);
        assertEquals(2, sent.size());
    }

    private long kept() throws IOException {
        try (Stream<Path> kept = Files.list(dir.resolve("audit/checkpoints"))) {
            return kept.count();
        }
    }

    /** What is signed in time is worth more than what is signed once somebody listens. */
    @Test
    void checkpoints_whileTheCenterIsAway_areMadeEveryHourAndAllSentInOrder() throws IOException {
        answers = false;
        AuditLog running = AuditLog.open(dir.resolve("audit"), "K-0001", clock);
        checkpoints = new Checkpoints(running, desk);
        List<Long> made = new ArrayList<>();
        for (int hour = 0; hour < 3; hour++) {
            long before = running.head().map(Head::sequence).orElse(0L);
            running.tell(AuditEvent.ENTRIES_LOST, Ledger.NO_VISIT, Map.of("count", "1"));
            while (running.head().map(Head::sequence).orElse(0L) <= before) {
                Thread.onSpinWait(); // its own thread writes it
            }
            made.add(running.head().orElseThrow().sequence());
            lookAfter(Checkpoints.EVERY);
        }
        assertEquals(3, kept());
        assertEquals(List.of(), sent);
        assertEquals(3, vitals.checkpoints().unsent());
        answers = true;
        answer = new CenterAnswer.Failed<>(CenterTrouble.UNCERTAIN, "cut");
        lookAfter(Duration.ofMinutes(1));
        assertEquals(made.subList(0, 1), sent, "one that fails holds up what comes after it");
        answer = KEPT;
        now = now.plus(Checkpoints.AGAIN);
        assertTrue(checkpoints.look(true));
        assertEquals(2, sent.size(), "one at a time");
        lookAfter(Duration.ZERO);
        running.close();
        assertEquals(List.of(made.get(0), made.get(0), made.get(1), made.get(2)), sent);
        assertEquals(new AuditState.Handed(0, Optional.of(now)), vitals.checkpoints());
        assertEquals(3, kept());
    }

    /** The center takes what the key signed by which it is told. */
    @Test
    void checkpoint_madeBeforeTheKeyWasChanged_isSignedAnew() throws IOException {
        answers = false;
        lookAfter(Duration.ZERO);
        TestPki.Identity next = TestPki.leaf(TestPki.authority("CN=Kiosks"), "CN=K-0001", draft -> {});
        seal = new KioskSeal(next.keys().getPrivate(), next.certificate());
        answers = true;
        lookAfter(Checkpoints.AGAIN);
        LogVerification.Verdict verdict = LogVerification.of(LogVerification.Asked.of(
                dir.resolve("audit"),
                List.of(Files.write(dir.resolve("held"), signed.get(0))),
                Optional.of("K-0001"),
                Set.of(next.certificate())));
        assertTrue(verdict.whole(), verdict.words().toString());
    }

    /** A clock that was ahead by years must not keep the log from being signed for years. */
    @Test
    void clock_steppedBack_isNoReasonToWait() {
        lookAfter(Duration.ofDays(1000));
        lookAfter(Duration.ofDays(-1000));
        assertEquals(2, sent.size());
        lookAfter(Duration.ofMinutes(59));
        assertEquals(2, sent.size());
    }

    /** A token that was pulled out throws whatever it likes. */
    private static final class PulledKey implements ECPrivateKey {
        private static final long serialVersionUID = 1L;

        @Override
        public BigInteger getS() {
            throw new ProviderException("pulled");
        }

        @Override
        public ECParameterSpec getParams() {
            return ((ECPrivateKey) KEY.keys().getPrivate()).getParams();
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "PKCS#8";
        }

        @Override
        public byte[] getEncoded() {
            throw new ProviderException("pulled");
        }
    }

    @Test
    void clock_steppedBackWhileTheCenterIsAway_keepsNothingFromBeingSentLater() {
        answer = new CenterAnswer.Failed<>(CenterTrouble.UNCERTAIN, "cut");
        lookAfter(Duration.ofDays(1000));
        assertEquals(1, sent.size());
        answers = false;
        lookAfter(Duration.ofDays(-1000));
        answers = true;
        answer = KEPT;
        lookAfter(Duration.ZERO);
        assertEquals(2, sent.size());
    }

    @Test
    void key_thatCannotSign_keepsNothingFromGoingOnAndIsTriedAgain() throws IOException {
        seal = new KioskSeal(new PulledKey(), KEY.certificate());
        lookAfter(Duration.ZERO);
        assertEquals(List.of(), sent);
        seal = new KioskSeal(KEY.keys().getPrivate(), KEY.certificate());
        lookAfter(Checkpoints.AGAIN);
        assertEquals(1, sent.size());
    }

    @Test
    void answers_ofTheCenter_areInTheLog() throws IOException {
        AuditLog running = AuditLog.open(dir.resolve("audit"), "K-0001", clock);
        CenterKeys keys = mock(CenterKeys.class);
        when(keys.now())
                .thenReturn(new CenterAccess(
                        center,
                        new Sha256("0".repeat(64)),
                        new KioskSeal(KEY.keys().getPrivate(), KEY.certificate()),
                        mock(DocumentBinding.class)));
        Checkpoints looking = new Checkpoints(
                running, new Desk(new Told(), mock(Ledger.class), clock, new Pads(), new SecureRandom(), keys));
        while (sent.isEmpty()) {
            assertFalse(looking.look(true)); // as soon as the start is on the disk
        }
        answer = new CenterAnswer.Refused<>(Refusal.CHECKPOINT_CONFLICT);
        now = now.plus(Checkpoints.EVERY);
        assertFalse(looking.look(true));
        running.close();
        List<Entry> told = new ArrayList<>();
        LogFolder.read(dir.resolve("audit"), told::add);
        assertEquals(
                List.of("CHECKPOINT_ACKNOWLEDGED", "CHECKPOINT_REFUSED"),
                told.stream()
                        .map(Entry::event)
                        .filter(event -> event.startsWith("CHECKPOINT"))
                        .toList());
    }
}
