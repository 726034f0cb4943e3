package jp.madoguchi.workbench.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.cash.CashSetup;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.cash.CoinFate;
import jp.madoguchi.simulators.cash.NoteFate;
import jp.madoguchi.simulators.printer.AfterJam;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.workbench.Surroundings;
import jp.madoguchi.workbench.Workbench;

/** Where the kiosk stands: the world around it, what residents put into it, and the hands of the staff. Any thread. */
public final class Place implements AutoCloseable {
    public static final int COINS = 400;
    private static final int NOTE = 1000;
    private static final int SHEETS = 250;

    /** Long enough that a program is stopped in the midst of a job. */
    private static final Duration PER_SIDE = Duration.ofMillis(40);

    private static final Duration MOTORS = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final int MOST_TRIES = 100;

    private final Path dir;
    private final Surroundings world;
    private final Cards cards;
    private final Map<Integer, Integer> filled = new HashMap<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "later");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Future<?>> pending = new ConcurrentLinkedQueue<>();
    private volatile Duration clockOff = Duration.ZERO;
    private int offered;
    private int fillings;
    private int cashboxAtPowerOn;

    /** The hand that lays cards on the reader. */
    public interface Cards extends AutoCloseable {
        void place(JpkiCard card) throws IOException;

        void take() throws IOException;

        @Override
        default void close() {}
    }

    private Place(Path dir, Surroundings world, Cards cards) {
        this.dir = dir;
        this.world = world;
        this.cards = cards;
        Workbench.HOPPERS.keySet().forEach(address -> filled.put(address, 0));
        fillHoppers();
    }

    /** The cash unit is reached within this JVM. */
    public static Place within(Path dir, Cards cards) throws IOException {
        return with(dir, CashSimulator.inProcess(cashSetup()), cards);
    }

    /** With a cash unit on a wire of its own. */
    public static Place with(Path dir, CashSimulator cash, Cards cards) throws IOException {
        return new Place(dir, world(dir, cash), cards);
    }

    public static CashSetup cashSetup() {
        return new CashSetup(Workbench.HOPPERS, true, Duration.ZERO);
    }

    private static Surroundings world(Path dir, CashSimulator cash) throws IOException {
        Workbench.HOPPERS.keySet().forEach(address -> cash.fillHopper(address, 0));
        return Surroundings.start(dir, "K-0001", new PrinterSettings(PER_SIDE, Clock.systemUTC()), cash);
    }

    public Path dir() {
        return dir;
    }

    public Surroundings world() {
        return world;
    }

    void placeCard(String name) throws IOException {
        cards.place(world.cards().open(name));
    }

    void takeCard() throws IOException {
        cards.take();
    }

    /** The kiosk's own, which may be wrong. */
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return Instant.now(Clock.systemUTC()).plus(clockOff);
            }
        };
    }

    void stepClock(Duration off) {
        clockOff = off;
    }

    /** A coin at the slot; whether it is taken. What falls through lies in the tray. */
    synchronized boolean drop(int yen) {
        offered += yen;
        return world.cash().drop(yen) == CoinFate.ACCEPTED;
    }

    /** A note at the mouth; whether it is held, and perhaps given back later. */
    synchronized boolean insertNote() {
        offered += NOTE;
        return world.cash().insertNote(NOTE) == NoteFate.HELD;
    }

    /** Yen that residents have put to the slots. */
    synchronized int offered() {
        return offered;
    }

    /** Yen in the machine for good. */
    int taken() {
        return world.cash().world().cashbox() + world.cash().world().stacker();
    }

    /** Yen that came out of the hoppers. */
    public synchronized int paidOut() {
        Map<Integer, Integer> now = world.cash().world().hoppers();
        return Workbench.HOPPERS.entrySet().stream()
                .mapToInt(hopper -> hopper.getValue()
                        * (filled.getOrDefault(hopper.getKey(), 0) - now.getOrDefault(hopper.getKey(), 0)))
                .sum();
    }

    /** Leaves so many coins in a hopper, unseen by the program. */
    synchronized void leaveInHopper(int address, int coins) {
        int before = world.cash().coinsInHopper(address);
        world.cash().fillHopper(address, coins);
        filled.merge(address, coins - before, Integer::sum);
    }

    /** Each is filled up, and the technician says so at the next start. */
    private synchronized void fillHoppers() {
        Workbench.HOPPERS.keySet().forEach(address -> leaveInHopper(address, COINS));
        fillings++;
    }

    /** Names the last filling, of {@link #COINS} in each hopper. */
    public synchronized String filling() {
        return "filling " + fillings;
    }

    /** Returns when the hoppers have paid what they were told to, or do not come to it. */
    void awaitMotors() throws InterruptedException {
        CountDownLatch still = new CountDownLatch(1);
        Runnable look = () -> {
            if (!world.cash().moving()) {
                still.countDown();
            }
        };
        world.cash().listen(look);
        look.run();
        boolean ignored = still.await(MOTORS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does this after a while, unless {@link #putRight} comes first or the place is closed. */
    void later(Duration time, Runnable hand) {
        pending.add(later.schedule(hand, time.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** What staff and time do. The hoppers are filled only while the program is stopped. */
    void putRight(boolean stopped) {
        for (Future<?> hand = pending.poll(); hand != null; hand = pending.poll()) {
            hand.cancel(false);
        }
        world.printer().line(true);
        world.printer().clearJam(AfterJam.ABORT);
        world.printer().paper(SHEETS);
        world.printer().takePaper();
        stepClock(Duration.ZERO);
        centerBack();
        if (stopped && world.cash().world().hoppers().values().stream().anyMatch(coins -> coins < COINS / 2)) {
            fillHoppers();
        }
    }

    /** At its own port, which somebody's outgoing connection may have borrowed meanwhile. */
    void centerBack() {
        for (int tries = 1; ; tries++) {
            try {
                world.center().faults().restore();
                return;
            } catch (IOException portTaken) {
                if (tries == MOST_TRIES) {
                    throw new IllegalStateException(portTaken);
                }
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
    }

    /** The current of every device fails and comes back. */
    synchronized void powerFails() {
        world.printer().powerOff();
        world.cash().powerReset();
        world.printer().powerOn();
        cashboxAtPowerOn = world.cash().world().cashbox();
    }

    /** Whether no coin has fallen since the devices got their current: then an acceptor's counter cannot tell that it lost it. */
    synchronized boolean noCoinYet() {
        return world.cash().world().cashbox() == cashboxAtPowerOn;
    }

    @Override
    public void close() {
        later.shutdownNow();
        cards.close();
        world.close();
    }
}
