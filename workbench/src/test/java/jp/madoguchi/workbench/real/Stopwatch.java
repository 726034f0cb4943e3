package jp.madoguchi.workbench.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import jdk.net.ExtendedSocketOptions;

/**
 * A TCP line with a clock: passes every byte on, and notes how long whoever answers was waited for, from the question's arrival here
 * to the answer's. It understands nothing of what is said.
 */
final class Stopwatch implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    /** Who calls is not always who asks: vpcd is called by its card. */
    enum Asks {
        CALLER,
        CALLED
    }

    private final ServerSocket listening;
    private final int port;
    private final Asks asks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition answered = lock.newCondition();
    private final List<Wait> waits = new ArrayList<>();
    private final List<Socket> open = new ArrayList<>();
    private long last;
    private int asked;

    private Stopwatch(int port, Asks asks) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = port;
        this.asks = asks;
        start(this::listen);
    }

    /** Stands before {@code port} of this machine. */
    static Stopwatch before(int port, Asks asks) throws IOException {
        return new Stopwatch(port, asks);
    }

    /** Where to call instead. */
    int port() {
        return listening.getLocalPort();
    }

    /** Since it was last asked, or began. */
    List<Wait> taken() {
        lock.lock();
        try {
            List<Wait> taken = List.copyOf(waits);
            waits.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when something has been answered since {@link #taken}. */
    void awaitAnswer() throws InterruptedException {
        lock.lock();
        try {
            for (long nanos = TimeUnit.SECONDS.toNanos(10); waits.isEmpty(); nanos = answered.awaitNanos(nanos)) {
                if (nanos <= 0) {
                    throw new AssertionError("nothing was answered");
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "stopwatch");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            while (true) {
                Socket caller = listening.accept();
                Socket called = new Socket();
                try {
                    called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                } catch (IOException nobody) {
                    caller.close();
                    continue;
                }
                keep(caller);
                keep(called);
                start(() -> pass(caller, called, asks == Asks.CALLER));
                start(() -> pass(called, caller, asks == Asks.CALLED));
            }
        } catch (IOException closed) {
            // The end of it.
        }
    }

    private void keep(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        lock.lock();
        try {
            open.add(socket);
        } finally {
            lock.unlock();
        }
    }

    /** One way, until one of the two closes: then the other hears of it. */
    private void pass(Socket from, Socket to, boolean question) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            // No line between two programs of one machine holds back what was said until the other has acknowledged.
            from.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                from.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
                if (question) {
                    asked(length);
                } else {
                    answered();
                }
                out.write(chunk, 0, length);
            }
        } catch (IOException gone) {
            // Both sides are closed now.
        }
    }

    private void asked(int length) {
        lock.lock();
        try {
            last = System.nanoTime();
            asked += length;
        } finally {
            lock.unlock();
        }
    }

    private void answered() {
        lock.lock();
        try {
            long now = System.nanoTime();
            waits.add(new Wait(last, now, asked));
            last = now;
            asked = 0;
            answered.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        lock.lock();
        try {
            for (Socket socket : open) {
                socket.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
