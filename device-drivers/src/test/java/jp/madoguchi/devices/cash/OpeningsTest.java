package jp.madoguchi.devices.cash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpeningsTest {
    @ParameterizedTest
    @CsvSource({
        // price; coins; notes; 100s, 10s in the hoppers; inserted; what is open
        "300, 100 500, '', 50, 0, 0, '100 500'",
        "300, 100 500, '', 50, 0, 200, '100 500'",
        "300, 100 500, '', 50, 0, 300, ''",
        "300, 100 500, '', 50, 0, 900, ''",
        "300, 100 500, '', 5, 0, 0, '100'",
        "300, 100 500, '', 5, 0, 200, '100'",
        "300, 100 500, '', 3, 0, 0, ''",
        "300, 100 500, '', 0, 0, 0, ''",
        "300, 500, '', 5, 0, 0, ''", // the second of two could not be given back
        "300, 500, '', 10, 0, 0, '500'",
        "300, 100 500, 1000, 10, 0, 0, '100 500'", // after 100 a note could not be given back
        "300, 100 500, 1000, 50, 0, 0, '100 500 1000'",
        "300, 10 100, '', 20, 0, 0, '100'", // nobody has a ten to give back
        "300, 10 100, '', 20, 99, 0, '10 100'",
        "350, 100 500, '', 50, 0, 0, ''", // 50 yen of change are in no hopper
        "350, 100 500, '', 50, 5, 0, '100 500'",
        "350, 100 500, '', 50, 4, 0, ''",
        "0, 100, '', 50, 0, 0, ''",
    })
    void at_stockAndSum_opensOnlyWhatCanBeUndoneAndChanged(
            int price, String coins, String notes, int c100, int c10, int inserted, String open) {
        Openings openings = Openings.of(new Yen(price), yen(coins), yen(notes), stock(c100, c10));
        assertEquals(
                open,
                openings.at(new Yen(inserted)).stream()
                        .sorted()
                        .map(each -> String.valueOf(each.amount()))
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({"300, 50, true", "300, 3, false", "300, 4, true", "0, 0, true", "1000, 10, false", "1000, 11, true"})
    void possible_price_onlyIfItCanBeReachedWhateverComes(int price, int c100, boolean possible) {
        assertEquals(
                possible,
                Openings.of(new Yen(price), yen("100"), Set.of(), stock(c100, 0))
                        .possible());
    }

    /** A resident who drops anything that is open, and a second one before the next poll. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void at_anyWayToPay_neverEndsStuckOrUnchangeable(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            Yen price = new Yen(50 * (1 + random.nextInt(40)));
            List<HopperStock> stock = stock(random.nextInt(60), random.nextInt(120));
            Set<Yen> notes = yen("1000");
            Openings openings = Openings.of(price, yen("10 50 100 500"), notes, stock);
            ChangePlan plan = ChangePlan.upTo(price.plus(new Yen(2000)), stock);
            Yen sum = Yen.ZERO;
            while (openings.possible() && sum.compareTo(price) < 0) {
                List<Yen> open = List.copyOf(new TreeSet<>(openings.at(sum)));
                assertTrue(!open.isEmpty(), "stuck at " + sum + " of " + price);
                Yen first = open.get(random.nextInt(open.size()));
                Yen second = open.get(random.nextInt(open.size()));
                sum = sum.plus(first);
                if (random.nextBoolean() && !(notes.contains(first) && notes.contains(second))) {
                    sum = sum.plus(second);
                }
                assertTrue(plan.pays(sum), "cannot give back " + sum);
                assertTrue(sum.compareTo(price) <= 0 || plan.pays(sum.minus(price)), "no change of " + sum);
            }
        }
    }

    @Test
    @Timeout(5)
    void of_highPriceAndSmallCoins_isSoonKnown() {
        Openings openings = Openings.of(
                new Yen(20_000),
                yen("10 50 100 500"),
                yen("1000"),
                List.of(
                        new HopperStock(3, new Yen(100), 255),
                        new HopperStock(4, new Yen(10), 255),
                        new HopperStock(5, new Yen(500), 255)));
        assertTrue(openings.possible());
    }

    private static Set<Yen> yen(String amounts) {
        return Arrays.stream(amounts.split(" "))
                .filter(each -> !each.isEmpty())
                .map(each -> new Yen(Integer.parseInt(each)))
                .collect(Collectors.toSet());
    }

    private static List<HopperStock> stock(int c100, int c10) {
        return List.of(new HopperStock(3, new Yen(100), c100), new HopperStock(4, new Yen(10), c10));
    }
}
