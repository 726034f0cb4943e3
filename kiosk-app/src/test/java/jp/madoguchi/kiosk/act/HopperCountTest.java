package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HopperCountTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");

    @TempDir
    Path dir;

    static Stream<Arguments> histories() {
        Fact counted = new Fact.HopperCounted(3, 50);
        Fact asked = new Fact.PayOutIntended(200, 3, 2, 40);
        Fact paid = new Fact.PayOutEnded(200, 0, true);
        Fact partly = new Fact.PayOutEnded(100, 100, true);
        Fact lost = new Fact.PayOutEnded(0, 200, false);
        Fact unannounced = new Fact.PayOutEnded(0, 200, true);
        return Stream.of(
                Arguments.of("nothing known", List.of(), 50),
                Arguments.of("paid", List.of(counted, asked, paid), 48),
                Arguments.of("paid in part", List.of(counted, asked, partly), 49),
                Arguments.of("nobody knows: counts as paid", List.of(counted, asked, lost), 48),
                Arguments.of("the program stopped in its midst", List.of(counted, asked), 48),
                Arguments.of("failed before it was announced", List.of(counted, asked, paid, unannounced), 48),
                Arguments.of("another hopper", List.of(counted, new Fact.PayOutIntended(20, 4, 2, 0)), 50),
                Arguments.of("filled anew since", List.of(new Fact.HopperCounted(3, 10), asked, paid), 50));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void count_fromTheLedger_neverPromisesMoreThanIsThere(String name, List<Fact> facts, int left) {
        try (Ledger ledger = new Ledger(dir.resolve("ledger.db"), Clock.systemUTC())) {
            facts.forEach(fact -> ledger.record(VISIT, fact));
            assertEquals(left, new HopperCount(ledger, 3, 50).now(), name);
        }
    }
}
