package jp.madoguchi.simulators.cash;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.madoguchi.simulators.watch.Watched;
import org.jspecify.annotations.Nullable;

/**
 * A coin slot, a cash box, hoppers, perhaps a bill validator, and a return tray on a ccTalk bus of their own, and the hands that
 * drop and take money. Address 2 is the coin acceptor, 40 the validator. Any thread may call.
 */
public final class CashSimulator implements AutoCloseable {
    private static final int INITIAL_COINS = 200;

    private final Watched watched = new Watched();
    private final ReturnTray tray = new ReturnTray();
    private final CoinAcceptor acceptor = new CoinAcceptor(tray);
    private final BillValidator validator = new BillValidator(tray);
    private final Map<Integer, CoinHopper> hoppers = new TreeMap<>();
    private final List<CcTalkDevice> devices = new ArrayList<>();
    private final CcTalkBus bus;
    private final Duration perTurn;
    private final boolean still;
    private final Thread motor;
    private Optional<TtyWire> tty = Optional.empty();
    private @Nullable HostLine line;
    private boolean plugged = true;
    private boolean closed;

    private CashSimulator(CashSetup setup, boolean still) {
        this.perTurn = setup.perTurn();
        this.still = still;
        setup.hoppers()
                .forEach((address, yen) -> hoppers.put(address, new CoinHopper(address, yen, INITIAL_COINS, tray)));
        devices.add(acceptor);
        devices.addAll(hoppers.values());
        if (setup.notes()) {
            devices.add(validator);
        }
        this.bus = new CcTalkBus(watched, devices);
        this.motor = daemon("simulated-motors", this::turnMotors);
        if (!still) {
            motor.start();
        }
    }

    /** Coins only, without a wire yet, paying in no time; {@link #connect} gives the host's end. */
    public static CashSimulator inProcess() {
        return inProcess(CashSetup.coins(Duration.ZERO));
    }

    /** Devices without a wire yet; {@link #connect} gives the host's end. */
    public static CashSimulator inProcess(CashSetup setup) {
        return new CashSimulator(setup, false);
    }

    /** Devices whose time passes only when it is told to; {@link #still()} gives the host's end. */
    public static CashSimulator standingStill(CashSetup setup) {
        return new CashSimulator(setup, true);
    }

    /**
     * Devices on a tty or pty, which they set to 9600 8N1.
     *
     * @throws IOException when it is no serial device or cannot be opened
     */
    public static CashSimulator onDevice(Path tty, CashSetup setup) throws IOException {
        CashSimulator simulator = new CashSimulator(setup, false);
        simulator.tty = Optional.of(TtyWire.on(tty, simulator.served()));
        return simulator;
    }

    /**
     * Devices on one end of a pair of ptys made by socat; the host has {@code dir/cash}. Cutting the line ends socat.
     *
     * @throws IOException when socat is missing or fails
     */
    public static CashSimulator onPty(Path dir, CashSetup setup) throws IOException {
        CashSimulator simulator = new CashSimulator(setup, false);
        simulator.tty = Optional.of(TtyWire.pair(dir, simulator.served()));
        return simulator;
    }

    /**
     * Opens the in-process line; an earlier one is cut, as a port that is opened twice.
     *
     * @throws IOException while the plug is out, as a serial device that is not there
     */
    public HostLine connect() throws IOException {
        ByteLine fromHost = new ByteLine();
        ByteLine toHost = new ByteLine();
        HostLine fresh = new HostLine(fromHost, toHost);
        boolean there = watched.change(() -> {
            if (!plugged || closed || still || tty.isPresent()) {
                return false;
            }
            cutLine();
            line = fresh;
            return true;
        });
        if (!there) {
            throw new IOException("no such line");
        }
        daemon("simulated-cash", () -> serve(fromHost, toHost::put, fresh::close))
                .start();
        return fresh;
    }

    /**
     * Opens a line on which time stands still.
     *
     * @throws IOException while the plug is out
     */
    public StillLine still() throws IOException {
        if (!still || !plugged()) {
            throw new IOException("no such line");
        }
        return new StillLine(bus, this::turn, perTurn);
    }

    /** A coin in the slot; answers where it ended. */
    @CanIgnoreReturnValue
    public CoinFate drop(int yen) {
        if (yen <= 0) {
            throw new IllegalArgumentException("no coin is worth " + yen);
        }
        return watched.change(() -> acceptor.drop(yen));
    }

    /** A note at the mouth; answers where it is now. */
    @CanIgnoreReturnValue
    public NoteFate insertNote(int yen) {
        if (yen <= 0 || !devices.contains(validator)) {
            throw new IllegalArgumentException("no note of " + yen + " can be inserted");
        }
        return watched.change(() -> validator.insert(yen));
    }

    /** The resident pulls a note back out of the escrow. */
    public void pullNote() {
        watched.change(validator::pull);
    }

    /** Coins in the first hopper. */
    public int coinsInHopper() {
        return coinsInHopper(firstHopper());
    }

    public int coinsInHopper(int address) {
        return watched.look(() -> hopper(address).coins());
    }

    /** {@link #fillHopper(int, int)} for the first hopper. */
    public void fillHopper(int coins) {
        fillHopper(firstHopper(), coins);
    }

    /** Puts in or takes out coins so that the hopper holds exactly {@code coins}; fewer than asked for make it run dry. */
    public void fillHopper(int address, int coins) {
        if (coins < 0 || coins > CoinHopper.CAPACITY) {
            throw new IllegalArgumentException("the hopper holds 0 to " + CoinHopper.CAPACITY + " coins");
        }
        watched.change(() -> hopper(address).fill(coins));
    }

    /** While it is stuck no coin comes out of this hopper, although it has some. */
    public void stickHopper(int address, boolean stuck) {
        watched.change(() -> hopper(address).stuck(stuck));
    }

    /** Yen lying in the return tray. */
    public int tray() {
        return watched.look(tray::yen);
    }

    /** Takes the money out of the return tray; answers how much it was in yen. */
    @CanIgnoreReturnValue
    public int takeCoins() {
        return watched.change(tray::take);
    }

    /** Yen in the cash box: every coin ever accepted. */
    public int cashbox() {
        return watched.look(acceptor::cashbox);
    }

    /** Whether a motor has something left to do. */
    public boolean moving() {
        return watched.look(this::busy);
    }

    /** Where all the money is. */
    public World world() {
        return watched.look(() -> {
            Map<Integer, Integer> coins = new TreeMap<>();
            hoppers.forEach((address, hopper) -> coins.put(address, hopper.coins()));
            return new World(acceptor.cashbox(), validator.stacked(), validator.escrow(), tray.yen(), coins);
        });
    }

    /** Blocks the acceptor's credit sensor: it says so once (error 14), and coins fall through until {@link #clearJam}. */
    public void jam() {
        watched.change(acceptor::jam);
    }

    public void clearJam() {
        watched.change(acceptor::clearJam);
    }

    /** What the validator's motor is told to move does not move. */
    public void stickEscrow(boolean stuck) {
        watched.change(() -> validator.stuck(stuck));
    }

    public void fillStacker() {
        watched.change(validator::fillStacker);
    }

    /** Answers how many yen were in it. */
    @CanIgnoreReturnValue
    public int emptyStacker() {
        return watched.change(validator::emptyStacker);
    }

    public void stackerThere(boolean there) {
        watched.change(() -> validator.stackerThere(there));
    }

    /** Whether a note in escrow is stacked, unheard, when the current comes back; it is given back unless switched on. */
    public void stacksAtPowerUp(boolean stacks) {
        watched.change(() -> validator.stacksAtPowerUp(stacks));
    }

    /** The current of all devices fails and comes back: inhibits and unread events are lost, a pay-out ends where it was. */
    public void powerReset() {
        watched.change(() -> devices.forEach(CcTalkDevice::powerUp));
    }

    /** Pulls the serial plug: a line of its own is cut, another's tty falls silent. The devices keep their current. */
    public void unplug() {
        watched.change(() -> {
            plugged = false;
            cutLine();
        });
        tty.filter(TtyWire::tears).ifPresent(TtyWire::tear);
    }

    public void plugIn() {
        tty.filter(TtyWire::tears).ifPresent(CashSimulator::reconnect);
        watched.change(() -> {
            plugged = true;
        });
    }

    /** Lets the next command with {@code header} meet {@code fault}. */
    public void inject(int header, BusFault fault) {
        inject(FaultPlan.ANY, header, 1, fault);
    }

    /** Lets the {@code nth} command from now on with {@code header} to {@code address} meet {@code fault}. */
    public void inject(int address, int header, int nth, BusFault fault) {
        watched.change(() -> bus.faults().add(address, header, nth, fault));
    }

    /** Lets the {@code nth} exchange from now on, whatever it is, meet {@code fault}. */
    public void injectAt(int nth, BusFault fault) {
        inject(FaultPlan.ANY, FaultPlan.ANY, nth, fault);
    }

    /** Devices that were dead answer again. */
    public void revive() {
        watched.change(bus::revive);
    }

    /** How many commands were sent to devices that are there. */
    public int exchanges() {
        return watched.look(bus::exchanges);
    }

    /** Whether the host hears its own bytes, as on the one wire of a real bus; it does unless switched off. */
    public void echo(boolean on) {
        watched.change(() -> bus.echo(on));
    }

    /** Calls {@code listener} after every change, on the thread that made it; polls are none. */
    public void listen(Runnable listener) {
        watched.listen(listener);
    }

    /** Cuts the line and ends every thread. */
    @Override
    public void close() {
        watched.change(() -> {
            closed = true;
            cutLine();
        });
        motor.interrupt();
        tty.ifPresent(TtyWire::close);
    }

    private TtyWire.Served served() {
        return new TtyWire.Served() {
            @Override
            public void serve(ByteLine fromHost, DeviceFile file) {
                CashSimulator.this.serve(
                        fromHost,
                        bytes -> {
                            if (plugged()) {
                                file.write(bytes);
                            }
                        },
                        CashSimulator.this::cutTty);
            }

            @Override
            public boolean plugged() {
                return CashSimulator.this.plugged();
            }
        };
    }

    private void cutTty() {
        TtyWire wire = tty.orElseThrow();
        if (wire.tears() && !watched.look(() -> closed)) {
            wire.tear();
            reconnect(wire);
        }
    }

    private static void reconnect(TtyWire wire) {
        try {
            wire.connect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean plugged() {
        return watched.look(() -> plugged);
    }

    private void cutLine() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    private int firstHopper() {
        return hoppers.keySet().iterator().next();
    }

    private CoinHopper hopper(int address) {
        CoinHopper hopper = hoppers.get(address);
        if (hopper == null) {
            throw new IllegalArgumentException("no hopper at address " + address);
        }
        return hopper;
    }

    private void serve(ByteLine fromHost, Consumer<byte[]> toHost, Runnable cut) {
        try {
            new BusThread(watched, bus, fromHost, toHost, cut).serve();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts this thread but an ending JVM
        }
    }

    private void turn() {
        if (watched.look(this::busy)) {
            watched.change(() -> devices.forEach(CcTalkDevice::turn));
        }
    }

    private boolean busy() {
        return devices.stream().anyMatch(CcTalkDevice::busy);
    }

    private void turnMotors() {
        try {
            while (!watched.look(() -> closed)) {
                watched.await(() -> closed || busy());
                watched.await(() -> closed || !busy(), perTurn);
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closing: nobody waits for this thread
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
