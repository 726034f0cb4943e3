package jp.madoguchi.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private final Pace pace = Pace.real();

    @Test
    void pause_interrupted_endsAtOnceAndKeepsTheFlag() {
        Thread.currentThread().interrupt();
        assertFalse(pace.pause(Duration.ofDays(1)));
        assertTrue(Thread.interrupted());
    }

    @Test
    void pause_undisturbed_lastsAsLongAsAsked() {
        long since = pace.nanos();
        assertTrue(pace.pause(Duration.ofMillis(20)));
        assertEquals(Duration.ZERO, pace.left(Duration.ofMillis(20), since));
    }
}
