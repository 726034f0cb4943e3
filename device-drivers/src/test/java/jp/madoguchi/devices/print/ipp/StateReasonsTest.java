package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StateReasonsTest {
    @ParameterizedTest
    @CsvSource({
        "media-empty-error, OUT_OF_PAPER, '', ''",
        "media-empty, OUT_OF_PAPER, '', ''",
        "MEDIA-EMPTY, OUT_OF_PAPER, '', ''",
        "media-empty-report, OUT_OF_PAPER, '', ''",
        "media-empty-warning, OUT_OF_PAPER, '', ''",
        "media-empty-warning media-empty-error, OUT_OF_PAPER, '', ''",
        "media-needed, OUT_OF_PAPER, '', ''",
        "media-low, '', PAPER_LOW, ''",
        "media-low-error, PAPER_LOW, '', ''",
        "toner-empty, OUT_OF_TONER, '', ''",
        "marker-supply-empty-error, OUT_OF_TONER, '', ''",
        "toner-low-report, '', TONER_LOW, ''",
        "marker-supply-low-warning, '', TONER_LOW, ''",
        "door-open, DOOR_OPEN, '', ''",
        "cover-open-error, DOOR_OPEN, '', ''",
        "interlock-open, DOOR_OPEN, '', ''",
        "media-jam, JAM, '', ''",
        "media-jam-warning, JAM, '', ''",
        "cover-open-report, DOOR_OPEN, '', ''",
        "toner-empty-warning, '', OUT_OF_TONER, ''",
        "output-area-full, OUTPUT_FULL, '', ''",
        "output-area-almost-full, '', OUTPUT_FULL, ''",
        "paused, OFFLINE, '', ''",
        "shutdown, OFFLINE, '', ''",
        "offline-report, '', OFFLINE, ''",
        "spool-area-full, BUSY, '', ''",
        "com.example-belt-askew, '', OTHER, com.example-belt-askew",
        "com.example-belt-askew-error, OTHER, '', com.example-belt-askew",
        "none, '', '', ''",
        "door-open-error toner-low-warning, DOOR_OPEN, TONER_LOW, ''",
    })
    void of_keywords_areBlockingOrWarnings(String keywords, String blocking, String warnings, String unnamed) {
        StateReasons reasons = StateReasons.of(List.of(keywords.split(" ")));
        assertEquals(troubles(blocking), reasons.blocking());
        assertEquals(troubles(warnings), reasons.warnings());
        assertEquals(unnamed, String.join(" ", reasons.unnamed()));
    }

    private static Set<PrinterTrouble> troubles(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(PrinterTrouble::valueOf)
                .collect(Collectors.toSet());
    }
}
