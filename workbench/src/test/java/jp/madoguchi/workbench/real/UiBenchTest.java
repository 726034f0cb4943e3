package jp.madoguchi.workbench.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code ./kiosk bench ui}: that it measures, and what; how long it took is the bench's own affair. */
class UiBenchTest {
    @Test
    void taps_ofAVisit_areEachMeasured() throws IOException, InterruptedException {
        List<UiBench.Tap> taps = UiBench.play(1, 1);
        assertEquals(
                Set.of(
                        "begin",
                        "language",
                        "pin key",
                        "pin-entered",
                        "choose",
                        "back",
                        "options",
                        "confirm",
                        "acknowledge"),
                taps.stream().map(UiBench.Tap::name).collect(Collectors.toSet()));
        assertTrue(
                taps.stream()
                        .allMatch(tap -> tap.server() > 0 && tap.answer() > tap.server() && tap.whole() > tap.answer()),
                taps.toString());
    }

    @Test
    void percentile_ofAHundred_isTheOneAtItsPlace() {
        List<UiBench.Tap> taps = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> new UiBench.Tap("one", i, i, i))
                .toList();
        assertEquals(50, UiBench.percentile(taps, UiBench.Tap::whole, 0.5));
        assertEquals(95, UiBench.percentile(taps, UiBench.Tap::whole, 0.95));
        assertEquals(100, UiBench.percentile(taps, UiBench.Tap::whole, 1));
    }
}
