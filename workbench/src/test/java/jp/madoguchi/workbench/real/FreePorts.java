package jp.madoguchi.workbench.real;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports that nobody listens at. */
final class FreePorts {
    private static final int MOST_TRIES = 50;

    private FreePorts() {}

    static int one() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** The first of two neighbours. */
    static int pair() throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try (ServerSocket first = new ServerSocket(0);
                    ServerSocket second = new ServerSocket()) {
                second.bind(new InetSocketAddress(first.getLocalPort() + 1));
                return first.getLocalPort();
            } catch (IOException | IllegalArgumentException taken) {
                // Its neighbour is taken, or there is none: another pair.
            }
        }
        throw new IOException("no two free ports beside each other");
    }
}
