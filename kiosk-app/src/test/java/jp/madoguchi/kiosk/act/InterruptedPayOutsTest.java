package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.PayOutWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.cash.cctalk.CashSettings;
import jp.madoguchi.devices.cash.cctalk.CcTalkCashUnit;
import jp.madoguchi.devices.cash.cctalk.DispenseCode;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Interruption;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.simulators.cash.BusFault;
import jp.madoguchi.simulators.cash.CashSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program is killed while a hopper pays: with the real ledger, the real driver and a hopper behind its wire. */
@Timeout(60)
class InterruptedPayOutsTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final int HOPPER = 3;
    private static final int STATUS = 166;

    @TempDir
    Path dir;

    private final CashSimulator cash = CashSimulator.inProcess();
    private final HopperCount.Filling filling = new HopperCount.Filling(HOPPER, 100, 50, "");
    private Ledger ledger;

    /** Where the program dies: before it asks the hopper, or when the hopper has paid. */
    private final class Killed implements PayOutWitness {
        private final boolean asked;

        Killed(boolean asked) {
            this.asked = asked;
        }

        @Override
        public boolean paying(int address, Yen coin, int coins, int lifetimeCount) {
            ledger.record(VISIT, new Fact.PayOutIntended(coin.times(coins).amount(), address, coins, lifetimeCount));
            if (!asked) {
                throw new IllegalStateException("killed before the hopper was asked");
            }
            return true;
        }

        @Override
        public void paid(int address, Yen coin, int coins, boolean certain) {
            throw new IllegalStateException("killed before it was written");
        }
    }

    @BeforeEach
    void open() {
        ledger = new Ledger(dir.resolve("ledger.db"), Clock.systemUTC());
        ledger.record(Ledger.NO_VISIT, new Fact.HopperCounted(HOPPER, 50, ""));
        ledger.record(VISIT, new Fact.CoinInserted(500, 1, "COIN"));
    }

    @AfterEach
    void close() {
        ledger.close();
        cash.close();
    }

    private CashUnit unit() {
        return new CcTalkCashUnit(
                port -> new SimulatedLine(cash.connect()),
                CashSettings.of("simulated", Map.of(HOPPER, new Yen(100)), Set.of(new Yen(100), new Yen(500))),
                DispenseCode.SERIAL_NUMBER,
                address -> 50,
                Map.of(),
                new CashWitness() {
                    @Override
                    public void happened(CashEvent event) {}

                    @Override
                    public Routing held(Yen note, int counter) {
                        return Routing.RETURN;
                    }
                },
                Pace.real(),
                fatal -> {
                    throw new AssertionError(fatal);
                });
    }

    private void killedWhilePaying(boolean asked) {
        try (CashUnit unit = unit()) {
            assertThrows(IllegalStateException.class, () -> {
                var never = unit.payOut(new Yen(300), new Killed(asked));
                throw new AssertionError("it was to be killed: " + never);
            });
        }
    }

    private InterruptedPayOuts restarted(HopperCounts counts) {
        Desk desk = new Desk(new Told(), ledger, Clock.systemUTC(), new Pads(), new SecureRandom(), new FixedKeys());
        return new InterruptedPayOuts(Interruption.settle(ledger).payOuts(), desk, counts);
    }

    private Fact.Ended ended() {
        List<Fact> facts = ledger.facts(VISIT);
        return (Fact.Ended) facts.get(facts.size() - 1);
    }

    @ParameterizedTest(name = "asked: {0}, {1} coins there")
    @CsvSource({"true, 50, 3", "true, 2, 2", "true, 0, 0", "false, 50, 0"})
    void payOut_killedInItsMidst_isWhatTheLifetimeCountSays(boolean asked, int there, int paid) {
        cash.fillHopper(HOPPER, there);
        killedWhilePaying(asked);
        HopperCounts counts = new HopperCounts(ledger, List.of(filling));
        assertEquals(47, counts.at(HOPPER));
        InterruptedPayOuts interrupted = restarted(counts);
        try (CashUnit unit = unit()) {
            assertTrue(interrupted.settle(unit, false));
        }
        assertTrue(ledger.facts(VISIT).contains(new Fact.HopperPaid(HOPPER, paid, 100 * paid, true)));
        assertTrue(ledger.facts(VISIT).contains(new Fact.Claimed(500 - 100 * paid, true)));
        assertEquals(100 * paid, ended().returned());
        assertEquals(500 - 100 * paid, ended().owed());
        assertEquals(50 - paid, counts.at(HOPPER), "the count of this run");
        assertEquals(50 - paid, new HopperCount(ledger, filling).now(), "the count of the next");
        assertEquals(100 * paid, cash.tray(), "nothing was paid again");
    }

    @Test
    void payOut_killedInItsMidstAndTheHopperSilent_isAClaimThatSaysSo() {
        killedWhilePaying(true);
        cash.inject(HOPPER, STATUS, 1, BusFault.DEAD);
        HopperCounts counts = new HopperCounts(ledger, List.of(filling));
        InterruptedPayOuts interrupted = restarted(counts);
        try (CashUnit unit = unit()) {
            assertFalse(interrupted.settle(unit, false), "it is asked again");
            assertTrue(ledger.interrupted().containsKey(VISIT));
            assertTrue(interrupted.settle(unit, true));
        }
        assertTrue(ledger.facts(VISIT).contains(new Fact.PayOutEnded(0, 300, false)));
        assertTrue(ledger.facts(VISIT).contains(new Fact.Claimed(500, false)));
        assertEquals(500, ended().owed());
        assertEquals(47, counts.at(HOPPER));
    }

    @Test
    void payOut_killedInItsMidstAndTheHopperBackLater_isKnownAfterAll() {
        killedWhilePaying(true);
        cash.inject(HOPPER, STATUS, 1, BusFault.DEAD);
        InterruptedPayOuts interrupted = restarted(new HopperCounts(ledger, List.of(filling)));
        try (CashUnit unit = unit()) {
            assertFalse(interrupted.settle(unit, false));
            cash.revive();
            assertTrue(interrupted.settle(unit, false));
        }
        assertEquals(300, ended().returned());
    }

    @Test
    void payOut_ofAHopperThatIsNotConfiguredAnyMore_isAClaimThatSaysSo() {
        ledger.record(VISIT, new Fact.PayOutIntended(200, 9, 2, 40));
        InterruptedPayOuts interrupted = restarted(new HopperCounts(ledger, List.of(filling)));
        try (CashUnit unit = unit()) {
            assertTrue(interrupted.settle(unit, false), "nobody will ever answer");
        }
        assertTrue(ledger.facts(VISIT).contains(new Fact.Claimed(500, false)));
    }
}
