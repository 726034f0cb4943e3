package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HopperCountTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");

    @TempDir
    Path dir;

    static Stream<Arguments> histories() {
        Fact counted = new Fact.HopperCounted(3, 50, "");
        Fact asked = new Fact.PayOutIntended(200, 3, 2, 40);
        Fact gave2 = new Fact.HopperPaid(3, 2, 200, true);
        Fact gave1 = new Fact.HopperPaid(3, 1, 100, true);
        Fact nobodyKnows = new Fact.HopperPaid(3, 0, 0, false);
        Fact paid = new Fact.PayOutEnded(200, 0, true);
        Fact partly = new Fact.PayOutEnded(100, 100, true);
        Fact lost = new Fact.PayOutEnded(0, 200, false);
        Fact unannounced = new Fact.PayOutEnded(0, 200, true);
        Fact other = new Fact.PayOutIntended(20, 4, 2, 0);
        return Stream.of(
                Arguments.of("nothing known", List.of(), 50),
                Arguments.of("paid", List.of(counted, asked, gave2, paid), 48),
                Arguments.of("paid in part", List.of(counted, asked, gave1, partly), 49),
                Arguments.of("nobody knows: counts as paid", List.of(counted, asked, nobodyKnows, lost), 48),
                Arguments.of("the program stopped in its midst", List.of(counted, asked), 48),
                Arguments.of("the program stopped after this hopper", List.of(counted, asked, gave1, other), 49),
                Arguments.of("failed before it was announced", List.of(counted, asked, gave2, paid, unannounced), 48),
                Arguments.of(
                        "of a pay-out of two hoppers only the end is written: counts as paid",
                        List.of(counted, asked, other, new Fact.PayOutEnded(120, 100, true)),
                        48),
                Arguments.of("version 1, paid in part", List.of(counted, asked, partly), 49),
                Arguments.of("version 1, nobody knows", List.of(counted, asked, lost), 48),
                Arguments.of("another hopper", List.of(counted, other), 50),
                Arguments.of("filled anew since", List.of(new Fact.HopperCounted(3, 10, ""), asked, gave2, paid), 50),
                Arguments.of(
                        "filled anew with the same count",
                        List.of(new Fact.HopperCounted(3, 50, "last week"), asked, gave2, paid),
                        50));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void count_fromTheLedger_neverPromisesMoreThanIsThere(String name, List<Fact> facts, int left) {
        try (Ledger ledger = new Ledger(dir.resolve("ledger.db"), Clock.systemUTC())) {
            facts.forEach(fact -> ledger.record(VISIT, fact));
            assertEquals(left, new HopperCount(ledger, new HopperCount.Filling(3, 100, 50, "")).now(), name);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 1, 49", "true, 2, 48", "true, 0, 50", "false, 0, 48", "false, 1, 48"})
    void paid_hereAndNow_countsAsTheLedgerWould(boolean certain, int paid, int left) {
        try (Ledger ledger = new Ledger(dir.resolve("ledger.db"), Clock.systemUTC())) {
            HopperCount count = new HopperCount(ledger, new HopperCount.Filling(3, 100, 50, ""));
            count.asked(2);
            assertEquals(48, count.now());
            count.paid(2, paid, certain);
            assertEquals(left, count.now());
        }
    }

    /** Both ends look as if they were the end of the killed pay-out, when only their sums are compared. */
    static Stream<List<Fact>> endsOfAnotherVisit() {
        return Stream.of(
                List.of(new Fact.PayOutEnded(0, 200, true)),
                List.of(
                        new Fact.PayOutIntended(100, 4, 10, 0),
                        new Fact.HopperPaid(4, 10, 100, true),
                        new Fact.PayOutEnded(100, 100, true)));
    }

    @ParameterizedTest
    @MethodSource("endsOfAnotherVisit")
    void count_afterAKilledPayOut_isNotGivenBackByAnotherVisitsEnd(List<Fact> next) {
        try (Ledger ledger = new Ledger(dir.resolve("ledger.db"), Clock.systemUTC())) {
            ledger.record(VISIT, new Fact.HopperCounted(3, 50, ""));
            ledger.record(VISIT, new Fact.PayOutIntended(200, 3, 2, 40));
            next.forEach(fact -> ledger.record(new VisitId("ffeeddccbbaa99887766554433221100"), fact));
            assertEquals(48, new HopperCount(ledger, new HopperCount.Filling(3, 100, 50, "")).now());
        }
    }

    @Test
    void count_ofAVisitWithAWordOfItsHoppers_isNotGivenBackByItsEnd() {
        try (Ledger ledger = new Ledger(dir.resolve("ledger.db"), Clock.systemUTC())) {
            ledger.record(VISIT, new Fact.HopperCounted(3, 50, ""));
            ledger.record(VISIT, new Fact.HopperPaid(4, 1, 10, true));
            ledger.record(VISIT, new Fact.PayOutIntended(200, 3, 2, 40));
            ledger.record(VISIT, new Fact.PayOutEnded(10, 190, true));
            assertEquals(48, new HopperCount(ledger, new HopperCount.Filling(3, 100, 50, "")).now());
        }
    }
}
