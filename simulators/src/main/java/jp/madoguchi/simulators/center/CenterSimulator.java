package jp.madoguchi.simulators.center;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import jp.madoguchi.simulators.center.pages.Typeface;
import jp.madoguchi.simulators.center.status.StatusService;
import org.jspecify.annotations.Nullable;

/**
 * A simulated issuance center on the loopback address: HTTPS, TLS 1.3 alone, kiosks known by their certificates. Its
 * folder holds the test PKI, municipalities, residents and trusted card authorities ({@code auth_ca*.pem}), and for the
 * kiosk {@code kiosk.p12} with its password, {@code center-tls-ca.pem}, {@code center-signer-ca.pem} and the lines of its
 * configuration in {@code center.toml}. Safe for many threads.
 */
public final class CenterSimulator implements AutoCloseable {
    private static final int BACKLOG = 50;

    static {
        // The JDK's server writes head and body apart; with Nagle's algorithm each answer would wait 40 ms for the
        // kiosk's
        // acknowledgement. The server reads this once, and offers no other way to say it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final SSLContext tls;
    private final CenterHandler handler;
    private final Center center;
    private final CenterFaults faults;
    private final KeyRotation rotation;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "center");
        thread.setDaemon(true);
        return thread;
    });
    private final int port;
    private @Nullable HttpsServer server;

    private CenterSimulator(CenterSettings settings) throws IOException {
        Path dir = settings.dir();
        Typeface typeface = Typeface.ipamjMincho();
        CenterPki pki = CenterPki.keep(dir, settings.kiosk(), settings.clock().instant(), settings.random());
        Tampering tampering = new Tampering();
        DocumentSealer sealer = new DocumentSealer(pki, settings.random(), tampering);
        tls = pki.tls();
        Register register = new Register(dir);
        CardAuthorities authorities = new CardAuthorities(dir);
        StatusService statuses = new StatusService(
                dir.resolve("directory"),
                pki.responder().key(),
                pki.responder().certificate(),
                new RevocationFiles(dir, register, authorities),
                settings.random());
        Announcements announcements = new Announcements(settings.keepsHours());
        center = new Center(
                settings,
                register,
                new CardCertificates(authorities, statuses),
                new DocumentOffice(typeface, sealer, settings.random()),
                announcements);
        faults = new CenterFaults(new Line(), tampering, announcements, statuses);
        rotation = new KeyRotation(pki, settings);
        handler = new CenterHandler(center, faults, rotation, closing);
        port = listen(settings.port());
        Files.writeString(dir.resolve("center.toml"), configuration());
    }

    /**
     * Starts a center in the folder; the second start in it serves the same PKI and files.
     *
     * @param port 0 takes a free one
     * @throws IOException when the folder or port cannot be used or the Japanese font is missing; the message says which
     */
    public static CenterSimulator start(Path dir, int port) throws IOException {
        return start(CenterSettings.in(dir).withPort(port));
    }

    /** As {@link #start(Path, int)}, with a clock, randomness and kiosk of one's own. */
    public static CenterSimulator start(CenterSettings settings) throws IOException {
        return new CenterSimulator(settings);
    }

    /** {@code https://localhost:PORT}. */
    public URI url() {
        return URI.create("https://localhost:" + port);
    }

    public CenterFaults faults() {
        return faults;
    }

    /** New keys beside the old ones, without a pause in the service. */
    public KeyRotation rotation() {
        return rotation;
    }

    /** The offices answer every 本籍地利用登録 that waits, now. */
    public void answerRegistrations() {
        center.answerRegistrations();
    }

    /** Every outcome that kiosks reported, in the order in which they came. */
    public List<OutcomeRecord> records() {
        return center.records();
    }

    /** Ends every connection and delay at once. */
    @Override
    public void close() {
        closing.countDown();
        cut();
        threads.shutdownNow();
    }

    private synchronized int listen(int wanted) throws IOException {
        HttpsServer fresh =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
        fresh.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ours = tls.getDefaultSSLParameters();
                ours.setProtocols(new String[] {"TLSv1.3"});
                ours.setNeedClientAuth(true);
                parameters.setSSLParameters(ours);
            }
        });
        fresh.createContext("/", handler);
        fresh.setExecutor(threads);
        fresh.start();
        server = fresh;
        return fresh.getAddress().getPort();
    }

    private synchronized void cut() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private synchronized void restore() throws IOException {
        if (server == null && closing.getCount() > 0) {
            int same = listen(port);
            assert same == port : "asked for a port of its own";
        }
    }

    private String configuration() {
        return String.join(
                "\n",
                "[center]",
                "url = \"" + url() + "\"",
                "identity = \"kiosk.p12\"",
                "identity-password-file = \"kiosk.p12.password\"",
                "tls-trust = \"center-tls-ca.pem\"",
                "signer-trust = \"center-signer-ca.pem\"",
                "");
    }

    private final class Line implements CenterFaults.Line {
        @Override
        public void cut() {
            CenterSimulator.this.cut();
        }

        @Override
        public void restore() throws IOException {
            CenterSimulator.this.restore();
        }
    }
}
