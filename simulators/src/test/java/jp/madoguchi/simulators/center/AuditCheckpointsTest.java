package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The center keeps what a kiosk signed of its audit log, and never another in its place. */
class AuditCheckpointsTest {
    private static final String HASH = "5".repeat(64);

    @TempDir
    private Path dir;

    private TestTown town;
    private PrivateKey key;
    private X509Certificate certificate;

    @BeforeEach
    void town_built() throws IOException, GeneralSecurityException {
        town = new TestTown(dir);
        char[] password =
                Files.readString(dir.resolve("kiosk.p12.password")).strip().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(dir.resolve("kiosk.p12"))) {
            store.load(file, password);
        }
        String alias = store.aliases().nextElement();
        key = (PrivateKey) store.getKey(alias, password);
        certificate = (X509Certificate) store.getCertificate(alias);
    }

    @AfterEach
    void town_closed() {
        town.close();
    }

    private static String content(String kiosk, int sequence, String hash) {
        return "{\"purpose\":\"MADOGUCHI-AUDIT-CHECKPOINT-V1\",\"kiosk\":\"" + kiosk + "\",\"seq\":" + sequence
                + ",\"at\":\"2026-11-22T13:40:00Z\",\"hash\":\"" + hash + "\"}";
    }

    private byte[] signed(String content, PrivateKey by) throws IOException, GeneralSecurityException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(by), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
            return generator.generate(new CMSProcessableByteArray(bytes), true).getEncoded("DER");
        } catch (CMSException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private TestKiosk.Reply put(int sequence, byte[] signed) throws IOException, InterruptedException {
        return town.kiosk.put(
                "/v1/audit-checkpoints/" + sequence,
                Map.of("checkpoint", Base64.getEncoder().encodeToString(signed)));
    }

    @Test
    void checkpoint_signedByThePeer_isKeptAsAFile() throws Exception {
        byte[] first = signed(content("K-0001", 3, HASH), key);
        assertEquals(204, put(3, first).status());
        assertEquals(204, put(3, first).status(), "said again");
        assertEquals(204, put(9, signed(content("K-0001", 9, HASH), key)).status());
        assertArrayEquals(first, Files.readAllBytes(dir.resolve("audit-checkpoints/K-0001-000000000003.p7s")));
    }

    @Test
    void checkpoint_thatContradictsAnEarlierOne_isRefused() throws Exception {
        assertEquals(204, put(9, signed(content("K-0001", 9, HASH), key)).status());
        assertEquals(
                "409 checkpoint-conflict",
                put(9, signed(content("K-0001", 9, "6".repeat(64)), key)).reason());
        assertEquals(
                "409 checkpoint-conflict",
                put(4, signed(content("K-0001", 4, HASH), key)).reason(),
                "the log went back");
    }

    @Test
    void checkpoint_notOfThePeer_isRefused() throws Exception {
        assertEquals(
                "403 wrong-kiosk",
                put(3, signed(content("K-0002", 3, HASH), key)).reason());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair other = generator.generateKeyPair();
        assertEquals(
                "403 bad-signature",
                put(3, signed(content("K-0001", 3, HASH), other.getPrivate())).reason());
        byte[] altered = signed(content("K-0001", 3, HASH), key);
        String latin = new String(altered, StandardCharsets.ISO_8859_1).replace(HASH, "6".repeat(64));
        assertEquals(
                "403 bad-signature",
                put(3, latin.getBytes(StandardCharsets.ISO_8859_1)).reason());
    }

    @Test
    void checkpoint_thatIsNone_isMalformed() throws Exception {
        assertEquals(
                "400 malformed", put(4, signed(content("K-0001", 3, HASH), key)).reason(), "another number");
        assertEquals("400 malformed", put(3, signed("{}", key)).reason());
        assertEquals("400 malformed", put(3, new byte[] {1, 2, 3}).reason());
        assertEquals(
                "400 malformed", put(0, signed(content("K-0001", 0, HASH), key)).reason());
        assertEquals(
                "400 malformed",
                town.kiosk
                        .put("/v1/audit-checkpoints/3", Map.of("checkpoint", "AAAA", "name", "nobody"))
                        .reason());
        assertTrue(Files.notExists(dir.resolve("audit-checkpoints")));
    }
}
