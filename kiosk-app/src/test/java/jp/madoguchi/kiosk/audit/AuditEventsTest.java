package jp.madoguchi.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes the tables of {@code docs/audit.md} when {@code -Dmadoguchi.write=true}, and fails when they are not what would be written. */
class AuditEventsTest {
    private static final Path PAGE = Path.of("../docs/audit.md");
    private static final String FROM = "<!-- from here on written by AuditEventsTest -->\n";

    @ParameterizedTest
    @EnumSource
    void event_any_hasWordsInBothLanguages(AuditEvent event) {
        for (LocalText words : List.of(event.meaning(), event.action())) {
            assertTrue(words.ja().matches("(?s).*[\\p{IsHiragana}\\p{IsHan}].*。"), words.ja());
            assertTrue(words.en().matches("(?s)[A-Z.].*\\."), words.en());
        }
    }

    /** What a person writes, or is called by, fits into no detail. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "未申", "未申 遠助", "ヒツジサル", "青森市中央一丁目", "Hitsujisaru Tosuke", "a b", "\"", "\\u0000", "a\n"})
    void detail_ofAPersonsWords_fitsNowhere(String words) {
        for (Detail detail : Detail.values()) {
            assertEquals(false, detail.fits(words), detail + ": " + words);
        }
    }

    @Test
    void page_ofTheEvents_isWhatTheCodeSays() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(FROM)) + FROM + tables();
        if (Boolean.getBoolean("madoguchi.write")) {
            Files.writeString(PAGE, expected);
        }
        assertEquals(expected, Files.readString(PAGE), "run the tests with -Dmadoguchi.write=true");
    }

    private static String tables() {
        StringBuilder page = new StringBuilder("\n## Events\n\n");
        page.append("| Event | Meaning | Action | For | Details |\n|---|---|---|---|---|\n");
        for (AuditEvent event : AuditEvent.values()) {
            page.append("| `").append(event).append("` | ").append(cell(event.meaning()));
            page.append(" | ").append(cell(event.action())).append(" | ");
            page.append(event.reader() == AuditEvent.Reader.STAFF ? "店員 staff" : "運用者 operator")
                    .append(" | ");
            page.append(event.details().stream()
                            .map(detail -> "`" + detail.key() + "`")
                            .collect(Collectors.joining(" ")))
                    .append(" |\n");
        }
        page.append("\n## Details\n\n| Detail | Shape |\n|---|---|\n");
        for (Detail detail : Detail.values()) {
            page.append("| `").append(detail.key()).append("` | `");
            page.append(detail.pattern().replace("|", "\\|")).append("` |\n");
        }
        return page.toString();
    }

    private static String cell(LocalText words) {
        return words.ja() + "<br>" + words.en();
    }
}
