package jp.madoguchi.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.visit.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckupTest {
    private final Samples.HandClock clock = new Samples.HandClock();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong moved = new AtomicLong();
    private final Vitals vitals = new Vitals();
    private Screen shown = Samples.screen(Readiness.unknown());
    private AuditState audit = Samples.WRITTEN;
    private final Checkup checkup = new Checkup(
            new Checkup.Sources(
                    "K-0001",
                    () -> shown,
                    vitals,
                    () -> List.of(new Pulse("print", Duration.ofSeconds(30), moved::get)),
                    () -> Map.of(100, 50),
                    () -> Samples.NOW.plus(Duration.ofDays(60)),
                    () -> audit),
            clock,
            nanos::get);

    private void show(Screen next) {
        shown = next;
        checkup.look();
    }

    private Readiness withPrinter(Obstacle... obstacles) {
        return Samples.allReady().with(Part.PRINTER, Set.of(obstacles));
    }

    @Test
    void kiosk_whosePartsHaveNotAnswered_isStarting() {
        assertEquals(State.STARTING, checkup.now().state());
    }

    @Test
    void kiosk_ofWhichOnePartIsBrokenAndOneUnasked_isClosed() {
        show(Samples.screen(Readiness.unknown().with(Part.PRINTER, Set.of(Obstacle.PRINTER_JAM))));
        assertEquals(State.CLOSED, checkup.now().state());
    }

    @Test
    void screen_thatIsShown_isWhatIsTold_whetherOrNotItWasWatched() {
        shown = Samples.screen(Samples.allReady());
        assertEquals(State.READY, checkup.now().state());
    }

    @Test
    void since_isWhenItChanged_andNotWhenItWasSaidAgain() {
        show(Samples.screen(Samples.allReady()));
        Instant ready = clock.instant();
        clock.advance(60);
        show(Samples.screen(Samples.allReady()));
        assertEquals(ready, checkup.now().since());
        show(Samples.screen(withPrinter(Obstacle.PRINTER_JAM)));
        clock.advance(60);
        Health now = checkup.now();
        assertEquals(State.CLOSED, now.state());
        assertEquals(ready.plusSeconds(60), now.since());
        assertEquals(ready.plusSeconds(60), now.part(Part.PRINTER).since());
        assertEquals(ready, now.part(Part.CASH).since());
        assertEquals(Duration.ofMinutes(2), now.uptime());
    }

    @Test
    void pulse_thatStandsStillTooLong_isStuckUntilItMoves() {
        show(Samples.screen(Samples.allReady()));
        nanos.set(Duration.ofSeconds(30).toNanos());
        assertEquals(State.READY, checkup.now().state());
        nanos.addAndGet(1);
        Health stuck = checkup.now();
        assertEquals(Set.of("print"), stuck.stuck());
        assertEquals(State.STUCK, stuck.state());
        assertFalse(stuck.well());
        moved.set(nanos.get());
        assertEquals(State.READY, checkup.now().state());
        assertTrue(checkup.now().well());
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', ENOUGH",
        "'', PAPER_LOW, LOW",
        "PRINTER_JAM, JAM, ENOUGH",
        "PRINTER_JAM, PAPER_LOW, LOW",
        "PRINTER_OUT_OF_PAPER, OUT_OF_PAPER, OUT",
        "PRINTER_UNREACHABLE, UNREACHABLE, UNKNOWN",
        "NOT_ASKED_YET, '', UNKNOWN"
    })
    void paper_isWhatThePrinterSays(String obstacle, String trouble, Level expected) {
        vitals.told(Part.PRINTER, trouble.isEmpty() ? Set.of() : Set.of(PrinterTrouble.valueOf(trouble)));
        show(Samples.screen(obstacle.isEmpty() ? withPrinter() : withPrinter(Obstacle.valueOf(obstacle))));
        assertEquals(expected, checkup.now().paper());
        assertEquals(
                expected == Level.UNKNOWN ? Level.UNKNOWN : Level.ENOUGH,
                checkup.now().toner());
    }

    @Test
    void log_thatCannotBeWritten_isToldAndServesOn() {
        show(Samples.screen(Samples.allReady()));
        audit = Samples.UNWRITTEN;
        assertEquals(Samples.UNWRITTEN, checkup.now().audit());
        assertEquals("ready; the audit log is not written", StatusLine.of(checkup.now()));
        assertTrue(checkup.now().well());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "86399, 0", "86400, 1", "-1, -1"})
    void certificate_daysLeft_areWholeDays(long seconds, long days) {
        Health ready = Samples.ready();
        Health now = new Health(
                ready.kiosk(),
                ready.at(),
                ready.started(),
                ready.state(),
                ready.since(),
                ready.stage(),
                ready.parts(),
                ready.hoppers(),
                ready.owed(),
                ready.at().plusSeconds(seconds),
                ready.audit(),
                Set.of());
        assertEquals(days, now.certificateDays());
    }
}
