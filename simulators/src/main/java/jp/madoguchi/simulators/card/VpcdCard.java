package jp.madoguchi.simulators.card;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hand that lays cards on the virtual reader of pcscd. In vpcd a card that is there is a TCP connection: placing
 * connects, again and again until the reader is there; taking closes. A card that tears itself away is taken.
 *
 * <p>Thread-safe; it has one thread of its own from construction to {@link #close}.
 */
public final class VpcdCard implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(VpcdCard.class);
    private static final int CONNECT_MILLIS = 2000;

    private final InetSocketAddress reader;
    private final long retryNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;

    private @Nullable JpkiCard card;
    private @Nullable Socket connection;
    private int placements;
    private boolean connected;
    private boolean closed;

    /** @param retry how long to wait before connecting again */
    public VpcdCard(String host, int port, Duration retry) {
        reader = new InetSocketAddress(host, port);
        retryNanos = retry.toNanos();
        thread = new Thread(this::run, "vpcd " + host + ":" + port);
        thread.setDaemon(true);
        thread.start();
    }

    /** Lays a card on the reader; the one that lies there is taken away first. Returns at once. */
    public void place(JpkiCard placed) {
        lock.lock();
        try {
            takeAway();
            card = placed;
            placements++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the card away, also in the middle of a command; there is none: nothing happens. */
    public void take() {
        lock.lock();
        try {
            takeAway();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the reader has (or no longer has) a card; false when the time is over first. */
    public boolean await(boolean present, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = atMost.toNanos();
            while (connected != present) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            takeAway();
        } finally {
            lock.unlock();
        }
    }

    private void takeAway() {
        if (card != null) {
            card.powerOff();
        }
        card = null;
        placements++;
        disconnect();
        changed.signalAll();
    }

    private void disconnect() {
        Socket open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("closing the connection to vpcd: {}", e.toString());
            }
        }
    }

    private void run() {
        try {
            while (true) {
                Placed placed = awaitPlaced();
                if (placed == null) {
                    return;
                }
                lieOnReader(placed);
                pause(placed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Placed(JpkiCard card, int placement) {}

    private @Nullable Placed awaitPlaced() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (card == null && !closed) {
                changed.await();
            }
            return card == null ? null : new Placed(card, placements);
        } finally {
            lock.unlock();
        }
    }

    /** From connecting to the end of the connection, whoever ends it. */
    private void lieOnReader(Placed placed) {
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(reader, CONNECT_MILLIS);
            if (!begin(placed, socket)) {
                return;
            }
            if (!new VpcdConversation(placed.card()).hold(socket)) {
                tornAway(placed);
            }
        } catch (IOException e) {
            LOG.debug("no card on vpcd at {}: {}", reader, e.toString());
        } finally {
            end();
        }
    }

    private boolean begin(Placed placed, Socket socket) {
        lock.lock();
        try {
            if (placements != placed.placement()) {
                return false;
            }
            connection = socket;
            connected = true;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            connection = null;
            connected = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void tornAway(Placed placed) {
        lock.lock();
        try {
            if (placements == placed.placement()) {
                takeAway();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits before the same card tries again; a change ends the waiting. */
    private void pause(Placed placed) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = retryNanos;
            while (nanos > 0 && placements == placed.placement()) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
