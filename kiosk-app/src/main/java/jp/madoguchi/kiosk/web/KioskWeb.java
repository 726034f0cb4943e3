package jp.madoguchi.kiosk.web;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.staff.DeskTools;
import jp.madoguchi.kiosk.visit.Pads;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.visit.Timers;
import jp.madoguchi.kiosk.visit.VisitRunner;
import jp.madoguchi.kiosk.voice.Clips;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** The web server of the kiosk's screen, the resident's and the staff's, on 127.0.0.1 alone. Bounded in threads, connections and buffers. */
public final class KioskWeb implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int CONNECTIONS = 32;
    private static final long BUFFERS = 4L * 1024 * 1024;

    /**
     * @param port 0: any free one
     * @param sessionOpener where a browser without a session is sent to be given one; a page there posts a token to
     *     {@code /session}. It must have the same host name as this server, or the browser withholds the cookie
     * @param testAnchors whether any trust anchor is not one of the published ones; every screen says so then
     * @param accepts coins and notes that are taken, in yen; the screens name them
     * @param voice the sounds of the voice guidance
     */
    public record Settings(
            int port,
            Optional<URI> sessionOpener,
            boolean testAnchors,
            String kioskId,
            Set<Integer> accepts,
            Clips voice) {
        /** Without a voice. */
        public Settings(
                int port, Optional<URI> sessionOpener, boolean testAnchors, String kioskId, Set<Integer> accepts) {
            this(port, sessionOpener, testAnchors, kioskId, accepts, Clips.NONE);
        }
    }

    private final Server server;
    private final ServerConnector connector;
    private final RevisionStream stream;

    private KioskWeb(Server server, ServerConnector connector, RevisionStream stream) {
        this.server = server;
        this.connector = connector;
        this.stream = stream;
    }

    /** Starts; the first screen has been rendered once when this returns. Throws when the port is not free. */
    public static KioskWeb start(
            Settings settings,
            VisitRunner runner,
            Pads pads,
            SessionTokens tokens,
            Clock clock,
            Timers timers,
            SecureRandom random,
            DeskTools desk)
            throws IOException {
        Keypads keys = new Keypads(pads, random);
        RevisionStream stream = new RevisionStream(timers);
        StaticFiles files = new StaticFiles();
        Templates templates = new Templates();
        ScreenRenderer renderer = new ScreenRenderer(
                new ScreenModel(
                        settings.kioskId(),
                        settings.testAnchors(),
                        settings.accepts(),
                        clock,
                        desk.pace(),
                        keys,
                        desk.drain()::left,
                        Words::of),
                files.paths(),
                templates,
                new Voice(settings.voice(), () -> desk.service().settings().volume()));
        Server server = new Server(
                Loopback.threads("web", THREADS, 2),
                new ScheduledExecutorScheduler("web-timer", true),
                new ArrayByteBufferPool(0, -1, -1, -1, BUFFERS, BUFFERS));
        ServerConnector connector = Loopback.open(server, settings.port(), CONNECTIONS);
        ScreenSession session = new ScreenSession(tokens, random);
        Pages pages = new Pages(runner, renderer, keys, stream, settings.accepts(), clock, server.getThreadPool());
        StaffDoor staff = new StaffDoor(
                runner,
                desk,
                new DeskRenderer(settings.kioskId(), settings.testAnchors(), files.paths(), templates),
                new DeskSession(random, desk.pace(), desk.deeds()),
                new SignIn(desk, random),
                server.getThreadPool());
        server.setHandler(new Front(
                settings.sessionOpener(),
                connector::getLocalPort,
                session,
                files,
                new VoiceFiles(settings.voice()),
                pages,
                staff));
        follow(runner, keys, stream);
        renderer.page(runner.screen(), Secret.fresh(random)); // the first rendering is slow: before anyone looks
        Loopback.start(server, "the screen's", settings.port());
        return new KioskWeb(server, connector, stream);
    }

    private static void follow(VisitRunner runner, Keypads keys, RevisionStream stream) {
        runner.watch((Screen screen) -> {
            keys.follow(screen);
            stream.tell(screen.revision());
        });
        keys.follow(runner.screen());
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Ends the open stream first, which the server would wait for, and then the rest. May be called twice. */
    @Override
    public void close() {
        stream.end();
        Loopback.stop(server, "the screen's");
    }
}
