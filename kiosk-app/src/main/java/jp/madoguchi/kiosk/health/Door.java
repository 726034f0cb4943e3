package jp.madoguchi.kiosk.health;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks the screen's web server, as a browser would, whether it answers at all. Any thread; blocks for some seconds at most. */
public final class Door {
    private static final int PATIENCE_MILLIS = 5000;
    private static final byte[] ANSWER = "HTTP/1.1 ".getBytes(US_ASCII);

    private final int port;

    /** @param port on loopback */
    public Door(int port) {
        this.port = port;
    }

    /** Whatever it answers: it takes connections, and one of its threads is free. */
    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), PATIENCE_MILLIS);
            String question = "HEAD /healthy HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(question.getBytes(US_ASCII));
            InputStream in = socket.getInputStream();
            for (byte expected : ANSWER) {
                if (in.read() != expected) {
                    return false;
                }
            }
            return true;
        } catch (IOException silent) {
            return false;
        }
    }
}
