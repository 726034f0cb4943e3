package jp.madoguchi.kiosk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import jp.madoguchi.devices.DeviceFailure.Words;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.card.CardFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T00:30:00Z"), ZoneId.of("Asia/Tokyo"));
    private static final Watch.Seen WELL = Watch.Seen.well(new Words("用意よし", "ready"));
    private static final Watch.Seen ILL =
            new Watch.Seen(new Words("用意なし", "not ready"), List.of(CardFailure.REMOVED, CardFailure.UNRESPONSIVE));

    @Test
    void failures_several_haveALineEachWithCodeMeaningAndAction() {
        assertEquals("""
                2026-07-01 09:30:00  not ready  CARD-01 REMOVED  The card left the reader. Place the card again and leave it until told.
                2026-07-01 09:30:00  not ready  CARD-02 UNRESPONSIVE  The card does not answer. Place it straight, out of its case and away from other cards. If it goes on, the card cannot be used.
                """, printed(Watch.Language.ENGLISH, ILL));
    }

    @Test
    void failure_inJapan_isExplainedInJapanese() {
        assertEquals(
                "2026-07-01 09:30:00  なし  CARD-05 READER_GONE  カードリーダーとの接続が切れました。 リーダーのケーブルを確かめます。つながると自動で戻ります。\n",
                printed(
                        Watch.Language.JAPANESE,
                        new Watch.Seen(new Words("なし", "gone"), List.of(CardFailure.READER_GONE))));
    }

    @Test
    void sameAgain_saysNothing() {
        String ready = "2026-07-01 09:30:00  ready\n";
        assertEquals(ready, printed(Watch.Language.ENGLISH, WELL, Watch.Seen.well(new Words("用意よし", "ready")), WELL));
        assertEquals(
                4, printed(Watch.Language.ENGLISH, WELL, ILL, ILL, WELL).lines().count());
    }

    @Test
    void interrupted_endsAndClearsTheFlag() {
        StringWriter out = new StringWriter();
        Thread.currentThread().interrupt();
        new Watch(new PrintWriter(out), CLOCK, Pace.real(), Watch.Language.ENGLISH).run(Duration.ofDays(1), () -> WELL);
        assertFalse(Thread.interrupted());
        assertEquals(1, out.toString().lines().count());
    }

    @ParameterizedTest
    @CsvSource({"ja_JP.UTF-8,JAPANESE", "ja,JAPANESE", "C.UTF-8,ENGLISH", "en_US.UTF-8,ENGLISH", "'',ENGLISH"})
    void language_isEnglishUnlessTheLocaleIsJapanese(String locale, Watch.Language language) {
        assertEquals(language, Watch.Language.of(locale));
    }

    private static String printed(Watch.Language language, Watch.Seen... seen) {
        Deque<Watch.Seen> left = new ArrayDeque<>(List.of(seen));
        StringWriter out = new StringWriter();
        new Watch(new PrintWriter(out), CLOCK, until(left), language).run(Duration.ofMillis(1), () -> left.remove());
        return out.toString();
    }

    private static Pace until(Deque<Watch.Seen> left) {
        return new Pace() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public boolean pause(Duration time) {
                return !left.isEmpty();
            }
        };
    }
}
