package jp.madoguchi.simulators.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An independent client's verdict: CUPS' ipptool and its conformance suites (Debian: cups-ipp-utils). */
class IppToolTest {
    private static final Path SUITES = Path.of("/usr/share/cups/ipptool");

    @TempDir
    Path dir;

    private PrinterSimulator printer;

    @BeforeEach
    void start() throws IOException {
        if (!Files.isDirectory(SUITES)) {
            fail("ipptool is missing: apt-get install cups-ipp-utils");
        }
        printer = PrinterSimulator.start(dir, 0);
    }

    @AfterEach
    void stop() {
        printer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get-printer-attributes", "validate-job", "create-job", "print-job", "ipp-1.1", "ipp-2.0"})
    void suite_ofCups_passes(String suite) throws Exception {
        // The suites look for their sample document beside the place they are started from.
        Path document = Files.write(dir.resolve("document-a4.pdf"), IppClient.pdf(3));
        File output = dir.resolve("ipptool.txt").toFile();
        Process ipptool = new ProcessBuilder(
                        "ipptool",
                        "-t",
                        "-f",
                        document.toString(),
                        printer.uri().toString(),
                        SUITES.resolve(suite + ".test").toString())
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            assertTrue(ipptool.waitFor(60, TimeUnit.SECONDS), "ipptool does not come to an end");
        } finally {
            ipptool.destroyForcibly();
        }

        assertEquals(0, ipptool.exitValue(), Files.readString(output.toPath()));
    }
}
