package jp.madoguchi.devices.cash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangePlanTest {
    @ParameterizedTest
    @CsvSource({
        // 500s, 100s, 10s; amount; the plan as coins of hopper 3, 4, 5; the most at or below the amount
        "2, 6, 0, 700, 1 2 0, 700",
        "2, 6, 0, 1600, 2 6 0, 1600",
        "2, 6, 0, 1700, none, 1600",
        "2, 6, 0, 110, none, 100",
        "1, 0, 30, 790, 1 0 29, 790",
        "1, 0, 20, 790, none, 700",
        "0, 0, 0, 100, none, 0",
        "3, 3, 3, 0, 0 0 0, 0",
        "9, 9, 9, 555, none, 550",
        "1, 5, 0, 500, 1 0 0, 500",
        "0, 300, 0, 25500, 0 255 0, 25500",
        "0, 300, 0, 25600, none, 25500",
    })
    void plan_stock_isExactWithTheFewestCoins(int c500, int c100, int c10, int amount, String portions, int most) {
        ChangePlan plan = ChangePlan.upTo(new Yen(amount), stock(c500, c100, c10));
        assertEquals(
                portions,
                plan.exactly(new Yen(amount)).map(ChangePlanTest::coins).orElse("none"));
        assertEquals(new Yen(most), plan.mostOf(new Yen(amount)));
    }

    @Test
    void plan_greedyFails_findsTheOtherWay() {
        // One of 500 leaves 10 that nobody has; fifty-one tens do it.
        ChangePlan plan = ChangePlan.upTo(
                new Yen(1000), List.of(new HopperStock(3, new Yen(500), 1), new HopperStock(4, new Yen(170), 3)));
        assertTrue(plan.pays(new Yen(510)));
        assertEquals(Optional.of(List.of(new ChangePlan.Portion(4, new Yen(170), 3))), plan.exactly(new Yen(510)));
    }

    @Test
    void plan_noHopper_paysNothingButNothing() {
        ChangePlan plan = ChangePlan.upTo(new Yen(500), List.of());
        assertTrue(plan.pays(Yen.ZERO));
        assertFalse(plan.pays(new Yen(100)));
        assertEquals(Yen.ZERO, plan.mostOf(new Yen(500)));
    }

    @Test
    void plan_twoHoppersOfOneCoin_shareIt() {
        ChangePlan plan = ChangePlan.upTo(
                new Yen(700), List.of(new HopperStock(3, new Yen(100), 4), new HopperStock(6, new Yen(100), 4)));
        assertEquals(
                7,
                plan.exactly(new Yen(700)).orElseThrow().stream()
                        .mapToInt(ChangePlan.Portion::coins)
                        .sum());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void plan_anyStock_neverTakesMoreThanIsThereAndAddsUp(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            List<HopperStock> stock = stock(random.nextInt(4), random.nextInt(12), random.nextInt(40));
            Yen amount = new Yen(10 * random.nextInt(300));
            ChangePlan plan = ChangePlan.upTo(amount, stock);
            Yen most = plan.mostOf(amount);
            List<ChangePlan.Portion> portions = plan.exactly(most).orElseThrow();
            assertEquals(most, portions.stream().map(ChangePlan.Portion::worth).reduce(Yen.ZERO, Yen::plus));
            assertTrue(portions.stream()
                    .allMatch(portion -> stock.stream()
                            .anyMatch(hopper ->
                                    hopper.address() == portion.address() && hopper.coins() >= portion.coins())));
            assertEquals(plan.pays(amount), most.equals(amount));
        }
    }

    private static List<HopperStock> stock(int c500, int c100, int c10) {
        return List.of(
                new HopperStock(3, new Yen(500), c500),
                new HopperStock(4, new Yen(100), c100),
                new HopperStock(5, new Yen(10), c10));
    }

    private static String coins(List<ChangePlan.Portion> portions) {
        int[] coins = new int[3];
        portions.forEach(portion -> coins[portion.address() - 3] = portion.coins());
        return coins[0] + " " + coins[1] + " " + coins[2];
    }
}
