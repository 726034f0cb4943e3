package jp.madoguchi.workbench.attack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import jp.madoguchi.simulators.center.Operation;

/** Ends the kiosk's TLS before the honest center: it reads every call, and answers it as it is told to. */
final class Front implements Closeable {
    private final SSLServerSocket door;
    private final HonestCenter center;
    private final Map<Operation, Speech> speeches;
    private final Consumer<Asked> ear;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /**
     * @param shown to the kiosk, with what stands above it
     * @param protocols of TLS
     * @param speeches looked at for each call; where there is none it is honest
     * @param ear hears each call as the kiosk made it
     */
    Front(Keys shown, String[] protocols, HonestCenter center, Map<Operation, Speech> speeches, Consumer<Asked> ear)
            throws IOException, GeneralSecurityException {
        this.center = center;
        this.speeches = speeches;
        this.ear = ear;
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(shown.store(), new char[0]);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), new TrustManager[] {new Anybody()}, null);
        door = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        door.setEnabledProtocols(protocols);
        door.setNeedClientAuth(true);
        Daemons.start("front", this::listen);
    }

    ServerSocket door() {
        return door;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket connection = door.accept();
                connections.add(connection);
                Daemons.start("front", () -> converse(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket connection) {
        try (connection;
                InputStream in = connection.getInputStream();
                OutputStream out = connection.getOutputStream()) {
            connection.setTcpNoDelay(true);
            boolean open = true;
            while (open) {
                Optional<Asked> asked = Asked.read(in);
                if (asked.isEmpty()) {
                    return;
                }
                ear.accept(asked.get());
                Speech speech = speeches.getOrDefault(asked.get().operation(), Speech.HONEST);
                open = speech.to(asked.get(), center).send(out);
            }
        } catch (IOException | GeneralSecurityException lost) {
            // The kiosk or the honest center has gone: the connection is closed.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : connections) {
            each.close();
        }
    }

    /** Who comes is the kiosk, and that is the honest center's affair. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
