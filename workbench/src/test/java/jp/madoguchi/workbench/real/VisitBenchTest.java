package jp.madoguchi.workbench.real;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That the bench measures what it says; no wall time is held. */
@Timeout(120)
final class VisitBenchTest {
    @TempDir
    private Path dir;

    /** Reset and ATR, six bytes, are no command; a question to the center while the card works is none of this way's. */
    @Test
    void time_ofKnownWaits_isSplitByWhoWasWaitedFor() {
        MenuTime time = MenuTime.between(
                100,
                1000,
                List.of(
                        new Wait(40, 60, 15),
                        new Wait(103, 104, 3),
                        new Wait(110, 210, 15),
                        new Wait(212, 312, 15),
                        new Wait(313, 314, 3),
                        new Wait(320, 520, 60),
                        new Wait(520, 522, 6)),
                List.of(new Wait(105, 150, 400), new Wait(530, 900, 2000), new Wait(900, 910, 0)));

        assertEquals(new MenuTime(900, 400, 380, 10, 10, 10, 90, 3), time);
        assertEquals(120, time.ours());
    }

    @Test
    void time_withoutCardOrCenter_isRefused() {
        List<Wait> command = List.of(new Wait(110, 210, 15));
        assertThrows(IllegalArgumentException.class, () -> MenuTime.between(100, 1000, List.of(), command));
        assertThrows(IllegalArgumentException.class, () -> MenuTime.between(100, 1000, command, List.of()));
    }

    @Test
    void visits_withACardOfThreeMillis_addUp() throws Exception {
        long pace = Duration.ofMillis(3).toNanos();
        for (VisitBench.Round round : VisitBench.run(dir, Duration.ofNanos(pace), 2)) {
            MenuTime time = round.time();
            assertAll(
                    time::toString,
                    () -> assertEquals(time.total(), time.card() + time.center() + time.ours()),
                    () -> assertEquals(3, time.commands(), "SELECT, VERIFY, SIGN"),
                    () -> assertTrue(time.card() >= 3 * pace),
                    () -> assertTrue(time.center() > 0),
                    () -> assertTrue(time.toCard() > 0),
                    () -> assertTrue(time.betweenCommands() > 0),
                    () -> assertTrue(time.toCenter() > 0),
                    () -> assertTrue(time.toScreen() > 0),
                    () -> assertTrue(round.menu() > 0));
        }
    }
}
