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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many commands certificate, PIN and signature take, as the card counts them. */
@Timeout(60)
final class CardBenchTest {
    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource({"15, 1.10, 166, true", "15, 1.10, 165, false", "15, 1.20, 166, false", "0, 1.10, 166, false"})
    void tooSlow_medianOfTenCommands_isAboveTheLimit(int delay, double limit, int millis, boolean slow) {
        CardBench.Result driver =
                new CardBench.Result("driver", 10, List.of(1_000_000L, millis * 1_000_000L, 900_000_000L));
        assertEquals(slow, CardBench.tooSlow(driver, delay, limit));
    }

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
