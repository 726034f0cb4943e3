package jp.madoguchi.kiosk.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.cash.cctalk.CashSettings;
import jp.madoguchi.devices.cash.cctalk.CcTalkCashUnit;
import jp.madoguchi.devices.cash.cctalk.DispenseCode;
import jp.madoguchi.kiosk.ledger.Claim;
import jp.madoguchi.kiosk.ledger.Claims;
import jp.madoguchi.kiosk.ledger.Decision;
import jp.madoguchi.kiosk.ledger.Doubt;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Interruption;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.SettleOutcome;
import jp.madoguchi.kiosk.terms.SettlementReason;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.cash.CoinFate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is stopped while somebody pays, and when it starts again the cash unit does not answer: with the real ledger, the real
 * driver and a coin acceptor behind its wire.
 */
@Timeout(60)
class SilentPayerTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");
    private static final VisitId THERE = new VisitId("ffeeddccbbaa99887766554433221100");
    private static final Yen FEE = new Yen(300);

    private final CashSimulator cash = CashSimulator.inProcess();
    private Ledger ledger;
    private CashHand hand;

    /** What the program has recorded when it is stopped: a coin that falls after that nobody has heard of. */
    private final class Stopped implements CashWitness {
        @Override
        public void happened(CashEvent event) {
            if (event instanceof CashEvent.Counting counting) {
                ledger.record(
                        Ledger.NO_VISIT, new Fact.CounterSeen(counting.device().name(), counting.counter()));
            } else if (event instanceof CashEvent.Inserted) {
                throw new IllegalStateException("stopped before it was written");
            }
        }

        @Override
        public Routing held(Yen note, int counter) {
            return Routing.RETURN;
        }
    }

    @BeforeEach
    void stopWhileACoinFalls(@TempDir Path dir) {
        ledger = new Ledger(dir.resolve("ledger.db"), Clock.systemUTC());
        ledger.record(VISIT, new Fact.Ordered("11".repeat(16), 300, "02201", "residence-record", 1));
        ledger.record(VISIT, new Fact.SlotsOpened());
        try (CashUnit unit = unit(new Stopped(), Map.of())) {
            assertInstanceOf(CashStatus.Ready.class, unit.accept(FEE));
            assertEquals(CoinFate.ACCEPTED, cash.drop(100));
        }
        cash.unplug();
        assertEquals(List.of(), Interruption.settle(ledger).payOuts());
        Desk desk = new Desk(new Told(), ledger, Clock.systemUTC(), new Pads(), new SecureRandom(), new FixedKeys());
        int last = ledger.lastCounter("COIN").orElseThrow();
        hand = new CashHand(
                desk,
                () -> THERE,
                new HopperCounts(ledger, List.of()),
                List.of(),
                witness -> unit(witness, Map.of(CashDevice.COIN, last)));
        hand.start();
    }

    @AfterEach
    void close() {
        hand.close();
        ledger.close();
        cash.close();
    }

    private CashUnit unit(CashWitness witness, Map<CashDevice, Integer> last) {
        return new CcTalkCashUnit(
                port -> new SimulatedLine(cash.connect()),
                CashSettings.of("simulated", Map.of(3, new Yen(100)), Set.of(new Yen(100), new Yen(500))),
                DispenseCode.SERIAL_NUMBER,
                address -> 50,
                last,
                witness,
                Pace.real(),
                fatal -> {
                    throw new AssertionError(fatal);
                });
    }

    private void looks(int times) {
        for (int look = 0; look < times; look++) {
            hand.looked().join();
        }
    }

    private Optional<Claim> claim() {
        return new Claims(ledger).of(VISIT);
    }

    @Test
    void coin_toldWhenTheUnitIsBack_isOfTheVisitThatPaid() {
        looks(2);
        assertEquals(Optional.of(VISIT), ledger.payer(), "nobody has said that the slots are shut");
        cash.plugIn();
        looks(1);
        assertEquals(Optional.empty(), ledger.payer());
        assertEquals(List.of(), ledger.facts(THERE));
        assertEquals(100, claim().orElseThrow().owed());
        assertEquals(Set.of(), claim().orElseThrow().doubts());
    }

    @Test
    void unit_thatNeverAnswers_leavesAClaimInDoubtOnce() {
        looks(2);
        assertEquals(Optional.empty(), claim());
        looks(CashHand.PATIENT_LOOKS + 2);
        assertEquals(0, claim().orElseThrow().owed());
        assertEquals(Set.of(Doubt.MONEY_IN), claim().orElseThrow().doubts());
        assertTrue(claim().orElseThrow().over());
        assertEquals(
                1,
                ledger.facts(VISIT).stream()
                        .filter(Fact.CashBroken.class::isInstance)
                        .count());
        assertEquals(Optional.of(VISIT), ledger.payer(), "and what it may tell is still this visit's");
    }

    @Test
    void coin_toldAfterTheVisitWasClosedWithoutIt_isStillOfThatVisit() {
        looks(CashHand.PATIENT_LOOKS + 2);
        cash.plugIn();
        looks(1);
        assertEquals(Optional.empty(), ledger.payer());
        assertEquals(List.of(), ledger.facts(THERE));
        assertEquals(100, claim().orElseThrow().owed());
        assertTrue(claim().orElseThrow().over());
    }

    /** People have counted already: that it counts from 0 again tells nothing new. */
    @Test
    void device_switchedOffAndOnAfterItsClaimWasSettled_opensNoOther() {
        looks(CashHand.PATIENT_LOOKS + 2);
        assertInstanceOf(
                SettleOutcome.Done.class,
                new Claims(ledger)
                        .settle(
                                VISIT,
                                Decision.all(
                                        claim().orElseThrow(), SettlementReason.NOTHING_WAS_MISSING, "", "clerk-1")));
        looks(1);
        cash.powerReset();
        cash.plugIn();
        looks(2);
        assertEquals(Optional.empty(), ledger.payer());
        assertEquals(Optional.empty(), claim());
    }
}
