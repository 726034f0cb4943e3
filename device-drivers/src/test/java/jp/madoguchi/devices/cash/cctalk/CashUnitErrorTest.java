package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.cash.CashEvent;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.simulators.cash.CashSetup;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.cash.CoinFate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An error on the unit's thread: no memory, say. The program cannot go on, and no slot may stay open. */
@Timeout(60)
final class CashUnitErrorTest {
    private static final Yen PRICE = new Yen(300);

    private volatile boolean failsAsked;
    private final OutOfMemoryError error = new OutOfMemoryError("as if");
    private final BlockingQueue<Error> fatal = new LinkedBlockingQueue<>();
    private final CashSimulator cash =
            CashSimulator.inProcess(new CashSetup(Map.of(3, 100), true, Duration.ofMillis(20)));
    private final CcTalkCashUnit unit = new CcTalkCashUnit(
            CashUnitOnStreamTest.streamTo(cash),
            new CashSettings("stream", Map.of(3, new Yen(100)), Set.of(new Yen(100)), Duration.ofMillis(20)),
            DispenseCode.SERIAL_NUMBER,
            address -> {
                if (failsAsked) {
                    throw error;
                }
                return 200;
            },
            Map.of(),
            new CashWitness() {
                @Override
                public void happened(CashEvent event) {
                    if (event instanceof CashEvent.Inserted) {
                        throw error;
                    }
                }

                @Override
                public Routing held(Yen note, int counter) {
                    return Routing.RETURN;
                }
            },
            Pace.real(),
            fatal::add);

    @AfterEach
    void close() {
        unit.close();
        cash.close();
    }

    @Test
    void tick_error_shutsAndIsHandedOn() throws InterruptedException {
        assertInstanceOf(CashStatus.Ready.class, unit.accept(PRICE));
        assertEquals(CoinFate.ACCEPTED, cash.drop(100));
        assertSame(error, fatal.poll(30, TimeUnit.SECONDS));
        assertEquals(CoinFate.RETURNED, cash.drop(100));
    }

    @Test
    void payOut_error_shutsAndIsThrownToTheAsker() {
        assertInstanceOf(CashStatus.Ready.class, unit.accept(PRICE));
        failsAsked = true;
        assertSame(error, assertThrows(Error.class, () -> unit.payOut(PRICE, new Ledgered())));
        assertEquals(CoinFate.RETURNED, cash.drop(100));
    }
}
