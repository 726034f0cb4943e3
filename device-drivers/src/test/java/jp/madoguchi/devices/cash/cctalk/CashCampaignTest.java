package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.simulators.cash.BusFault;
import jp.madoguchi.simulators.cash.CashSetup;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.cash.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One whole sale — start-up, a ¥500 coin, a ¥1,000 note, change from two hoppers — with one fault at every exchange of it. Whatever
 * happens: nothing is credited twice, nothing is lost without a word, and what the hoppers gave is what was said.
 */
final class CashCampaignTest {
    private static final Yen PRICE = new Yen(1330);
    private static final Map<Integer, Integer> HOPPERS = Map.of(3, 100, 4, 10);
    private static final int COINS = 200;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** What came of one sale. */
    private record Sale(CashSimulator cash, StillBus bus, Ledgered told, CashOutcome outcome, CashStatus after) {
        String end() {
            String paid = outcome instanceof CashOutcome.Paid all
                    ? all.paid().equals(new Yen(170)) ? "sold" : "money back"
                    : outcome instanceof CashOutcome.Partial ? "partly paid" : "unknown";
            return told.said(CashTrouble.EVENTS_LOST) ? paid + ", events lost" : paid;
        }
    }

    private static Sale play(int exchange, BusFault fault) {
        CashSimulator cash = CashSimulator.standingStill(new CashSetup(HOPPERS, true, Duration.ofMillis(100)));
        if (exchange > 0) {
            cash.injectAt(exchange, fault);
        }
        StillBus bus = new StillBus(cash);
        Ledgered told = new Ledgered();
        Till till = till(bus, told);
        CashOutcome outcome = sell(cash, till, told);
        cash.revive();
        // Later the line is well again, and what was not told yet is told.
        CashStatus after = till.status();
        for (int tick = 0; tick < 5; tick++) {
            till.tick();
            after = till.status();
        }
        return new Sale(cash, bus, told, outcome, after);
    }

    private static Till till(StillBus bus, Ledgered told) {
        return new Till(
                new CcTalkLine(bus, "port", bus),
                CashSettings.of(
                        "port",
                        Map.of(3, new Yen(100), 4, new Yen(10)),
                        Set.of(new Yen(100), new Yen(500), new Yen(1000))),
                DispenseCode.SERIAL_NUMBER,
                address -> COINS,
                Map.of(),
                told,
                bus);
    }

    private static CashOutcome sell(CashSimulator cash, Till till, Ledgered told) {
        CashStatus open = till.accept(PRICE);
        for (int again = 0; again < 3 && !(open instanceof CashStatus.Ready); again++) {
            open = till.accept(PRICE);
        }
        till.tick();
        cash.drop(500);
        till.tick();
        till.tick();
        cash.insertNote(1000);
        for (int tick = 0; tick < 80 && told.inserted() < PRICE.amount(); tick++) {
            till.tick();
            pass(till);
        }
        CashStatus shut = till.stop();
        Yen inserted = new Yen(told.inserted());
        boolean sold = inserted.compareTo(PRICE) >= 0 && shut instanceof CashStatus.Ready;
        return till.payOut(sold ? inserted.minus(PRICE) : inserted, told);
    }

    private static void pass(Till till) {
        assertTrue(till.pause(Duration.ofMillis(150)));
    }

    @Test
    void sale_withoutAFault_isSoldAndChangedFromTwoHoppers() {
        Sale sale = play(0, BusFault.LOSE_REPLY);
        assertEquals(new CashOutcome.Paid(new Yen(170)), sale.outcome());
        assertEquals(List.of("paying 3 1", "paid 3 1", "paying 4 7", "paid 4 7"), sale.told().payOuts());
        assertEquals(1500, sale.told().inserted());
        assertEquals(new World(500, 1000, 0, 170, Map.of(3, 199, 4, 193)), sale.cash().world());
        assertTrue(sale.cash().exchanges() >= 40, sale.cash().exchanges() + " exchanges");
    }

    @ParameterizedTest
    @EnumSource(BusFault.class)
    void sale_faultAtEveryExchange_endsInWhatWasSaid(BusFault fault) {
        int exchanges = play(0, fault).cash().exchanges();
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> ends = new TreeMap<>();
        for (int exchange = 1; exchange <= exchanges; exchange++) {
            Sale sale = play(exchange, fault);
            ends.merge(sale.end(), 1, Integer::sum);
            for (String each : wrongs(sale)) {
                wrong.add(fault + " at exchange " + exchange + ": " + each + "; " + sale.outcome() + " "
                        + sale.told().events() + " " + sale.cash().world());
            }
        }
        System.out.println("cash campaign: " + fault + " at each of " + exchanges + " exchanges: " + ends);
        assertEquals(List.of(), wrong);
    }

    /** Everything that must hold whatever went wrong. */
    private static List<String> wrongs(Sale sale) {
        World world = sale.cash().world();
        List<String> wrong = new ArrayList<>();
        int taken = world.cashbox() + world.stacker();
        int credited = sale.told().inserted();
        if (credited > taken) {
            wrong.add("credited " + credited + " of " + taken);
        }
        if (credited < taken && !sale.told().said(CashTrouble.EVENTS_LOST)) {
            wrong.add("credited only " + credited + " of " + taken + " without a word");
        }
        int gone = (COINS - world.hoppers().get(3)) * 100 + (COINS - world.hoppers().get(4)) * 10;
        wrong.addAll(wrongs(sale.outcome(), gone));
        HOPPERS.keySet().stream()
                .filter(address -> sale.bus().count(address, Header.DISPENSE_HOPPER_COINS) > 1)
                .forEach(address -> wrong.add("hopper " + address + " was asked twice"));
        if (world.escrow() > 0) {
            wrong.add("a note is left in escrow");
        }
        if (stackedUnasked(sale)) {
            wrong.add("a note was stacked before it was told");
        }
        if (!(sale.after() instanceof CashStatus.Ready)) {
            wrong.add("not ready again: " + sale.after());
        }
        if (sale.bus().nanos() > LONGEST.toNanos()) {
            wrong.add("took " + Duration.ofNanos(sale.bus().nanos()));
        }
        return wrong;
    }

    private static List<String> wrongs(CashOutcome outcome, int gone) {
        Map<Boolean, String> held = new java.util.HashMap<>();
        if (outcome instanceof CashOutcome.Paid paid) {
            held.put(paid.paid().amount() == gone, "said paid and gave " + gone);
        } else if (outcome instanceof CashOutcome.Partial partial) {
            held.put(partial.paid().amount() == gone, "said partly and gave " + gone);
        } else if (outcome instanceof CashOutcome.Unknown unknown) {
            int least = unknown.paid().amount();
            held.put(gone >= least && gone <= least + unknown.uncertain().amount(), "gave " + gone);
        }
        return held.containsKey(false) ? List.of(held.get(false)) : List.of();
    }

    private static boolean stackedUnasked(Sale sale) {
        boolean routed = sale.bus().commands().stream()
                .anyMatch(each -> each.header() == Header.ROUTE_BILL && each.data()[0] == 1);
        return routed && sale.told().notesHeld().isEmpty();
    }
}
