package jp.madoguchi.kiosk.center.https;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import jp.madoguchi.kiosk.center.TestPki;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** A real HTTPS server on a free loopback port that answers what the script says, and with 500 once the script is empty. */
final class ScriptedCenter implements AutoCloseable {
    static final TestPki.Identity TLS_CA = TestPki.authority("CN=TLS CA, O=MADOGUCHI-TEST");
    static final TestPki.Identity KIOSK_CA = TestPki.authority("CN=Kiosk CA, O=MADOGUCHI-TEST");
    static final TestPki.Identity KIOSK = TestPki.leaf(KIOSK_CA, "CN=K-TEST", ScriptedCenter::lasting);
    static final TestPki.Identity SERVER = server(TLS_CA, "localhost");

    /** What the server does with one request. */
    interface Act {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** What the server saw; {@code from} is the client's port. */
    record Seen(String method, String path, String body, int from) {}

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Act> script = new ConcurrentLinkedDeque<>();
    final List<Seen> seen = new CopyOnWriteArrayList<>();

    ScriptedCenter() {
        this(SERVER, KIOSK_CA, "TLSv1.3");
    }

    ScriptedCenter(TestPki.Identity identity, TestPki.Identity clientCa, String protocol) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SSLContext context = context(identity, clientCa);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters wanted = context.getDefaultSSLParameters();
                    wanted.setNeedClientAuth(true);
                    wanted.setProtocols(new String[] {protocol});
                    parameters.setSSLParameters(wanted);
                }
            });
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static TestPki.Identity server(TestPki.Identity authority, String host) {
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.dNSName, host));
        return TestPki.leaf(authority, "CN=" + host, draft -> {
            lasting(draft);
            draft.with(Extension.subjectAlternativeName, false, names);
        });
    }

    /** TLS looks at the machine's own clock. */
    private static void lasting(TestPki.Draft draft) {
        draft.notBefore = Instant.parse("2000-01-01T00:00:00Z");
        draft.notAfter = Instant.parse("2099-01-01T00:00:00Z");
    }

    URI url() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    ScriptedCenter then(Act act) {
        script.add(act);
        return this;
    }

    ScriptedCenter then(int status, String body, String... headers) {
        return then(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** As if nothing had been scripted or seen. */
    void forget() {
        script.clear();
        seen.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    body,
                    exchange.getRemoteAddress().getPort()));
            Act act = script.poll();
            if (act == null) {
                exchange.sendResponseHeaders(500, -1);
            } else {
                act.answer(exchange);
            }
        }
    }

    private static SSLContext context(TestPki.Identity identity, TestPki.Identity clientCa)
            throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(keyStore(identity), new char[0]);
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("kiosks", clientCa.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    static KeyStore keyStore(TestPki.Identity... identities) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (TestPki.Identity identity : identities) {
                X509Certificate certificate = identity.certificate();
                store.setKeyEntry(
                        certificate.getSerialNumber().toString(),
                        identity.keys().getPrivate(),
                        new char[0],
                        new Certificate[] {certificate});
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Nobody listens any more, and what is open is torn. */
    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }
}
