package jp.madoguchi.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.madoguchi.devices.card.CardFailure;
import jp.madoguchi.devices.card.ReaderTrouble;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.print.PrintFailure;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes {@code docs/failure-codes.md} when {@code -Dmadoguchi.write=true}, and fails when it is not what would be written. */
class FailureCodesTest {
    private static final Path PAGE = Path.of("../docs/failure-codes.md");

    /** Each port's enums, in the order of the page. */
    private static final List<List<? extends DeviceFailure>> ENUMS = List.of(
            List.of(CardFailure.values()),
            List.of(ReaderTrouble.values()),
            List.of(PrinterTrouble.values()),
            List.of(PrintFailure.values()),
            List.of(CashTrouble.values()));

    static List<DeviceFailure> failures() {
        List<DeviceFailure> all = new ArrayList<>();
        ENUMS.forEach(all::addAll);
        return all;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_any_hasItsCodeAndWordsInBothLanguages(DeviceFailure failure) {
        assertTrue(failure.code().matches("(CARD|PRINT|CASH)-[0-9]{2}"), failure.code());
        for (DeviceFailure.Words words : List.of(failure.meaning(), failure.action())) {
            assertTrue(words.ja().matches("(?s).*[\\p{IsHiragana}\\p{IsHan}].*。"), words.ja());
            assertTrue(words.en().matches("(?s)[A-Z].*\\."), words.en());
        }
    }

    @Test
    void codes_all_areDifferent() {
        Set<String> codes = new HashSet<>();
        failures().forEach(failure -> assertTrue(codes.add(failure.code()), failure.code()));
    }

    @Test
    void page_ofTheFailures_isWhatTheCodeSays() throws IOException {
        String page = page();
        if (Boolean.getBoolean("madoguchi.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "run the tests with -Dmadoguchi.write=true");
    }

    private static String page() {
        StringBuilder page = new StringBuilder();
        page.append("# Failure codes of the devices\n\n");
        page.append(
                "Every way in which the card reader, the printer and the cash unit can fail, what it means and what to do.\n");
        page.append(
                "Written from the code by `FailureCodesTest`; `./kiosk device card|printer|cash --watch` shows them as they happen.\n");
        for (List<? extends DeviceFailure> port : ENUMS) {
            page.append("\n## ").append(port.get(0).getClass().getSimpleName()).append("\n\n");
            page.append("| Code | Name | Meaning | Action |\n|---|---|---|---|\n");
            for (DeviceFailure failure : port) {
                page.append("| ")
                        .append(failure.code())
                        .append(" | `")
                        .append(failure)
                        .append("` | ");
                page.append(cell(failure.meaning()))
                        .append(" | ")
                        .append(cell(failure.action()))
                        .append(" |\n");
            }
        }
        return page.toString();
    }

    private static String cell(DeviceFailure.Words words) {
        return words.ja() + "<br>" + words.en();
    }
}
