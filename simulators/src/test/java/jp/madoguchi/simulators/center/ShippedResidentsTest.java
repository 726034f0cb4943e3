package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.HexFormat;
import jp.madoguchi.simulators.CardOffice;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everyone who comes with the simulators, with the card that comes with them, before the center that comes with them. */
class ShippedResidentsTest {
    @TempDir
    private static Path dir;

    private static CenterSimulator center;
    private static TestKiosk kiosk;
    private static int visits;

    @BeforeAll
    static void town_built() throws IOException, GeneralSecurityException {
        CardOffice.supply(dir);
        center = CenterSimulator.start(dir, 0);
        kiosk = TestKiosk.of(dir, center.url());
    }

    @AfterAll
    static void town_closed() {
        center.close();
    }

    @ParameterizedTest
    @CsvSource({
        "shikko-nanae,       403 certificate-revoked",
        "teishi-yae,         403 certificate-suspended",
        "shinki-kumi,        403 certificate-unknown-yet",
        "special-expired,    403 certificate-expired",
        "special-unknown-ca, 403 certificate-unknown-issuer",
        "special-android,    200 2",
        "futaba-wakaba,      403 resident-under-15",
        "tenshutsu-saburo,   403 resident-transferred-out",
        "mukashi-goro,       403 resident-deceased",
        "kyohi-jiro,         403 resident-refused",
        "gaiji-rokuro,       200 0",
        "mihon-inna,         200 1",
        "mishinkoku-toya,    200 3",
        "jugemu-chosuke,     200 2",
        "sample-anna,        200 5",
        "katsuragi-mihon,    200 2",
        "kakuu-ichiro,       200 8",
        "yoshida-takashi,    200 8",
        "aomori-hanako,      200 8"
    })
    void resident_authenticates_refusedOrOfferedSoMany(String id, String expected)
            throws IOException, InterruptedException {
        assertEquals(expected, authenticate(id));
    }

    @ParameterizedTest
    @CsvSource({"shikko-nanae, 403 certificate-revoked", "teishi-yae, 403 certificate-suspended", "aomori-hanako, 200 8"
    })
    void resident_noResponder_sameByTheAuthoritysList(String id, String expected)
            throws IOException, InterruptedException {
        center.faults().serveStatus(false, true);
        try {
            assertEquals(expected, authenticate(id));
        } finally {
            center.faults().serveStatus(true, true);
        }
    }

    private static String authenticate(String id) throws IOException, InterruptedException {
        Path card = dir.resolve("cards").resolve(id);
        TestCard holder = new TestCard(key(card.resolve("auth.key")), CertificateFile.read(card.resolve("auth.pem")));
        String visit = HexFormat.of().toHexDigits(++visits, 16).repeat(2);
        Attempt attempt = new Attempt(kiosk, visit, kiosk.open(visit), holder, TestCard.keys("EC", 256), Instant.now());
        TestKiosk.Reply reply = kiosk.post("/v1/visits/" + visit + "/authentication", attempt.body());
        return reply.status() == 200 ? "200 " + reply.body().path("offers").size() : reply.reason();
    }

    private static PrivateKey key(Path file) throws IOException {
        try (PEMParser pem = new PEMParser(new FileReader(file.toFile(), StandardCharsets.US_ASCII))) {
            return new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) pem.readObject());
        }
    }
}
