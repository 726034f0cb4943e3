package jp.madoguchi.kiosk.center.https;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** A network without a key: passes records of TLS on, and from some moment on turns a bit in each that comes back. */
final class BentLine implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean bent;
    private volatile boolean nextBent;

    BentLine(URI server) {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        target = server.getPort();
        threads.execute(this::listen);
    }

    URI url() {
        return URI.create("https://localhost:" + door.getLocalPort());
    }

    /** From the next record on. */
    void bend() {
        bent = true;
    }

    /** What is connected from now on. */
    void bendNext() {
        nextBent = true;
    }

    private void listen() {
        while (true) {
            try {
                Socket kiosk = door.accept();
                Socket center = new Socket(InetAddress.getLoopbackAddress(), target);
                boolean fromTheStart = nextBent;
                threads.execute(() -> pass(kiosk, center, () -> false));
                threads.execute(() -> pass(center, kiosk, () -> bent || fromTheStart));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, BooleanSupplier bending) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            while (true) {
                byte[] record = record(in);
                if (bending.getAsBoolean()) {
                    record[record.length - 1] ^= 1;
                }
                out.write(record);
                out.flush();
            }
        } catch (IOException torn) {
            // as lines are: both ends are closed
        }
    }

    /** RFC 8446 section 5.1: type, version, length, and that many bytes. */
    private static byte[] record(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(5);
        if (header.length < 5) {
            throw new EOFException();
        }
        int length = (header[3] & 0xFF) << 8 | (header[4] & 0xFF);
        byte[] record = new byte[5 + length];
        System.arraycopy(header, 0, record, 0, 5);
        in.readFully(record, 5, length);
        return record;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
