package jp.madoguchi.workbench.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Who is asked by a {@link KilledMain} at each of its writes, and kills it instead of answering. */
public final class Killer implements AutoCloseable {
    /** Longer than a write to the disk takes. */
    private static final int MIDST_NANOS = 2_000_000;

    private static final int GO_ON = 1;

    private final Gate gate;
    private final Random random;
    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    public Killer(Gate gate, Random random) throws IOException {
        this.gate = gate;
        this.random = random;
        Thread thread = new Thread(this::serve, "killer");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    private void serve() {
        try (Socket program = door.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = program.getOutputStream()) {
            program.setTcpNoDelay(true);
            for (String fact = in.readLine(); fact != null; fact = in.readLine()) {
                write(fact, in, out);
            }
        } catch (IOException killed) {
            // as it is meant to be
        }
    }

    private void write(String fact, BufferedReader in, OutputStream out) throws IOException {
        int nth = gate.mark().begins(fact);
        gate.stopAt(fact, nth, Moment.BEFORE);
        boolean midst = gate.mark().hits(fact, nth, Moment.MIDST);
        out.write(GO_ON);
        if (midst) {
            LockSupport.parkNanos(random.nextInt(MIDST_NANOS));
            gate.shut();
        }
        if (in.readLine() == null) {
            throw new IOException("it ended in the midst of a write");
        }
        gate.stopAt(fact, nth, Moment.AFTER);
        out.write(GO_ON);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
