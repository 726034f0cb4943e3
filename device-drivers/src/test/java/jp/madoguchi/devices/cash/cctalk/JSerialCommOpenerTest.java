package jp.madoguchi.devices.cash.cctalk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real pair of pseudo-terminals, made by socat. */
@Timeout(30)
final class JSerialCommOpenerTest {
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final JSerialCommOpener opener = new JSerialCommOpener();

    @TempDir
    private Path dir;

    private Process socat;
    private String near;
    private String far;

    @BeforeEach
    void connect() throws IOException {
        near = dir.resolve("near").toString();
        far = dir.resolve("far").toString();
        try {
            socat = new ProcessBuilder("socat", "-d", "-d", "pty,raw,echo=0,link=" + near, "pty,raw,echo=0,link=" + far)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("this test needs socat: apt-get install socat", e);
        }
        BufferedReader said = new BufferedReader(new InputStreamReader(socat.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.contains("starting data transfer loop")) {
            line = said.readLine();
        }
        assertTrue(line != null, "socat makes no pair of pseudo-terminals");
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        socat.destroy();
        assertTrue(socat.waitFor(5, TimeUnit.SECONDS));
    }

    @Test
    void open_noSuchPort_throws() {
        assertThrows(IOException.class, () -> opener.open(dir.resolve("nowhere").toString()));
    }

    @Test
    void open_alreadyOpen_throws() throws IOException {
        try (SerialLine first = opener.open(near)) {
            first.write(new byte[] {1});
            assertThrows(IOException.class, () -> opener.open(near));
        }
    }

    @Test
    void read_nothingComes_isZero() throws IOException {
        try (SerialLine line = opener.open(near)) {
            assertEquals(0, line.read(new byte[10], SHORT));
            assertEquals(0, line.read(new byte[10], Duration.ZERO));
        }
    }

    @Test
    void read_hungUp_throwsAndOpensAgainLater() throws IOException, InterruptedException {
        try (SerialLine line = opener.open(near)) {
            disconnect();
            assertThrows(IOException.class, () -> {
                line.write(new byte[] {1}); // a dead line may still swallow bytes: reading tells
                assertEquals(0, line.read(new byte[10], LONG));
            });
        }
        connect();
        try (SerialLine again = opener.open(near)) {
            assertEquals(0, again.read(new byte[10], SHORT));
        }
    }

    @Test
    void write_everyByteValue_arrivesUnchanged() throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (SerialLine one = opener.open(near);
                SerialLine other = opener.open(far)) {
            one.write(all);
            assertArrayEquals(all, read(other, all.length));
            other.write(new byte[] {0, 17, 19, (byte) 255});
            assertArrayEquals(new byte[] {0, 17, 19, (byte) 255}, read(one, 4));
        }
    }

    private static byte[] read(SerialLine line, int length) throws IOException {
        byte[] all = new byte[length];
        int count = 0;
        while (count < length) {
            byte[] chunk = new byte[length - count];
            int more = line.read(chunk, LONG);
            assertTrue(more > 0, "only " + count + " bytes came");
            System.arraycopy(chunk, 0, all, count, more);
            count += more;
        }
        return all;
    }
}
