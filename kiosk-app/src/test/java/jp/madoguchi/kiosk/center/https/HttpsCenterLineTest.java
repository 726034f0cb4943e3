package jp.madoguchi.kiosk.center.https;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.kiosk.center.CenterAnswer;
import jp.madoguchi.kiosk.center.CenterAnswer.Failed;
import jp.madoguchi.kiosk.center.CenterAnswer.Given;
import jp.madoguchi.kiosk.center.CenterStatus;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.center.VisitReport;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.VisitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The line itself: who answers, whether, how slowly, and how much of it. */
@Timeout(60)
final class HttpsCenterLineTest {
    private static final HttpsCenter.Limits SHORT =
            new HttpsCenter.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), 1000);
    private static final HttpsCenter.Limits IMPATIENT =
            new HttpsCenter.Limits(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(10), 1000);
    private static final String STATUS = "{\"center\":\"TEST-CENTER\",\"open\":true,\"time\":\"2026-11-22T13:40:00Z\"}";

    private static final VisitId VISIT = new VisitId("0123456789abcdef0123456789abcdef");
    private static final DocumentOrder ORDER = new DocumentOrder(
            new RequestId("00112233445566778899aabbccddeeff"), "02201", "residence-record", new TreeMap<>(), 1, 300);
    private static final VisitReport REPORT =
            new VisitReport(Optional.empty(), VisitReport.Result.NOT_ISSUED, 0, 0, 0, 0);

    // ── nobody, or somebody else ──

    @Test
    void status_nobodyListens_isUnreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertTrouble(
                CenterTrouble.UNREACHABLE,
                center(URI.create("https://localhost:" + port), SHORT).status());
    }

    @Test
    void status_unknownHost_isUnreachable() {
        assertTrouble(
                CenterTrouble.UNREACHABLE,
                center(URI.create("https://center.invalid:1"), SHORT).status());
    }

    @Test
    void status_serverUnderAnotherCa_isUntrusted() {
        TestPki.Identity sameName = TestPki.authority("CN=TLS CA, O=MADOGUCHI-TEST");
        try (ScriptedCenter server =
                new ScriptedCenter(ScriptedCenter.server(sameName, "localhost"), ScriptedCenter.KIOSK_CA, "TLSv1.3")) {
            Failed<?> failed = assertInstanceOf(Failed.class, center(server).status());
            assertEquals(CenterTrouble.UNTRUSTED, failed.trouble());
            assertTrue(failed.detail().startsWith("SSLHandshakeException: PKIX path"), failed.detail());
            assertEquals(0, server.seen.size());
        }
    }

    @Test
    void status_certificateForAnotherHost_isUntrusted() {
        TestPki.Identity elsewhere = ScriptedCenter.server(ScriptedCenter.TLS_CA, "elsewhere.example");
        try (ScriptedCenter server = new ScriptedCenter(elsewhere, ScriptedCenter.KIOSK_CA, "TLSv1.3")) {
            assertTrouble(CenterTrouble.UNTRUSTED, center(server).status());
            assertEquals(0, server.seen.size());
        }
    }

    @Test
    void status_serverWithTls12Only_isUntrusted() {
        try (ScriptedCenter server = new ScriptedCenter(ScriptedCenter.SERVER, ScriptedCenter.KIOSK_CA, "TLSv1.2")) {
            assertTrouble(CenterTrouble.UNTRUSTED, center(server).status());
        }
    }

    /** In TLS 1.3 the server's no comes after the handshake, when the request may be there: and the server is the right one. */
    @Test
    void status_serverDoesNotAcceptTheKiosk_isUncertain() {
        try (ScriptedCenter server = new ScriptedCenter(ScriptedCenter.SERVER, ScriptedCenter.TLS_CA, "TLSv1.3")) {
            assertTrouble(CenterTrouble.UNCERTAIN, center(server).status());
            assertEquals(0, server.seen.size());
        }
    }

    // ── half an answer, a late one, too much of one ──

    @Test
    void report_lineLostTwice_isUncertain() {
        try (ScriptedCenter server =
                new ScriptedCenter().then(HttpExchange::close).then(HttpExchange::close)) {
            assertTrouble(CenterTrouble.UNCERTAIN, center(server).report(VISIT, REPORT));
            assertEquals(2, server.seen.size());
        }
    }

    @Test
    void report_lineLostOnce_isSentAgainUnchanged() {
        try (ScriptedCenter server =
                new ScriptedCenter().then(HttpExchange::close).then(204, "")) {
            assertInstanceOf(Given.class, center(server).report(VISIT, REPORT));
            assertEquals(server.seen.get(0).body(), server.seen.get(1).body());
        }
    }

    /** The first time may have reached the center, so it is not that nothing was sent. */
    @Test
    void report_lineLostAndThenNobodyThere_isUncertain() {
        try (ScriptedCenter server = new ScriptedCenter()) {
            server.then(exchange -> server.stop());
            assertTrouble(CenterTrouble.UNCERTAIN, center(server).report(VISIT, REPORT));
            assertEquals(1, server.seen.size());
        }
    }

    /** The request was there before the line was touched: it is not that nothing was sent. */
    @Test
    void report_answerAlteredOnTheLine_isUncertain() {
        try (ScriptedCenter server = new ScriptedCenter();
                BentLine line = new BentLine(server.url())) {
            server.then(exchange -> {
                line.bend();
                exchange.sendResponseHeaders(204, -1);
            });
            assertTrouble(CenterTrouble.UNCERTAIN, center(line.url(), SHORT).report(VISIT, REPORT));
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void report_lineLostAndThenSomebodyElseThere_isUncertain() {
        try (ScriptedCenter server = new ScriptedCenter();
                BentLine line = new BentLine(server.url())) {
            server.then(exchange -> {
                line.bendNext();
                exchange.close();
            });
            assertTrouble(CenterTrouble.UNCERTAIN, center(line.url(), SHORT).report(VISIT, REPORT));
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void report_handshakeAltered_isUntrusted() {
        try (ScriptedCenter server = new ScriptedCenter();
                BentLine line = new BentLine(server.url())) {
            line.bend();
            assertTrouble(CenterTrouble.UNTRUSTED, center(line.url(), SHORT).report(VISIT, REPORT));
            assertEquals(0, server.seen.size());
        }
    }

    /** However often it is tried: nothing is sent to who hangs up before the handshake. */
    @Test
    void report_hungUpOnInTheHandshake_isSurelyNotSent() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> hangingUp = CompletableFuture.runAsync(() -> {
                while (true) {
                    try (Socket caller = door.accept()) {
                        caller.setSoLinger(true, 0); // resets the connection
                    } catch (IOException closed) {
                        return;
                    }
                }
            });

            Failed<?> failed = assertInstanceOf(
                    Failed.class,
                    center(URI.create("https://localhost:" + door.getLocalPort()), SHORT)
                            .report(VISIT, REPORT));
            assertTrue(failed.trouble().nothingWasSent(), failed.toString());
            assertFalse(hangingUp.isDone());
        }
    }

    /** It has the order, and is making the document. */
    @Test
    void document_beingMadeByACenterThatIsGoneThen_isUncertain() {
        try (ScriptedCenter server = new ScriptedCenter()) {
            server.then(exchange -> {
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.sendResponseHeaders(202, -1);
                server.stop();
            });
            assertTrouble(CenterTrouble.UNCERTAIN, center(server).requestDocument(VISIT, ORDER, () -> true));
            assertEquals(1, server.seen.size());
        }
    }

    @Test
    void status_bodyTruncated_isUncertain() {
        ScriptedCenter.Act half = exchange -> {
            exchange.sendResponseHeaders(200, STATUS.length());
            exchange.getResponseBody().write(STATUS.substring(0, 20).getBytes(US_ASCII));
        };
        try (ScriptedCenter server = new ScriptedCenter().then(half).then(half)) {
            assertTrouble(CenterTrouble.UNCERTAIN, center(server).status());
        }
    }

    @Test
    void status_bodyTooLarge_isGarbledAndNotReadToItsEnd() throws Exception {
        CompletableFuture<String> hungUp = new CompletableFuture<>();
        ScriptedCenter.Act endless = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 100_000; i++) {
                    exchange.getResponseBody().write(new byte[1000]);
                }
                hungUp.complete("read to its end");
            } catch (IOException closed) {
                hungUp.complete("hung up");
            }
        };
        String body = STATUS + " ".repeat(1001 - STATUS.length());
        try (ScriptedCenter server = new ScriptedCenter().then(200, body).then(endless)) {
            HttpsCenter center = center(server);

            assertTooLarge(center.status());
            assertTooLarge(center.status());
            assertEquals("hung up", hungUp.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void status_bodyAsLargeAsAllowed_isRead() {
        String body = STATUS + " ".repeat(1000 - STATUS.length());
        try (ScriptedCenter server = new ScriptedCenter().then(200, body)) {
            assertEquals("TEST-CENTER", given(center(server).status()).center());
        }
    }

    private static void assertTooLarge(CenterAnswer<?> answer) {
        Failed<?> failed = assertInstanceOf(Failed.class, answer);
        assertEquals(CenterTrouble.GARBLED, failed.trouble());
        assertEquals("TooLarge: more than 1000 bytes", failed.detail());
    }

    @Test
    void status_answerLate_isUncertainAndNeverTheNextOnesAnswer() {
        CountDownLatch late = new CountDownLatch(1);
        String another = STATUS.replace("TEST-CENTER", "ANOTHER");
        try (ScriptedCenter server = new ScriptedCenter()
                .then(exchange -> {
                    awaitQuietly(late);
                    exchange.sendResponseHeaders(200, STATUS.length());
                    exchange.getResponseBody().write(STATUS.getBytes(US_ASCII));
                })
                .then(200, another)) {
            HttpsCenter center = center(server.url(), IMPATIENT);

            assertTrouble(CenterTrouble.UNCERTAIN, center.status());
            late.countDown();
            assertEquals("ANOTHER", given(center.status()).center());
        } finally {
            late.countDown();
        }
    }

    @Test
    void status_bodyStallsAfterItsHeaders_isUncertain() {
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedCenter server = new ScriptedCenter().then(exchange -> {
            exchange.sendResponseHeaders(200, STATUS.length());
            exchange.getResponseBody().flush();
            awaitQuietly(over);
        })) {
            assertTrouble(
                    CenterTrouble.UNCERTAIN, center(server.url(), IMPATIENT).status());
        } finally {
            over.countDown();
        }
    }

    @Test
    void status_interrupted_isUncertainAndStaysInterrupted() {
        try (ScriptedCenter server = new ScriptedCenter().then(200, STATUS)) {
            HttpsCenter center = center(server);
            Thread.currentThread().interrupt();

            assertTrouble(CenterTrouble.UNCERTAIN, center.status());
            assertTrue(Thread.interrupted());
        }
    }

    // ── and the right one ──

    @Test
    void status_twice_usesOneConnection() {
        try (ScriptedCenter server = new ScriptedCenter().then(200, STATUS).then(200, STATUS)) {
            HttpsCenter center = center(server);

            assertEquals("TEST-CENTER", given(center.status()).center());
            assertEquals("TEST-CENTER", given(center.status()).center());
            assertEquals(
                    1L,
                    server.seen.stream()
                            .mapToInt(ScriptedCenter.Seen::from)
                            .distinct()
                            .count());
        }
    }

    @Test
    void kioskCertificate_isTheOneShownInTls() throws GeneralSecurityException {
        HttpsCenter center = center(URI.create("https://localhost:1"), SHORT);

        assertEquals(ScriptedCenter.KIOSK.certificate(), center.kioskCertificate());
    }

    // ── settings that cannot work ──

    @Test
    void settings_plainHttp_throws() {
        assertThrows(
                IllegalArgumentException.class,
                () -> settings(URI.create("http://localhost:1"), ScriptedCenter.keyStore(ScriptedCenter.KIOSK)));
    }

    @Test
    void of_identityWithoutOrWithTwoKeys_throws() {
        URI url = URI.create("https://localhost:1");

        assertThrows(GeneralSecurityException.class, () -> HttpsCenter.of(settings(url, ScriptedCenter.keyStore())));
        assertThrows(
                GeneralSecurityException.class,
                () -> HttpsCenter.of(
                        settings(url, ScriptedCenter.keyStore(ScriptedCenter.KIOSK, ScriptedCenter.SERVER))));
    }

    @Test
    void settings_inWords_showNoPassword() {
        URI url = URI.create("https://localhost:1");

        assertEquals(
                "Settings[url=https://localhost:1]",
                settings(url, ScriptedCenter.keyStore(ScriptedCenter.KIOSK)).toString());
    }

    @Test
    void of_noTlsAnchor_throws() {
        KeyStore identity = ScriptedCenter.keyStore(ScriptedCenter.KIOSK);
        HttpsCenter.Settings settings =
                new HttpsCenter.Settings(URI.create("https://localhost:1"), identity, new char[0], Set.of(), SHORT);

        assertThrows(GeneralSecurityException.class, () -> HttpsCenter.of(settings));
    }

    private static HttpsCenter center(ScriptedCenter server) {
        return center(server.url(), SHORT);
    }

    private static HttpsCenter center(URI url, HttpsCenter.Limits limits) {
        try {
            KeyStore identity = ScriptedCenter.keyStore(ScriptedCenter.KIOSK);
            return HttpsCenter.of(new HttpsCenter.Settings(
                    url, identity, new char[0], Set.of(ScriptedCenter.TLS_CA.certificate()), limits));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpsCenter.Settings settings(URI url, KeyStore identity) {
        return new HttpsCenter.Settings(url, identity, new char[0], Set.of(ScriptedCenter.TLS_CA.certificate()), SHORT);
    }

    private static CenterStatus given(CenterAnswer<CenterStatus> answer) {
        if (answer instanceof Given<CenterStatus> given) {
            return given.value();
        }
        throw new AssertionError(answer.toString());
    }

    private static void assertTrouble(CenterTrouble expected, CenterAnswer<?> answer) {
        Failed<?> failed = assertInstanceOf(Failed.class, answer);
        assertEquals(expected, failed.trouble(), failed.detail());
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IOException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
