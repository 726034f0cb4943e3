package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.flow.ResidentFlow;
import jp.madoguchi.kiosk.health.AuditState;
import jp.madoguchi.kiosk.health.Checkup;
import jp.madoguchi.kiosk.health.Vitals;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.staff.ManualPace;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hand's own thread that does not come back from its device is found by its pulse; one that waits for work is not. */
@Timeout(60)
class StuckHandTest {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final CountDownLatch looked = new CountDownLatch(1);
    private final Worker worker = new Worker("card", new Told(), Duration.ofMillis(1), () -> {
        if (answer.getCount() == 0) {
            looked.countDown();
        }
    });
    private final AtomicLong later = new AtomicLong();
    private final VisitRunner runner = new VisitRunner(
            ResidentFlow.TABLE,
            new SecureRandom(),
            Runnable::run,
            (delay, call) -> () -> {},
            new ManualPace()::nanos,
            new Heard());
    private final Checkup checkup = new Checkup(
            new Checkup.Sources(
                    "K-0001",
                    runner::screen,
                    new Vitals(),
                    () -> List.of(worker.pulse(LONGEST)),
                    Map::of,
                    () -> Instant.MAX,
                    () -> new AuditState(true, 1, AuditState.Handed.NOTHING)),
            Clock.systemUTC(),
            () -> System.nanoTime() + later.get());

    private Set<String> stuck() {
        return checkup.now().stuck();
    }

    private void askTheDevice() {
        called.countDown();
        try {
            answer.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void hand_whoseDeviceDoesNotAnswer_isStuckUntilItDoes() throws InterruptedException {
        worker.start();
        worker.submit(Ledger.NO_VISIT, this::askTheDevice);
        called.await();
        assertEquals(Set.of(), stuck());
        later.set(LONGEST.toNanos());
        assertEquals(Set.of("card"), stuck());
        later.set(0);
        long before = worker.pulse(LONGEST).moved().getAsLong();
        answer.countDown();
        looked.await();
        assertTrue(worker.pulse(LONGEST).moved().getAsLong() > before, "it looks at its device again");
        worker.close(Duration.ofSeconds(10));
    }
}
