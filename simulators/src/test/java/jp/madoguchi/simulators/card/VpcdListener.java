package jp.madoguchi.simulators.card;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The side of pcscd's driver, as far as a test plays it: it listens, and the card is the client. */
final class VpcdListener implements Closeable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final ServerSocket server;
    private Socket card = new Socket();

    VpcdListener() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    int port() {
        return server.getLocalPort();
    }

    void accept() throws IOException {
        card.close();
        card = server.accept();
        card.setSoTimeout(PATIENCE_MILLIS);
    }

    void hangUp() throws IOException {
        card.close();
    }

    void control(int code) throws IOException {
        write(new byte[] {(byte) code});
    }

    /** Sends a message and returns the answer in hex, or "gone" when the card closes the connection. */
    String ask(String message) throws IOException {
        write(TestCards.bytes(message));
        return read();
    }

    String read() throws IOException {
        DataInputStream in = new DataInputStream(card.getInputStream());
        try {
            return TestCards.hex(in.readNBytes(in.readUnsignedShort()));
        } catch (java.io.EOFException e) {
            return "gone";
        }
    }

    private void write(byte[] payload) throws IOException {
        DataOutputStream out = new DataOutputStream(card.getOutputStream());
        out.writeShort(payload.length);
        out.write(payload);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        card.close();
        server.close();
    }
}
