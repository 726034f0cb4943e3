package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.center.IssuanceCenter;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.Refusal;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the kiosk makes of the center's clock. */
class ClockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final CenterAnswer<CenterStatus> CUT = new CenterAnswer.Failed<>(CenterTrouble.UNREACHABLE, "cut");

    private final Logger log = (Logger) LoggerFactory.getLogger(StatusLog.class);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final LinkedBlockingQueue<Set<Obstacle>> obstacles = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        heard.start();
        log.addAppender(heard);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(heard);
        log.setLevel(null);
    }

    private static CenterAnswer<CenterStatus> at(Instant time) {
        return new CenterAnswer.Given<>(
                new CenterStatus("TEST-CENTER", true, time, Optional.empty(), Optional.empty(), List.of()));
    }

    /** Looks once for each answer, and awaits what that comes to. */
    private void look(List<CenterAnswer<CenterStatus>> answers, List<Set<Obstacle>> expected)
            throws InterruptedException {
        IssuanceCenter center = mock(IssuanceCenter.class);
        Ledger ledger = mock(Ledger.class);
        when(ledger.unreported()).thenReturn(Map.of());
        var asked = when(center.status());
        for (CenterAnswer<CenterStatus> answer : answers) {
            asked = asked.thenReturn(answer);
        }
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Desk desk = new Desk(posts(), ledger, clock, new Pads(), new SecureRandom(), new FixedKeys(center));
        try (CenterHand hand = new CenterHand(desk, new Terminal("K-0001", "S-001"), fee -> true, ready -> false)) {
            hand.start();
            for (Set<Obstacle> each : expected) {
                assertEquals(each, obstacles.poll(10, TimeUnit.SECONDS));
                hand.report();
            }
        }
    }

    private Posts posts() {
        return new Posts() {
            @Override
            public void post(VisitId visit, Event event) {}

            @Override
            public void post(Event event) {
                if (event instanceof Event.PartChanged changed) {
                    obstacles.add(changed.obstacles());
                }
            }
        };
    }

    private static boolean checks(Set<Obstacle> ofTheCenter) {
        Readiness ready = new Readiness(Map.of(), Readiness.unknown().news());
        for (Part part : Part.values()) {
            ready = ready.with(part, Set.of());
        }
        return Service.CERTIFICATE_CHECK.possible(ready.with(Part.CENTER, ofTheCenter));
    }

    /** By a clock that is known to be wrong no certificate is dated, whether the center can be asked now or not. */
    @Test
    void clock_knownToBeWrong_staysSoUntilTheCenterTellsItsTime() throws InterruptedException {
        List<Set<Obstacle>> expected = List.of(
                Set.of(Obstacle.CENTER_UNREACHABLE),
                Set.of(Obstacle.CLOCK_WRONG),
                Set.of(Obstacle.CLOCK_WRONG, Obstacle.CENTER_UNREACHABLE),
                Set.of(Obstacle.CLOCK_WRONG, Obstacle.CENTER_UNTRUSTED),
                Set.of());
        look(
                List.of(
                        CUT,
                        at(NOON.minus(TEN_MINUTES)),
                        CUT,
                        new CenterAnswer.Refused<>(Refusal.WRONG_KIOSK),
                        at(NOON)),
                expected);
        assertEquals(
                List.of(true, false, false, false, true),
                expected.stream().map(ClockTest::checks).toList());
    }

    @Test
    void clock_wrong_isLoggedOnceWithItsDirection() throws InterruptedException {
        Set<Obstacle> wrong = Set.of(Obstacle.CLOCK_WRONG);
        look(
                List.of(
                        at(NOON.minus(TEN_MINUTES)),
                        at(NOON.minus(TEN_MINUTES).minusMillis(3)),
                        at(NOON.plus(TEN_MINUTES)),
                        at(NOON.plusSeconds(3))),
                List.of(wrong, wrong, wrong, Set.of()));
        assertEquals(
                List.of(
                        "clock: ahead of the center's (PT10M)",
                        "clock: behind the center's (PT10M)",
                        "clock: as the center's (PT3S)"),
                said("clock"));
    }

    private List<String> said(String part) {
        return Arrays.stream(heard.list.toArray(ILoggingEvent[]::new))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith(part + ":"))
                .toList();
    }
}
