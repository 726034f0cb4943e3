package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CenterFaultsTest {
    @TempDir
    private static Path dir;

    private static TestTown town;
    private static CenterFaults faults;

    @BeforeAll
    static void town_built() throws IOException, GeneralSecurityException {
        town = new TestTown(dir);
        faults = town.center.faults();
    }

    @AfterEach
    void faults_healed() throws IOException {
        faults.restore();
        faults.delay(Duration.ZERO);
        faults.truncate(false);
        faults.open();
        faults.answerHonestly();
        faults.tampering().stop();
    }

    @AfterAll
    static void town_closed() {
        town.close();
    }

    @Test
    void cut_connections_refusedUntilRestored() throws IOException, InterruptedException {
        assertEquals(200, town.kiosk.get("/v1/status").status());
        faults.cut();
        assertThrows(ConnectException.class, () -> town.kiosk.get("/v1/status"));
        faults.restore();
        assertEquals(200, town.kiosk.get("/v1/status").status());
    }

    @Test
    void cut_answerUnderWay_connectionBreaks() throws InterruptedException {
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            faults.delay(Duration.ofSeconds(30));
            Future<TestKiosk.Reply> reply = caller.submit(() -> town.kiosk.get("/v1/status"));
            assertThrows(TimeoutException.class, () -> reply.get(500, TimeUnit.MILLISECONDS));
            faults.cut();
            ExecutionException broken = assertThrows(ExecutionException.class, () -> reply.get(5, TimeUnit.SECONDS));
            assertTrue(broken.getCause() instanceof IOException);
        } finally {
            caller.shutdownNow();
        }
    }

    @Test
    void close_service_refusesVisitsButTakesOutcomes() throws IOException, InterruptedException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        faults.close("本日の受付は終了しました。");
        JsonNode status = town.kiosk.get("/v1/status").body();
        assertFalse(status.path("open").asBoolean(true));
        assertEquals("本日の受付は終了しました。", status.at("/notice/ja").asText());
        assertEquals("503 closed", town.kiosk.get(visit.path() + "/catalogue").reason());
        assertEquals(
                "503 closed", town.kiosk.put("/v1/visits/" + town.newId(), null).reason());
        Map<String, Object> outcome =
                Map.of("result", "not-issued", "inserted", 0, "kept", 0, "returned", 0, "owed", 0);
        assertEquals(204, town.kiosk.put(visit.path() + "/outcome", outcome).status());
        faults.open();
        assertTrue(town.kiosk.get("/v1/status").body().path("open").asBoolean());
        assertEquals(200, town.kiosk.get(visit.path() + "/catalogue").status());
    }

    @Test
    void truncate_answer_breaksOff() throws IOException, InterruptedException {
        faults.truncate(true);
        assertThrows(IOException.class, () -> town.kiosk.get("/v1/status"));
        faults.truncate(false);
        assertEquals(200, town.kiosk.get("/v1/status").status());
    }

    @Test
    void refuse_operation_saysTheReason() throws IOException, InterruptedException {
        faults.refuse(Operation.STATUS, Reason.UNAVAILABLE);
        assertEquals("503 unavailable", town.kiosk.get("/v1/status").reason());
        faults.accept(Operation.STATUS);
        assertEquals(200, town.kiosk.get("/v1/status").status());
    }

    @Test
    void alterAnswer_nonce_asTold() throws IOException, InterruptedException {
        faults.alterAnswer(Operation.OPEN_VISIT, body -> {
            body.put("nonce", "AAAA");
            return body;
        });
        assertEquals(3, town.kiosk.open(town.newId()).length);
        faults.leaveAnswer(Operation.OPEN_VISIT);
        assertEquals(32, town.kiosk.open(town.newId()).length);
    }

    @Test
    void alterManifest_member_legitimatelySigned() throws IOException, InterruptedException, GeneralSecurityException {
        faults.tampering().alterManifest(members -> {
            members.put("kiosk", "K-9999");
            return members;
        });
        OpenedDocument document = document(town.authenticated(town.hanako));
        assertTrue(document.signatureHolds);
        assertTrue(document.signerIsOf(dir.resolve("center-signer-ca.pem")));
        assertEquals("K-9999", document.manifest.path("kiosk").asText());
    }

    @Test
    void alterManifestText_memberTwice_signedAsItIs()
            throws IOException, InterruptedException, GeneralSecurityException {
        faults.tampering()
                .alterManifestText(json -> new String(json, StandardCharsets.UTF_8)
                        .replaceFirst("\\{", "{\"version\":1,")
                        .getBytes(StandardCharsets.UTF_8));
        OpenedDocument document = document(town.authenticated(town.hanako));
        assertTrue(document.signatureHolds);
        assertTrue(document.manifestText.startsWith("{\"version\":1,\"version\":1,"));
    }

    @Test
    void alterPages_swapped_differFromTheirHashes() throws IOException, InterruptedException, GeneralSecurityException {
        faults.tampering().alterPages(pages -> {
            List<byte[]> swapped = new ArrayList<>(pages);
            swapped.add(new byte[] {1});
            Collections.reverse(swapped);
            return swapped;
        });
        TestTown.Visit visit = town.authenticated(town.hanako);
        OpenedDocument document = document(visit);
        assertEquals(1, document.manifest.path("pages").size());
        assertEquals(2, document.pages(visit.key()).size());
        assertEquals(
                OpenedDocument.hex(document.envelope),
                document.manifest.path("ciphertext").asText());
    }

    @Test
    void alterEnvelope_oneBit_hashDiffers() throws IOException, InterruptedException, GeneralSecurityException {
        faults.tampering().alterEnvelope(envelope -> {
            envelope[envelope.length - 1] ^= 1;
            return envelope;
        });
        TestTown.Visit visit = town.authenticated(town.hanako);
        OpenedDocument document = document(visit);
        assertNotEquals(
                OpenedDocument.hex(document.envelope),
                document.manifest.path("ciphertext").asText());
        assertThrows(IOException.class, () -> document.pages(visit.key()));
    }

    @ParameterizedTest
    @EnumSource(Tampering.Signer.class)
    void signBy_other_isWhatItSays(Tampering.Signer signer)
            throws IOException, InterruptedException, GeneralSecurityException {
        faults.tampering().signBy(signer);
        OpenedDocument document = document(town.authenticated(town.hanako));
        boolean ofSigners = document.signerIsOf(dir.resolve("center-signer-ca.pem"));
        boolean ofTls = document.signerIsOf(dir.resolve("center-tls-ca.pem"));
        boolean forDocuments = document.signer.getExtendedKeyUsage().contains("1.3.6.1.5.5.7.3.36");
        boolean current = document.signer.getNotAfter().toInstant().isAfter(town.clock.instant());
        assertTrue(document.signatureHolds);
        assertEquals(
                switch (signer) {
                    case LEGITIMATE -> List.of(true, false, true, true);
                    case STRANGER -> List.of(false, false, true, true);
                    case TLS_SERVER -> List.of(false, true, false, true);
                    case OTHER_PURPOSE -> List.of(true, false, false, true);
                    case EXPIRED -> List.of(true, false, true, false);
                },
                List.of(ofSigners, ofTls, forDocuments, current));
    }

    @Test
    void answerWith_earlierRequest_isReplayed() throws IOException, InterruptedException {
        TestTown.Visit first = town.authenticated(town.hanako);
        String earlier = town.newId();
        TestKiosk.Reply given = ask(first, earlier);
        TestTown.Visit second = town.authenticated(town.hanako);
        faults.answerWith(earlier);
        assertEquals(given, ask(second, town.newId()));
        faults.answerHonestly();
        assertNotEquals(given, ask(second, town.newId()));
    }

    @Test
    void tls_centerOfAnotherPki_notTrusted(@TempDir Path other) throws IOException, GeneralSecurityException {
        try (CenterSimulator impostor = CenterSimulator.start(other, 0)) {
            TestKiosk kiosk = TestKiosk.of(dir, impostor.url());
            assertThrows(IOException.class, () -> kiosk.get("/v1/status"));
        }
    }

    private static OpenedDocument document(TestTown.Visit visit)
            throws IOException, InterruptedException, GeneralSecurityException {
        return new OpenedDocument(ask(visit, town.newId()).body());
    }

    private static TestKiosk.Reply ask(TestTown.Visit visit, String request) throws IOException, InterruptedException {
        return town.kiosk.put(visit.path() + "/documents/" + request, TestTown.asks(TestTown.PLAIN));
    }
}
