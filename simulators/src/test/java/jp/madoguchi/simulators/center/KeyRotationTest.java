package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
    @TempDir
    private Path dir;

    private TestTown town;

    @BeforeEach
    void town_built() throws IOException, GeneralSecurityException {
        town = new TestTown(dir);
    }

    @AfterEach
    void town_closed() {
        town.close();
    }

    @Test
    void signer_neverAnnounced_throws() {
        assertThrows(IllegalStateException.class, town.center.rotation()::changeSigner);
        assertThrows(IllegalStateException.class, town.center.rotation()::retireSigner);
    }

    @Test
    void signer_rotated_bothTrustedUntilTheOldIsRetired()
            throws IOException, InterruptedException, GeneralSecurityException {
        X509Certificate first = signer();
        assertEquals(1, anchors());
        town.center.rotation().announceSigner();
        assertEquals(2, anchors());
        assertEquals(first, signer());
        town.center.rotation().changeSigner();
        X509Certificate second = signer();
        assertNotEquals(first, second);
        assertEquals(2, anchors());
        town.center.rotation().retireSigner();
        assertEquals(1, anchors());
        assertEquals(second, signer());
        second.verify(CertificateFile.read(dir.resolve("center-signer-ca.pem")).getPublicKey());
        town.close();
        try (CenterSimulator again = CenterSimulator.start(dir, 0)) {
            assertTrue(again.url().getPort() > 0);
            second.verify(
                    CertificateFile.read(dir.resolve("center-signer-ca.pem")).getPublicKey());
        }
    }

    @Test
    void kiosk_rotated_bothServedUntilTheOldIsRetired()
            throws IOException, InterruptedException, GeneralSecurityException {
        town.center.rotation().announceKiosk();
        KeyStore next = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(dir.resolve("kiosk-next.p12"))) {
            next.load(file, TestKiosk.password(dir));
        }
        TestKiosk fresh = TestKiosk.of(next, TestKiosk.password(dir), dir, town.center.url());
        assertEquals(town.kiosk.id(), fresh.id());
        String visit = town.newId();
        byte[] nonce = town.kiosk.open(visit);
        // T names the other certificate than the connection's: the visit stays with the key that it began with.
        Attempt crossed = new Attempt(fresh, visit, nonce, town.hanako, TestCard.keys("EC", 256), town.clock.instant());
        assertEquals("403 wrong-kiosk", town.send(crossed).reason());

        assertEquals(200, fresh.put("/v1/visits/" + town.newId(), null).status());
        assertEquals(200, town.kiosk.put("/v1/visits/" + town.newId(), null).status());
        town.center.rotation().retireKiosk(HexFormat.of().formatHex(Attempt.sha256(town.kiosk.certificate())));
        assertEquals(
                "403 wrong-kiosk",
                town.kiosk.put("/v1/visits/" + town.newId(), null).reason());
        Map<String, String> question =
                Map.of("issuerNameHash", "00".repeat(32), "issuerKeyHash", "00".repeat(32), "serialNumber", "b01");
        assertEquals(
                "403 wrong-kiosk",
                town.kiosk.post("/v1/certificate-status", question).reason());
        assertEquals(
                "403 certificate-unknown-issuer",
                fresh.post("/v1/certificate-status", question).reason());
        assertEquals(200, fresh.put("/v1/visits/" + town.newId(), null).status());
    }

    private X509Certificate signer() throws IOException, InterruptedException, GeneralSecurityException {
        TestTown.Visit visit = town.authenticated(town.hanako);
        OpenedDocument document = new OpenedDocument(town.kiosk
                .put(visit.path() + "/documents/" + town.newId(), TestTown.asks(TestTown.PLAIN))
                .body());
        assertTrue(document.signatureHolds);
        return document.signer;
    }

    private int anchors() throws IOException {
        return Files.readString(dir.resolve("center-signer-ca.pem")).split("BEGIN CERTIFICATE", -1).length - 1;
    }
}
