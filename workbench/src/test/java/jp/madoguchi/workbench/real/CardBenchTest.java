package jp.madoguchi.workbench.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How many commands certificate, PIN and signature take, as the card counts them. */
@Timeout(60)
final class CardBenchTest {
    @TempDir
    private Path dir;

    @Test
    void driver_besideOpenSc_sendsWhatItMustAndOpenScMore() throws Exception {
        List<CardBench.Result> results = CardBench.run(dir, Duration.ZERO, 1);
        int blocks;
        try (InputStream pem = Files.newInputStream(dir.resolve("cards/aomori-hanako/auth.pem"))) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            blocks = (certificate.getEncoded().length + 255) / 256;
        }
        int ours = results.get(0).commands();
        // Twice SELECT of the application, token info, tries, VERIFY, SIGN, and the certificate block by block.
        assertEquals(6 + blocks, ours);
        assertTrue(results.get(1).commands() > ours, () -> "OpenSC, its driver named: " + results.get(1));
        assertTrue(results.get(2).commands() >= results.get(1).commands(), () -> "as it comes: " + results.get(2));
    }
}
