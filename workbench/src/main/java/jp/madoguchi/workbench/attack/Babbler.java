package jp.madoguchi.workbench.attack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that says always the same, whatever it hears. */
final class Babbler implements Closeable {
    private static final int FIRST = 4096;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final byte[] bytes;

    Babbler(byte[] bytes) throws IOException {
        this.bytes = bytes.clone();
        Daemons.start("babbler", this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    private void listen() {
        while (!door.isClosed()) {
            try (Socket connection = door.accept();
                    InputStream in = connection.getInputStream()) {
                if (in.read(new byte[FIRST]) > 0) {
                    connection.getOutputStream().write(bytes);
                    connection.shutdownOutput();
                    in.transferTo(OutputStream.nullOutputStream());
                }
            } catch (IOException gone) {
                // The next one comes, or this is closed.
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
