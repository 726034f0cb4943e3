package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.simulators.cash.BusFault;
import jp.madoguchi.simulators.cash.CashSetup;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.cash.CoinFate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The unit on its own thread and in real time, over any wire. What it makes of every fault is in the campaign. */
@Timeout(60)
abstract class CashUnitContract {
    private static final Map<Integer, Integer> HOPPERS = Map.of(3, 100, 4, 10);
    private static final Yen PRICE = new Yen(1330);
    private static final Set<CashDevice> BOTH = Set.of(CashDevice.COIN, CashDevice.BILL);

    private final Ledgered ledger = new Ledgered();
    private final BlockingQueue<CashEvent> told = new LinkedBlockingQueue<>();
    private final Semaphore refused = new Semaphore(0);
    private volatile boolean ledgerFails;
    private CashSimulator cash;
    private CcTalkCashUnit unit;

    abstract CashSimulator simulator(CashSetup setup) throws IOException;

    abstract SerialOpener opener(CashSimulator simulator);

    /** The name of the port that {@link #opener} opens. */
    abstract String port();

    @BeforeEach
    void start() throws IOException {
        cash = simulator(new CashSetup(HOPPERS, true, Duration.ofMillis(20)));
        unit = new CcTalkCashUnit(
                opener(cash),
                new CashSettings(
                        port(),
                        Map.of(3, new Yen(100), 4, new Yen(10)),
                        Set.of(new Yen(100), new Yen(500), new Yen(1000)),
                        Duration.ofMillis(20)),
                DispenseCode.SERIAL_NUMBER,
                address -> 200,
                Map.of(),
                witness(),
                Pace.real(),
                fatal -> {
                    throw fatal;
                });
    }

    private CashWitness witness() {
        return new CashWitness() {
            @Override
            public void happened(CashEvent event) {
                if (ledgerFails) {
                    refused.release();
                    throw new IllegalStateException("disk full");
                }
                ledger.happened(event);
                told.add(event);
            }

            @Override
            public Routing held(Yen note, int counter) {
                return ledger.held(note, counter);
            }
        };
    }

    @AfterEach
    void close() {
        unit.close();
        cash.close();
    }

    @Test
    void unsettled_silentWhenItIsToBeShut_isEveryDeviceUntilItIsBack() throws InterruptedException {
        assertInstanceOf(CashStatus.Ready.class, unit.accept(PRICE));
        assertEquals(BOTH, unit.unsettled());
        cash.unplug();
        assertInstanceOf(CashStatus.NotReady.class, unit.stop());
        assertEquals(BOTH, unit.unsettled());
        cash.plugIn();
        await(() -> unit.status() instanceof CashStatus.Ready);
        assertEquals(Set.of(), unit.unsettled());
    }

    @Test
    void paidSince_hopperThatDoesNotAnswer_isEmptyAndElseWhatCameOut() {
        OptionalInt before = unit.paidSince(3, 0);
        assertTrue(before.isPresent());
        assertEquals(OptionalInt.empty(), unit.paidSince(9, 0), "no such hopper");
        assertEquals(new CashOutcome.Paid(new Yen(200)), unit.payOut(new Yen(200), ledger));
        assertEquals(OptionalInt.of(2), unit.paidSince(3, before.getAsInt()));
        assertEquals(OptionalInt.of(3), unit.paidSince(3, (before.getAsInt() - 1) & 0xFFFFFF), "the count wraps");
        cash.unplug();
        assertEquals(OptionalInt.empty(), unit.paidSince(3, 0));
        cash.plugIn();
    }

    @Test
    void sale_coinAndNote_isChangedFromTwoHoppers() throws InterruptedException {
        assertInstanceOf(CashStatus.Ready.class, unit.accept(PRICE));
        cash.drop(500);
        await(() -> ledger.inserted() == 500);
        cash.insertNote(1000);
        await(() -> ledger.inserted() == 1500);
        assertInstanceOf(CashStatus.Ready.class, unit.stop());
        assertEquals(new CashOutcome.Paid(new Yen(170)), unit.payOut(new Yen(170), ledger));
        assertEquals(List.of("paying 3 1", "paid 3 1", "paying 4 7", "paid 4 7"), ledger.payOuts());
        assertEquals(170, cash.tray());
    }

    @Test
    void stop_noteInEscrow_isGivenBackFirst() {
        assertInstanceOf(CashStatus.Ready.class, unit.accept(PRICE));
        cash.insertNote(1000);
        assertInstanceOf(CashStatus.Ready.class, unit.stop());
        assertEquals(1000, cash.tray() + ledger.inserted());
        assertEquals(0, cash.world().escrow());
    }

    @ParameterizedTest
    @EnumSource(BusFault.class)
    void payOut_faultAtTheCommand_isKnownToTheCoinAndNeverSentTwice(BusFault fault) throws InterruptedException {
        assertInstanceOf(CashStatus.Ready.class, unit.status());
        cash.inject(3, Header.DISPENSE_HOPPER_COINS, 1, fault);
        CashOutcome outcome = unit.payOut(new Yen(300), ledger);
        cash.revive();
        if (fault == BusFault.DEAD) {
            assertEquals(
                    new Yen(300),
                    assertInstanceOf(CashOutcome.Unknown.class, outcome).open());
        } else {
            assertEquals(new CashOutcome.Paid(new Yen(300)), outcome); // hopper 4 pays what 3 did not
            assertEquals(300, cash.tray());
        }
        assertEquals(
                1,
                ledger.payOuts().stream()
                        .filter(each -> each.startsWith("paying 3"))
                        .count());
    }

    @Test
    void line_unpluggedWhileOpen_isToldAndCoinsAreCountedWhenItIsBack() throws InterruptedException {
        assertInstanceOf(CashStatus.Ready.class, unit.accept(PRICE));
        cash.unplug();
        await(() -> ledger.said(CashTrouble.UNREACHABLE));
        cash.drop(500); // the acceptor does not know that nobody listens
        assertEquals(CashTrouble.UNREACHABLE, trouble(unit.stop()));
        cash.plugIn();
        await(() -> ledger.inserted() == 500);
        await(() -> unit.status() instanceof CashStatus.Ready);
    }

    @Test
    void acceptor_jammed_isNotReadyUntilCleared() throws InterruptedException {
        assertInstanceOf(CashStatus.Ready.class, unit.accept(PRICE));
        cash.jam();
        await(() -> ledger.said(CashTrouble.JAM));
        assertEquals(CashTrouble.JAM, trouble(unit.stop()));
        assertEquals(CashTrouble.JAM, trouble(unit.status()));
        cash.clearJam();
        assertInstanceOf(CashStatus.Ready.class, unit.status());
    }

    @Test
    void happened_witnessThrows_isToldLaterAndNothingMoreIsTaken() throws InterruptedException {
        assertInstanceOf(CashStatus.Ready.class, unit.accept(PRICE));
        ledgerFails = true;
        cash.drop(100);
        // Once while it was open, and once when it had been shut.
        assertTrue(refused.tryAcquire(2, 20, TimeUnit.SECONDS));
        assertEquals(CoinFate.RETURNED, cash.drop(500));
        ledgerFails = false;
        await(() -> ledger.inserted() == 100);
    }

    private static CashTrouble trouble(CashStatus status) {
        return assertInstanceOf(CashStatus.NotReady.class, status).trouble();
    }

    /** Looks again whenever something was told, and now and then: the world changes without a word. */
    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "waited in vain; told " + ledger.events());
            CashEvent next = told.poll(50, TimeUnit.MILLISECONDS);
            assertTrue(next == null || ledger.events().contains(next));
        }
    }
}
