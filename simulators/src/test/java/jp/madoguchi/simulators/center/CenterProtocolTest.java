package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CenterProtocolTest {
    private static final String VISIT = "0123456789abcdef0123456789abcdef";

    @TempDir
    private static Path dir;

    private static TestTown town;

    @BeforeAll
    static void town_built() throws IOException, GeneralSecurityException {
        town = new TestTown(dir);
    }

    @AfterAll
    static void town_closed() {
        town.close();
    }

    @Test
    void tls_noClientCertificate_refused() throws IOException, GeneralSecurityException {
        SSLContext nobody = TestKiosk.tls(Optional.empty(), new char[0], dir.resolve("center-tls-ca.pem"));
        assertThrows(IOException.class, () -> statusLine(nobody, "TLSv1.3"));
    }

    @Test
    void tls_clientCertificateOfAnotherAuthority_refused(@TempDir Path other)
            throws IOException, GeneralSecurityException {
        CenterSimulator.start(other, 0).close();
        assertThrows(IOException.class, () -> statusLine(kioskTls(other), "TLSv1.3"));
    }

    @Test
    void tls_version12_refused() throws IOException, GeneralSecurityException {
        SSLContext kiosk = kioskTls(dir);
        assertThrows(IOException.class, () -> statusLine(kiosk, "TLSv1.2"));
        assertEquals("HTTP/1.1 200 OK", statusLine(kiosk, "TLSv1.3"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404",
        "GET, /, 404",
        "POST, /v1/status, 405",
        "GET, /v1/status?x=1, 400",
        "PUT, /v1/visits/0123, 400",
        "PUT, /v1/visits/0123456789ABCDEF0123456789ABCDEF, 400",
        "PUT, /v1/visits/, 400",
        "GET, /v1/visits/0123456789abcdef0123456789abcdef, 405",
        "GET, /v1/visits/0123456789abcdef0123456789abcdef/authentication, 405",
        "POST, /v1/visits/0123456789abcdef0123456789abcdef/catalogue, 405"
    })
    void call_notDescribed_malformed(String method, String path, int status) throws IOException, InterruptedException {
        TestKiosk.Reply reply = town.kiosk.send(method, path, null);
        assertEquals(status + " malformed", reply.reason());
        assertEquals("application/problem+json", reply.type());
        assertEquals("urn:madoguchi:problem", reply.body().path("type").asText());
        assertEquals(status, reply.body().path("status").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {}",
                "application/json | [1]",
                "application/json | \"t\"",
                "application/json | {\"t\":\"AA==\"",
                "application/json | {\"t\":\"AA==\",\"t\":\"AA==\",\"signature\":\"\",\"certificate\":\"\",\"publicKey\":\"\"}",
                "application/json | {\"t\":\"AA==\",\"signature\":\"\",\"certificate\":\"\",\"publicKey\":\"\"} {}",
                "application/json | {\"t\":\"AA\",\"signature\":\"\",\"certificate\":\"\",\"publicKey\":\"\"}",
                "application/json | {\"t\":\"AB==\",\"signature\":\"\",\"certificate\":\"\",\"publicKey\":\"\"}",
                "application/json | {\"t\":\"A_==\",\"signature\":\"\",\"certificate\":\"\",\"publicKey\":\"\"}",
                "application/json | {\"t\":7,\"signature\":\"\",\"certificate\":\"\",\"publicKey\":\"\"}",
                "application/json | \uFEFF{\"t\":\"\",\"signature\":\"\",\"certificate\":\"\",\"publicKey\":\"\"}",
                "application/json | {\"t\":\"\",\"signature\":\"\",\"certificate\":\"\",\"publicKey\":\"\",\"more\":\"\"}"
            })
    void body_notAsDescribed_malformed(String type, String body) throws IOException, InterruptedException {
        assertEquals("400 malformed", post(type, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void body_wrongTypeSizeOrEncoding_malformed() throws IOException, InterruptedException {
        assertEquals("415 malformed", post("text/plain", Attempt.ascii("{}")));
        assertEquals("413 malformed", post("application/json", new byte[64 * 1024 + 1]));
        assertEquals("400 malformed", post("application/json", "{}".getBytes(StandardCharsets.UTF_16)));
        assertEquals("400 malformed", post("application/json", new byte[] {'{', '"', (byte) 0xFF, '"', '}'}));
        assertEquals(
                "400 malformed",
                town.kiosk
                        .send("PUT", "/v1/visits/" + VISIT, "application/json", Attempt.ascii("{}"))
                        .reason());
    }

    @Test
    void visit_ofAnotherKiosk_wrongKiosk() throws IOException, InterruptedException, GeneralSecurityException {
        // The same center, asked by two kiosks that it gave an identity to, one after the other.
        Path shared = dir.resolve("shared");
        CenterSimulator.start(CenterSettings.in(shared).withKiosk("K-0002")).close();
        KeyStore second = TestKiosk.identity(shared);
        char[] password = TestKiosk.password(shared);
        try (CenterSimulator center = CenterSimulator.start(shared, 0)) {
            TestKiosk first = TestKiosk.of(shared, center.url());
            String visit = "/v1/visits/" + VISIT;
            assertEquals(200, first.put(visit, null).status());
            TestKiosk other = TestKiosk.of(second, password, shared, center.url());
            assertEquals("409 wrong-kiosk", other.put(visit, null).reason());
            assertEquals("403 wrong-kiosk", other.get(visit + "/catalogue").reason());
            assertEquals(
                    "403 wrong-kiosk", other.put(visit + "/outcome", outcome()).reason());
            assertEquals(List.of(), center.records());
        }
    }

    @Test
    void openVisit_answer_carriesNonceForSixtySeconds() throws IOException, InterruptedException {
        TestKiosk.Reply reply = town.kiosk.put("/v1/visits/" + town.newId(), null);
        assertEquals(200, reply.status());
        assertEquals("TEST-CENTER", reply.body().path("center").asText());
        assertEquals(44, reply.body().path("nonce").asText().length());
        assertEquals(
                town.clock.instant().plusSeconds(60),
                Instant.parse(reply.body().path("expires").asText()));
    }

    @Test
    void outcome_wrong_refusedAndNotRecorded() throws IOException, InterruptedException {
        String path = "/v1/visits/" + town.newId() + "/outcome";
        for (Map.Entry<String, Object> wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("kept", 301),
                Map.entry("owed", -1),
                Map.entry("result", "perhaps"),
                Map.entry("request", "00"),
                Map.entry("name", "nobody"))) {
            Map<String, Object> body = outcome();
            body.put(wrong.getKey(), wrong.getValue());
            assertEquals("400 malformed", town.kiosk.put(path, body).reason(), wrong.getKey());
        }
        assertTrue(town.center.records().stream().noneMatch(record -> path.contains(record.visit())));
    }

    @Test
    void outcome_otherThanBefore_conflict() throws IOException, InterruptedException {
        String visit = town.newId();
        String path = "/v1/visits/" + visit + "/outcome";
        assertEquals(204, town.kiosk.put(path, outcome()).status());
        assertEquals(204, town.kiosk.put(path, outcome()).status());
        Map<String, Object> other = outcome();
        other.put("result", "unknown");
        assertEquals("409 outcome-conflict", town.kiosk.put(path, other).reason());
        assertEquals(
                List.of(new OutcomeRecord(
                        "K-0001", visit, Optional.of(VISIT), OutcomeRecord.Result.PRINTED, 500, 300, 200, 0)),
                town.center.records().stream()
                        .filter(record -> record.visit().equals(visit))
                        .toList());
    }

    private static Map<String, Object> outcome() {
        Map<String, Object> body = new HashMap<>();
        body.put("request", VISIT);
        body.put("result", "printed");
        body.put("inserted", 500);
        body.put("kept", 300);
        body.put("returned", 200);
        body.put("owed", 0);
        return body;
    }

    private static String post(String type, byte[] body) throws IOException, InterruptedException {
        return town.kiosk
                .send("POST", "/v1/visits/" + VISIT + "/authentication", type, body)
                .reason();
    }

    private static SSLContext kioskTls(Path folder) throws IOException, GeneralSecurityException {
        KeyStore own = TestKiosk.identity(folder);
        return TestKiosk.tls(Optional.of(own), TestKiosk.password(folder), dir.resolve("center-tls-ca.pem"));
    }

    /** The first line of the answer to a status call; a failed handshake shows here at the latest. */
    private static String statusLine(SSLContext tls, String version) throws IOException {
        int port = town.center.url().getPort();
        try (Socket socket = tls.getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(5000);
            ((SSLSocket) socket).setEnabledProtocols(new String[] {version});
            socket.getOutputStream()
                    .write(Attempt.ascii("GET /v1/status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElseThrow(() -> new IOException("no answer"));
        }
    }
}
