package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.madoguchi.kiosk.audit.Heard;
import jp.madoguchi.kiosk.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldVisitsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration KEEP = Duration.ofDays(400);

    private final Ledger ledger = mock(Ledger.class);
    private final Clock clock = mock(Clock.class);
    private final Heard audit = new Heard();

    @ParameterizedTest
    @CsvSource({"false, true", "true, false"})
    void old_whenSomebodyIsThereOrTheClockIsNotKnown_isNotTouched(boolean quiet, boolean right) {
        when(clock.instant()).thenReturn(NOON);
        new OldVisits(ledger, audit, clock, KEEP, () -> quiet, () -> right).look();
        verify(ledger, never()).forget(any());
    }

    @Test
    void old_isForgottenOnceADay() {
        when(ledger.forget(any())).thenReturn(3, 0);
        OldVisits old = new OldVisits(ledger, audit, clock, KEEP, () -> true, () -> true);
        for (Instant now :
                new Instant[] {NOON, NOON.plusSeconds(5), NOON.minusSeconds(5), NOON.plus(Duration.ofDays(1))}) {
            when(clock.instant()).thenReturn(now);
            old.look();
        }
        verify(ledger, times(1)).forget(NOON.minus(KEEP));
        verify(ledger, times(2)).forget(any());
        assertEquals(List.of("VISITS_FORGOTTEN {count=3, until=2025-10-18}"), audit.lines());
    }
}
