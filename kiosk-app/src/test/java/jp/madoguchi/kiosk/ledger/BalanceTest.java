package jp.madoguchi.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BalanceTest {
    static Stream<Arguments> stories() {
        Fact coin = new Fact.CoinInserted(500, 1, "COIN");
        Fact asked = new Fact.PayOutIntended(200, 3, 2, 40);
        Fact gave = new Fact.HopperPaid(3, 2, 200, true);
        Fact gaveMore = new Fact.HopperPaid(4, 10, 100, true);
        Fact ended = new Fact.PayOutEnded(200, 0, true);
        Fact nobodyKnows = new Fact.HopperPaid(3, 0, 0, false);
        return Stream.of(
                Arguments.of("in order", List.of(coin, asked, gave, ended), 200, 300, true),
                Arguments.of("the hopper's part behind the end", List.of(coin, asked, ended, gave), 200, 300, true),
                Arguments.of("the coin last of all", List.of(asked, gave, ended, coin), 200, 300, true),
                Arguments.of("one hopper of two, then the end", List.of(coin, gave, gaveMore), 300, 200, true),
                Arguments.of(
                        "two pay-outs, their words mixed",
                        List.of(coin, ended, gaveMore, new Fact.PayOutEnded(100, 0, true), gave),
                        300,
                        200,
                        true),
                Arguments.of("a second pay-out without an end", List.of(coin, gave, ended, gaveMore), 300, 200, true),
                Arguments.of("version 1: only the end", List.of(coin, ended), 200, 300, true),
                Arguments.of("asked and never answered", List.of(coin, asked), 0, 500, false),
                Arguments.of(
                        "nobody knows",
                        List.of(coin, asked, nobodyKnows, new Fact.PayOutEnded(0, 200, false)),
                        0,
                        500,
                        false),
                Arguments.of(
                        "a note may be stuck", List.of(coin, new Fact.CashBroken("NOTE_JAM", "", true)), 0, 500, false),
                Arguments.of(
                        "silent, and all counted",
                        List.of(coin, new Fact.CashBroken("UNREACHABLE", "", false)),
                        0,
                        500,
                        true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void balance_inWhateverOrder_countsEachCoinOnce(
            String name, List<Fact> facts, int returned, int owed, boolean certain) {
        assertEquals(new Balance(500, 0, returned, owed, certain), Balance.of(facts), name);
    }
}
