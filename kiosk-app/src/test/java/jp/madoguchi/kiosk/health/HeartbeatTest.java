package jp.madoguchi.kiosk.health;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.visit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the service manager hears, beat by beat, of a web server and a worker in the test's hand. */
@Timeout(60)
class HeartbeatTest {
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    private final List<String> told = new ArrayList<>();
    private boolean takes = true;
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong moved = new AtomicLong();
    private final Beats web = new Beats(nanos::get);
    private Screen shown = Samples.screen(Readiness.unknown());
    private final Checkup checkup = new Checkup(
            new Checkup.Sources(
                    "K-0001",
                    () -> shown,
                    new Vitals(),
                    () -> List.of(
                            new Pulse("print", Duration.ofSeconds(30), moved::get),
                            web.pulse("web", Duration.ofSeconds(30))),
                    Map::of,
                    () -> Samples.NOW,
                    () -> Samples.WRITTEN),
            new Samples.HandClock(),
            nanos::get);
    private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final Heartbeat heartbeat =
            new Heartbeat(checkup, new Door(server.getLocalPort()), web, new ServiceManager() {
                @Override
                public Duration interval() {
                    return Duration.ofHours(1);
                }

                @Override
                public boolean tell(String state) {
                    told.add(state);
                    return takes;
                }
            });

    HeartbeatTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        server.close();
        heartbeat.close();
    }

    private String beat() {
        told.clear();
        heartbeat.beat();
        return String.join("", told);
    }

    private String beatAnswered(String answer) throws InterruptedException {
        Thread answering = new Thread(() -> {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream().write(answer.getBytes(US_ASCII));
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        });
        answering.start();
        String heard = beat();
        answering.join();
        return heard;
    }

    @Test
    void ready_isToldOnce_whenTheWebServerAnswers() throws IOException, InterruptedException {
        assertFalse(beatAnswered("SSH-2.0-other\r\n").contains("READY=1"), "somebody else's port");
        assertEquals("READY=1\nWATCHDOG=1\n", beatAnswered("HTTP/1.1 404 Not Found\r\n\r\n"));
        assertEquals("WATCHDOG=1\n", beatAnswered("HTTP/1.1 404 Not Found\r\n\r\n"));
        server.close();
        assertEquals("WATCHDOG=1\n", beat(), "one answer that is lost is no restart");
    }

    /** The manager's queue was full just then: a program that is never ready is ended after its time to start. */
    @Test
    void ready_thatWasNotTaken_isToldAgain() throws InterruptedException {
        String ok = "HTTP/1.1 200 OK\r\n\r\n";
        takes = false;
        assertEquals("READY=1\nSTATUS=starting\nWATCHDOG=1\n", beatAnswered(ok));
        assertEquals("READY=1\nSTATUS=starting\nWATCHDOG=1\n", beatAnswered(ok));
        takes = true;
        assertEquals("READY=1\nSTATUS=starting\nWATCHDOG=1\n", beatAnswered(ok));
        assertEquals("WATCHDOG=1\n", beatAnswered(ok));
    }

    @Test
    void watchdog_isToldNoMore_onceTheWebServerIsSilent() throws IOException {
        server.close();
        nanos.set(LONGEST + 1);
        moved.set(nanos.get());
        assertEquals("STATUS=stuck: web\n", beat());
        assertEquals("", beat());
    }

    @Test
    void watchdog_isToldNoMore_onceAWorkerStandsStill() throws InterruptedException {
        String ok = "HTTP/1.1 200 OK\r\n\r\n";
        assertTrue(beatAnswered(ok).contains("WATCHDOG=1\n"));
        nanos.set(LONGEST + 1);
        assertEquals("STATUS=stuck: print\n", beatAnswered(ok));
        moved.set(nanos.get());
        assertEquals("STATUS=starting\nWATCHDOG=1\n", beatAnswered(ok));
    }

    @Test
    void status_saysWhatTheScreenShows() throws IOException {
        server.close();
        shown = Samples.screen(Samples.allReady());
        assertEquals("STATUS=ready\nWATCHDOG=1\n", beat());
        assertEquals(
                "closed: printer-out-of-paper, printer-jam, center-unreachable; 2 claims (700 yen); toner low; the audit log is not written",
                StatusLine.of(Samples.closed()));
    }

    @Test
    void stop_isTold() {
        told.clear();
        heartbeat.close();
        assertTrue(told.get(0).startsWith("STOPPING=1\n"), told.toString());
    }
}
