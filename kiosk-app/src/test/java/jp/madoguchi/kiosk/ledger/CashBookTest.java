package jp.madoguchi.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How long a box stays in doubt. */
class CashBookTest {
    private static final VisitId VISIT = new VisitId("3f2a91c0445566778899aabbccddeeff");
    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final Fact FILLED = new Fact.CashFilled("hopper-3", Pieces.of(100, 50), "clerk-1");
    private static final Fact COUNTED = new Fact.CashCounted("hopper-3", Pieces.of(100, 49), 4900, "clerk-1");
    private static final Fact ASKED_TWO = new Fact.PayOutIntended(200, 3, 2, 40);
    private static final Fact SILENT = new Fact.HopperPaid(3, 0, 0, false);
    private static final Fact NOBODY_KNOWS = new Fact.PayOutEnded(0, 200, false);
    private static final Fact ASKED_ONE = new Fact.PayOutIntended(100, 3, 1, 40);
    private static final Fact PAID_ONE = new Fact.HopperPaid(3, 1, 100, true);
    private static final Fact ONE_OUT = new Fact.PayOutEnded(100, 0, true);

    static Stream<Arguments> stories() {
        return Stream.of(
                Arguments.of("asked, and not answered yet", 2, List.of(FILLED, ASKED_TWO)),
                Arguments.of("no answer", 2, List.of(FILLED, ASKED_TWO, SILENT, NOBODY_KNOWS)),
                Arguments.of("no word of the hopper's own", 2, List.of(FILLED, ASKED_TWO, NOBODY_KNOWS)),
                Arguments.of("answered", 0, List.of(FILLED, ASKED_ONE, PAID_ONE, ONE_OUT)),
                Arguments.of("answered by the end alone", 0, List.of(FILLED, ASKED_ONE, ONE_OUT)),
                Arguments.of(
                        "no answer, and a certain one of the same visit after it",
                        2,
                        List.of(FILLED, ASKED_TWO, SILENT, NOBODY_KNOWS, ASKED_ONE, PAID_ONE, ONE_OUT)),
                Arguments.of(
                        "no word, and a certain one of the same visit after it",
                        2,
                        List.of(FILLED, ASKED_TWO, NOBODY_KNOWS, ASKED_ONE, PAID_ONE, ONE_OUT)),
                Arguments.of(
                        "no answer twice",
                        4,
                        List.of(FILLED, ASKED_TWO, SILENT, NOBODY_KNOWS, ASKED_TWO, SILENT, NOBODY_KNOWS)),
                Arguments.of("no answer, and counted", 0, List.of(FILLED, ASKED_TWO, SILENT, NOBODY_KNOWS, COUNTED)),
                Arguments.of(
                        "counted, and a certain one after it",
                        0,
                        List.of(FILLED, ASKED_TWO, SILENT, NOBODY_KNOWS, COUNTED, ASKED_ONE, PAID_ONE, ONE_OUT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void doubt_ofAPayOut_staysUntilTheBoxIsCounted(String name, int doubtful, List<Fact> facts) {
        List<Ledger.Entry> entries = new ArrayList<>();
        facts.forEach(fact -> entries.add(new Ledger.Entry(
                entries.size() + 1,
                NOON,
                fact instanceof Fact.CashFilled || fact instanceof Fact.CashCounted ? Ledger.NO_VISIT : VISIT,
                fact)));
        BoxAccount account =
                CashBook.of(entries, Map.of(3, 100)).of(Box.hopper(3)).orElseThrow();
        assertEquals(doubtful, account.doubtful(), name);
    }
}
