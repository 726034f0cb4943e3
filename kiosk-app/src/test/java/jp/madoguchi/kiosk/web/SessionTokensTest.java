package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import jp.madoguchi.kiosk.audit.Heard;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private Instant now = SampleScreens.NOON;
    private final Heard audit = new Heard();
    private final ManualTimers timers = new ManualTimers();
    private final SessionTokens tokens = new SessionTokens(
            new SecureRandom(),
            new Clock() {
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
            },
            audit,
            timers);

    @Test
    void token_afterTwoMinutes_isNotGoodAnyMore() {
        String token = tokens.mint();
        now = now.plus(Duration.ofMinutes(2)).plusMillis(1);
        assertFalse(tokens.redeem(token));
        assertEquals(List.of("SCREEN_REFUSED {count=1}"), audit.lines());
    }

    @Test
    void tokens_thatAreTriedAllDay_areToldOnceAMinuteWithTheirNumber() {
        for (int i = 0; i < 1000; i++) {
            assertFalse(tokens.redeem("guess"));
        }
        assertEquals(List.of("SCREEN_REFUSED {count=1}"), audit.lines());
        timers.goOff(Duration.ofMinutes(1)); // nobody tries any more
        assertFalse(tokens.redeem("guess"));
        assertTrue(tokens.redeem(tokens.mint()));
        timers.goOff(Duration.ofMinutes(1));
        assertEquals(0, timers.goOff(Duration.ofMinutes(1)), "there was nothing to tell");
        assertFalse(tokens.redeem("guess"));
        assertEquals(
                List.of(
                        "SCREEN_REFUSED {count=1}",
                        "SCREEN_REFUSED {count=999}",
                        "SCREEN_REFUSED {count=1}",
                        "SCREEN_OPENED {}",
                        "SCREEN_REFUSED {count=1}"),
                audit.lines());
    }

    @Test
    void tokens_thatWereTriedBeforeTheEnd_areToldAtTheEnd() {
        for (int i = 0; i < 10; i++) {
            assertFalse(tokens.redeem("guess"));
        }
        tokens.close();
        assertEquals(List.of("SCREEN_REFUSED {count=1}", "SCREEN_REFUSED {count=9}"), audit.lines());
    }

    @Test
    void token_pushedOutByEightYounger_isNotGoodAnyMore() {
        String first = tokens.mint();
        String second = tokens.mint();
        for (int i = 0; i < 7; i++) {
            tokens.mint();
        }
        assertFalse(tokens.redeem(first));
        assertTrue(tokens.redeem(second));
    }

    @Test
    void token_inTime_isGoodOnce() {
        String token = tokens.mint();
        now = now.plus(Duration.ofMinutes(2));
        assertTrue(tokens.redeem(token));
        assertFalse(tokens.redeem(token));
    }
}
