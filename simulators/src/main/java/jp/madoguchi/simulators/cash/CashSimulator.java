package jp.madoguchi.simulators.cash;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.madoguchi.simulators.watch.Watched;
import org.jspecify.annotations.Nullable;

/**
 * A coin slot, a cash box, a ¥100 hopper and a return tray on a ccTalk bus of their own, and the hands that drop and take coins.
 * Address 2 is the acceptor, address 3 the hopper. Any thread may call.
 */
public final class CashSimulator implements AutoCloseable {
    private static final int INITIAL_COINS = 200;

    private final Watched watched = new Watched();
    private final ReturnTray tray = new ReturnTray();
    private final CoinAcceptor acceptor = new CoinAcceptor(tray);
    private final CoinHopper hopper = new CoinHopper(INITIAL_COINS, tray);
    private final CcTalkBus bus = new CcTalkBus(watched, List.of(acceptor, hopper));
    private final Duration perCoin;
    private final Thread motor;
    private final Optional<DeviceFile> device;
    private @Nullable HostLine line;
    private boolean plugged = true;
    private boolean closed;

    private CashSimulator(Duration perCoin, Optional<DeviceFile> device) {
        this.perCoin = perCoin;
        this.device = device;
        this.motor = daemon("simulated-hopper", this::turnMotor);
        motor.start();
    }

    /** Devices without a wire yet, paying in no time; {@link #connect} gives the host's end. */
    public static CashSimulator inProcess() {
        return inProcess(Duration.ZERO);
    }

    /** As {@link #inProcess()}, with the time the hopper takes for each coin. */
    public static CashSimulator inProcess(Duration perCoin) {
        return new CashSimulator(perCoin, Optional.empty());
    }

    /**
     * Devices on a tty or pty, which they set to 9600 8N1.
     *
     * @throws IOException when it is no serial device or cannot be opened
     */
    public static CashSimulator onDevice(Path tty, Duration perCoin) throws IOException {
        DeviceFile file = DeviceFile.open(tty);
        CashSimulator simulator = new CashSimulator(perCoin, Optional.of(file));
        ByteLine fromHost = new ByteLine();
        daemon("simulated-cash-tty", () -> file.pump(fromHost, simulator::plugged))
                .start();
        daemon(
                        "simulated-cash",
                        () -> simulator.serve(fromHost, bytes -> {
                            if (simulator.plugged()) {
                                file.write(bytes);
                            }
                        }))
                .start();
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
            if (!plugged || closed || device.isPresent()) {
                return false;
            }
            cutLine();
            line = fresh;
            return true;
        });
        if (!there) {
            throw new IOException("no such line");
        }
        daemon("simulated-cash", () -> serve(fromHost, toHost::put)).start();
        return fresh;
    }

    /** A coin in the slot; answers where it ended. */
    @CanIgnoreReturnValue
    public CoinFate drop(int yen) {
        if (yen <= 0) {
            throw new IllegalArgumentException("no coin is worth " + yen);
        }
        return watched.change(() -> acceptor.drop(yen));
    }

    /** Coins in the hopper, of ¥100 each. */
    public int coinsInHopper() {
        return watched.look(hopper::coins);
    }

    /** Puts in or takes out coins so that the hopper holds exactly {@code coins}; fewer than asked for make it run dry. */
    public void fillHopper(int coins) {
        if (coins < 0 || coins > CoinHopper.CAPACITY) {
            throw new IllegalArgumentException("the hopper holds 0 to " + CoinHopper.CAPACITY + " coins");
        }
        watched.change(() -> hopper.fill(coins));
    }

    /** Yen lying in the return tray. */
    public int tray() {
        return watched.look(tray::yen);
    }

    /** Takes the coins out of the return tray; answers how much it was in yen. */
    @CanIgnoreReturnValue
    public int takeCoins() {
        return watched.change(tray::take);
    }

    /** Yen in the cash box: everything ever accepted. */
    public int cashbox() {
        return watched.look(acceptor::cashbox);
    }

    /** Blocks the acceptor's credit sensor: it says so once (error 14), and coins fall through until {@link #clearJam}. */
    public void jam() {
        watched.change(acceptor::jam);
    }

    public void clearJam() {
        watched.change(acceptor::clearJam);
    }

    /** The current fails and comes back: inhibits and unread coin events are lost, a pay-out ends where it was. */
    public void powerReset() {
        watched.change(() -> {
            acceptor.powerUp();
            hopper.powerUp();
        });
    }

    /** Pulls the serial plug: an in-process line is cut, a tty falls silent. The devices keep their current. */
    public void unplug() {
        watched.change(() -> {
            plugged = false;
            cutLine();
        });
    }

    public void plugIn() {
        watched.change(() -> {
            plugged = true;
        });
    }

    /** Lets the next command with {@code header} meet {@code fault}. */
    public void inject(int header, BusFault fault) {
        watched.change(() -> bus.inject(header, fault));
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
        device.ifPresent(CashSimulator::close);
    }

    private static void close(DeviceFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // The host's end went first; there is nothing left to close.
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

    private void serve(ByteLine fromHost, Consumer<byte[]> toHost) {
        try {
            bus.serve(fromHost, toHost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts this thread but an ending JVM
        }
    }

    private void turnMotor() {
        try {
            while (!watched.look(() -> closed)) {
                watched.await(() -> closed || hopper.paying());
                watched.await(() -> closed || !hopper.paying(), perCoin);
                watched.change(hopper::turn);
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
