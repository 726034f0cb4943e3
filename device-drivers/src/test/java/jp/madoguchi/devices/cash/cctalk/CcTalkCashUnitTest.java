package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit on its own thread and in real time; what it makes of faults is told by the tests of its parts. */
@Timeout(30)
final class CcTalkCashUnitTest {
    private final Devices devices = new Devices();
    private final BlockingQueue<CashEvent> told = new LinkedBlockingQueue<>();
    private boolean ledgerFails;
    private final CcTalkCashUnit unit = new CcTalkCashUnit(
            port -> devices,
            new CcTalkCashUnit.Settings("port", 3, new Yen(100), Duration.ofMillis(5)),
            DispenseCode.SERIAL_NUMBER,
            () -> 50,
            OptionalInt.empty(),
            this::happened,
            Pace.real());

    @AfterEach
    void close() {
        unit.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 150, 25600})
    void payOut_amountThatTheHopperCannotCount_isRefused(int amount) {
        assertThrows(IllegalArgumentException.class, () -> unit.payOut(new Yen(amount), (a, c, l) -> {}));
    }

    @Test
    void settings_hopperThatCannotGiveBackACoin_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> CcTalkCashUnit.Settings.of("port", 3, new Yen(500)));
        assertThrows(IllegalArgumentException.class, () -> CcTalkCashUnit.Settings.of("port", 2, new Yen(100)));
    }

    @Test
    void payOut_witnessThrows_throwsAndPaysNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> unit.payOut(new Yen(300), (a, c, l) -> {
                    throw new IllegalStateException("disk full");
                }));
        assertEquals(0, devices.lifetime);
    }

    @Test
    void payOut_nothing_asksNobody() {
        assertEquals(new CashOutcome.Paid(Yen.ZERO), unit.payOut(Yen.ZERO, (a, c, l) -> {
            throw new IllegalStateException("nothing is paid");
        }));
    }

    @Test
    void happened_witnessThrows_slotIsShutAndCoinIsToldLater() throws InterruptedException {
        assertInstanceOf(CashStatus.Ready.class, unit.accept());
        setLedgerFails(true);
        devices.opened.clear();
        devices.drop(1);
        assertEquals(false, devices.opened.poll(10, TimeUnit.SECONDS));
        setLedgerFails(false);
        assertEquals(new CashEvent.Inserted(new Yen(100), 1), told.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void unit_coinsInAndOut_areToldAndPaid() throws InterruptedException {
        assertEquals(new CashStatus.Ready(new Yen(5000)), unit.accept());
        devices.drop(1);
        devices.drop(2);
        assertEquals(new CashEvent.Inserted(new Yen(100), 1), told.poll(10, TimeUnit.SECONDS));
        assertEquals(new CashEvent.Inserted(new Yen(500), 2), told.poll(10, TimeUnit.SECONDS));
        assertEquals(new CashStatus.Ready(new Yen(5000)), unit.stop());
        BlockingQueue<String> paying = new LinkedBlockingQueue<>();
        assertEquals(
                new CashOutcome.Paid(new Yen(600)),
                unit.payOut(
                        new Yen(600),
                        (address, coins, lifetime) -> paying.add(address + " " + coins + " " + lifetime)));
        assertEquals("3 6 0", paying.poll());
        assertTrue(told.isEmpty());
    }

    @Test
    void status_lineUnpluggedAndBack_isReadyAgain() {
        assertInstanceOf(CashStatus.Ready.class, unit.status());
        devices.plugged(false);
        assertEquals(
                CashTrouble.UNREACHABLE,
                assertInstanceOf(CashStatus.NotReady.class, unit.status()).trouble());
        devices.plugged(true);
        assertInstanceOf(CashStatus.Ready.class, unit.status());
    }

    private synchronized void setLedgerFails(boolean fails) {
        ledgerFails = fails;
    }

    private synchronized void happened(CashEvent event) {
        if (ledgerFails) {
            throw new IllegalStateException("disk full");
        }
        told.add(event);
    }

    /** A healthy acceptor and hopper in a few lines: just enough to keep a conversation going. */
    private static final class Devices implements SerialLine {
        private final Deque<Byte> arriving = new ArrayDeque<>();
        private final Deque<Integer> credits = new ArrayDeque<>();
        private final BlockingQueue<Boolean> opened = new LinkedBlockingQueue<>();
        private boolean plugged = true;
        private int counter;
        private int dispensed;
        private int paid;
        private int lifetime;

        synchronized void drop(int channel) {
            credits.addFirst(channel);
            counter++;
        }

        synchronized void plugged(boolean now) {
            plugged = now;
        }

        @Override
        public synchronized void write(byte[] bytes) throws IOException {
            if (!plugged) {
                throw new IOException("unplugged");
            }
            Frame frame = Frame.decoded(bytes, bytes.length).orElseThrow();
            for (byte b : ScriptedLine.frame(1, frame.destination(), 0, answer(frame.header(), frame.data()))) {
                arriving.add(b);
            }
        }

        private int[] answer(int header, byte[] data) {
            return switch (header) {
                case 228 -> {
                    opened.add(data[0] == 1);
                    yield new int[0];
                }
                case 184 -> name(data[0]);
                case 229 -> {
                    int[] events = new int[CreditBuffer.LENGTH];
                    events[0] = counter;
                    int at = 1;
                    for (int channel : credits) {
                        events[at] = channel;
                        at += 2;
                    }
                    yield events;
                }
                case 217 -> new int[] {0};
                case 242 -> new int[] {1, 2, 3};
                case 166 -> new int[] {dispensed, 0, paid, 0};
                case 168 -> new int[] {lifetime, 0, 0};
                case 167 -> {
                    dispensed++;
                    paid = data[3];
                    lifetime += paid;
                    yield new int[0];
                }
                default -> new int[0];
            };
        }

        private static int[] name(int channel) {
            String value = channel == 1 ? "100" : channel == 2 ? "500" : "010";
            return ("JP" + value + "A").chars().toArray();
        }

        @Override
        public synchronized int read(byte[] into, Duration atMost) {
            int count = 0;
            while (!arriving.isEmpty()) {
                into[count++] = arriving.remove();
            }
            return count;
        }

        @Override
        public synchronized void close() {
            arriving.clear();
        }
    }
}
