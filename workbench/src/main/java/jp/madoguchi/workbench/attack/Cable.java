package jp.madoguchi.workbench.attack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The network between kiosk and center: it has no key, and passes bytes on, or others. */
public final class Cable implements Closeable {
    /** Type, version and length of a record (RFC 8446 section 5.1). */
    private static final int HEADER = 5;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile Supplier<Tap> taps = () -> Tap.NONE;

    /** What the network does to the bytes that come back on one connection. */
    @FunctionalInterface
    interface Tap {
        Tap NONE = bytes -> bytes;

        /**
         * What is passed on.
         *
         * @param bytes one record of TLS, or what came of it before the end
         */
        byte[] pass(byte[] bytes) throws IOException, InterruptedException;
    }

    /** @param target a port of this machine */
    public Cable(int target) throws IOException {
        this.target = target;
        Daemons.start("cable", this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Leads to another server from now on; what is connected is torn. */
    void lead(int port) throws IOException {
        target = port;
        tear();
    }

    /** Does this from the next bytes on, on connections that stand already, too. */
    void tap(Supplier<Tap> tap) {
        taps = tap;
    }

    /** Closes every connection. */
    void tear() throws IOException {
        for (Socket each : connections) {
            each.close();
        }
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                // The loop ends.
            }
        }
    }

    private void connect(Socket kiosk) throws IOException {
        try {
            int to = target;
            Socket center = new Socket(InetAddress.getLoopbackAddress(), to);
            connections.add(kiosk);
            connections.add(center);
            Daemons.start("cable", () -> pump(kiosk, center, false));
            Daemons.start("cable", () -> pump(center, kiosk, true));
            if (door.isClosed() || to != target) { // cut, or led elsewhere, while it was laid
                kiosk.close();
                center.close();
            }
        } catch (IOException nobodyListens) {
            kiosk.close(); // the kiosk sees its connection end
        }
    }

    private void pump(Socket from, Socket to, boolean back) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            to.setTcpNoDelay(true);
            Supplier<Tap> asked = () -> Tap.NONE;
            Tap tap = Tap.NONE;
            for (byte[] next = record(in); next.length > 0; next = record(in)) {
                if (back && taps != asked) {
                    asked = taps;
                    tap = asked.get();
                }
                out.write(tap.pass(next));
                out.flush();
            }
        } catch (IOException torn) {
            // As lines are: both ends are closed.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(from);
            connections.remove(to);
        }
    }

    private static byte[] record(InputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        int length = header.length < HEADER ? 0 : (header[HEADER - 2] & 0xFF) << 8 | (header[HEADER - 1] & 0xFF);
        return Reply.joined(header, in.readNBytes(length));
    }

    @Override
    public void close() throws IOException {
        door.close();
        tear();
    }
}
