package jp.madoguchi.kiosk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Obstacle;
import org.junit.jupiter.api.Test;

/** Writes the tables of {@code docs/runbook.md} when {@code -Dmadoguchi.write=true}, and fails when they are not what would be written. */
class RunbookTest {
    private static final Path PAGE = Path.of("../docs/runbook.md");
    private static final String END = "<!-- to here -->\n";

    @Test
    void tables_areWhatTheScreensSay() throws IOException {
        String page = with(with(Files.readString(PAGE), "obstacles", obstacles()), "endings", endings());
        if (Boolean.getBoolean("madoguchi.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "run the tests with -Dmadoguchi.write=true");
    }

    private static String with(String page, String name, String table) {
        String begin = "<!-- " + name + ": written by RunbookTest -->\n";
        int from = page.indexOf(begin) + begin.length();
        assertTrue(from >= begin.length(), begin);
        return page.substring(0, from) + table + page.substring(page.indexOf(END, from));
    }

    private static String obstacles() {
        StringBuilder table = new StringBuilder("| 画面 | 番号 | してほしいこと |\n|---|---|---|\n");
        for (Obstacle obstacle : Obstacle.values()) {
            row(
                    table,
                    ScreenText.what(obstacle).ja(),
                    obstacle.code(),
                    ScreenText.action(obstacle).ja());
        }
        return table.toString();
    }

    private static String endings() {
        StringBuilder table = new StringBuilder("| 番号 | 画面 | どういうことか | お伝えすること |\n|---|---|---|---|\n");
        for (EndReason reason : EndReason.values()) {
            if (!reason.wished()) {
                String key = "end." + reason.slug();
                row(table, reason.code(), text(key + ".title"), text(key + ".what"), text(key + ".do"));
            }
        }
        return table.toString();
    }

    private static String text(String key) {
        return ScreenText.has(key) ? ScreenText.of(key).ja() : "";
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
