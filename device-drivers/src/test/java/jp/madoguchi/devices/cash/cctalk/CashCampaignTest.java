package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.madoguchi.devices.cash.CashDevice;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One whole sale — start-up, a ¥500 coin, a ¥1,000 note, change from two hoppers — with one fault at every exchange of it. Whatever
 * happens: nothing is credited twice, nothing is lost without a word, and what the hoppers gave is what was said.
 */
final class CashCampaignTest {
    private static final Yen PRICE = new Yen(1330);
    private static final Map<Integer, Integer> HOPPERS = Map.of(3, 100, 4, 10);
    private static final int COINS = 200;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** What came of one sale; {@code commands} were sent until it had ended. */
    private record Sale(
            CashSimulator cash, StillBus bus, Ledgered told, CashOutcome outcome, CashStatus after, int commands) {
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
        Till till = till(bus, told, Map.of());
        CashOutcome outcome = sell(cash, bus, till, told);
        int commands = bus.commands().size();
        return new Sale(cash, bus, told, outcome, later(cash, till), commands);
    }

    /** The line is well again, and what was not told yet is told. */
    private static CashStatus later(CashSimulator cash, Till till) {
        for (int tick = 0; tick < 5; tick++) {
            till.tick();
            CashStatus meanwhile = till.status();
            assertTrue(meanwhile instanceof CashStatus.Ready || meanwhile instanceof CashStatus.NotReady);
            cash.revive();
        }
        return till.status();
    }

    /** The program is killed when it has sent, or is about to send, so many commands; then it starts again. */
    private static Sale killed(int exchange, boolean sent) {
        CashSimulator cash = CashSimulator.standingStill(new CashSetup(HOPPERS, true, Duration.ofMillis(100)));
        StillBus bus = new StillBus(cash);
        bus.killAt(exchange, sent);
        Ledgered told = new Ledgered();
        CashOutcome outcome;
        try {
            outcome = sell(cash, bus, till(bus, told, Map.of()), told);
        } catch (StillBus.Killed killed) {
            outcome = new CashOutcome.Paid(Yen.ZERO); // of its pay-out the ledger tells, not the driver
        }
        return new Sale(cash, bus, told, outcome, later(cash, till(bus, told, told.last())), exchange);
    }

    private static Till till(StillBus bus, Ledgered told, Map<CashDevice, Integer> last) {
        return new Till(
                new CcTalkLine(bus, "port", bus),
                CashSettings.of(
                        "port",
                        Map.of(3, new Yen(100), 4, new Yen(10)),
                        Set.of(new Yen(100), new Yen(500), new Yen(1000))),
                DispenseCode.SERIAL_NUMBER,
                address -> COINS,
                last,
                told,
                bus);
    }

    private static CashOutcome sell(CashSimulator cash, StillBus bus, Till till, Ledgered told) {
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
            assertTrue(bus.pause(Duration.ofMillis(150)));
        }
        CashStatus shut = till.stop();
        Yen inserted = new Yen(told.inserted());
        boolean sold = inserted.compareTo(PRICE) >= 0 && shut instanceof CashStatus.Ready;
        return till.payOut(sold ? inserted.minus(PRICE) : inserted, told);
    }

    @Test
    void sale_withoutAFault_isSoldAndChangedFromTwoHoppers() {
        Sale sale = play(0, BusFault.LOSE_REPLY);
        assertEquals(new CashOutcome.Paid(new Yen(170)), sale.outcome());
        assertEquals(
                List.of("paying 3 1", "paid 3 1", "paying 4 7", "paid 4 7"),
                sale.told().payOuts());
        assertEquals(1500, sale.told().inserted());
        assertEquals(
                new World(500, 1000, 0, 170, Map.of(3, 199, 4, 193)),
                sale.cash().world());
        assertTrue(sale.commands() >= 40, sale.commands() + " exchanges");
    }

    @ParameterizedTest
    @EnumSource(BusFault.class)
    void sale_faultAtEveryExchange_endsInWhatWasSaid(BusFault fault) {
        int exchanges = play(0, fault).commands();
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> ends = new TreeMap<>();
        for (int exchange = 1; exchange <= exchanges; exchange++) {
            Sale sale = play(exchange, fault);
            ends.merge(sale.end(), 1, Integer::sum);
            wrong.addAll(told(fault + " at " + exchange, wrongs(sale), sale));
            wrong.addAll(told(fault + " at " + exchange, wrongsOfPayingOut(sale), sale));
        }
        System.out.println("cash campaign: " + fault + " at each of " + exchanges + " exchanges: " + ends);
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sale_programKilledAtEveryExchange_isToldTheRestAfterItsStart(boolean sent) {
        int exchanges = play(0, BusFault.LOSE_REPLY).commands();
        List<String> wrong = new ArrayList<>();
        for (int exchange = 1; exchange <= exchanges; exchange++) {
            Sale sale = killed(exchange, sent);
            wrong.addAll(told("killed at " + exchange, wrongs(sale), sale));
        }
        System.out.println("cash campaign: killed " + (sent ? "after" : "before") + " each of " + exchanges
                + " exchanges and started again");
        assertEquals(List.of(), wrong);
    }

    private static List<String> told(String when, List<String> wrongs, Sale sale) {
        return wrongs.stream()
                .map(each -> when + ": " + each + "; " + sale.outcome() + " "
                        + sale.told().events() + " " + sale.cash().world())
                .toList();
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
        return wrong;
    }

    private static List<String> wrongsOfPayingOut(Sale sale) {
        List<String> wrong = new ArrayList<>();
        int gone = (COINS - sale.cash().coinsInHopper(3)) * 100
                + (COINS - sale.cash().coinsInHopper(4)) * 10;
        wrong.addAll(wrongs(sale.outcome(), gone));
        if (sale.bus().nanos() > LONGEST.toNanos()) {
            wrong.add("took " + Duration.ofNanos(sale.bus().nanos()));
        }
        return wrong;
    }

    private static List<String> wrongs(CashOutcome outcome, int gone) {
        int least;
        int most;
        if (outcome instanceof CashOutcome.Unknown unknown) {
            least = unknown.paid().amount();
            most = least + unknown.uncertain().amount();
        } else {
            least = outcome instanceof CashOutcome.Paid all
                    ? all.paid().amount()
                    : ((CashOutcome.Partial) outcome).paid().amount();
            most = least;
        }
        return gone >= least && gone <= most ? List.of() : List.of("the hoppers gave " + gone);
    }

    private static boolean stackedUnasked(Sale sale) {
        boolean routed = sale.bus().commands().stream()
                .anyMatch(each -> each.header() == Header.ROUTE_BILL && each.data()[0] == 1);
        return routed && sale.told().notesHeld().isEmpty();
    }
}
