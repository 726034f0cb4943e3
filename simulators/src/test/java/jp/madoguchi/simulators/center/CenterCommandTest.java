package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CenterCommandTest {
    @TempDir
    private Path dir;

    private final StringWriter errors = new StringWriter();
    private final Lines lines = new Lines();
    private final PipedOutputStream typing = new PipedOutputStream();
    private final ExecutorService runner = Executors.newSingleThreadExecutor();

    @AfterEach
    void runner_ended() {
        runner.shutdownNow();
    }

    @Test
    void start_portInUse_oneLineAndOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertEquals(1, command().execute("--dir", dir.toString(), "--port", port));
            assertEquals("center: port " + port + " is in use\n", errors.toString());
        }
    }

    @Test
    void start_dirIsAFile_oneLineAndOne() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "");
        assertEquals(1, command().execute("--dir", file.toString(), "--port", "0"));
        assertEquals(1, errors.toString().lines().count(), errors.toString());
    }

    @Test
    void start_wrongKioskId_two() throws IOException {
        assertEquals(2, command().execute("--dir", dir.toString(), "--port", "0", "--kiosk", "K 1,O=x"));
        assertTrue(errors.toString().startsWith("center: a kiosk's id is"), errors.toString());
    }

    @Test
    void input_ends_keepsRunning() throws Exception {
        Future<Integer> exit = runner.submit(() -> command().execute("--dir", dir.toString(), "--port", "0"));
        assertTrue(lines.next().startsWith("ready: https://localhost:"));
        typing.close();
        assertThrows(TimeoutException.class, () -> exit.get(300, TimeUnit.MILLISECONDS));
        assertTrue(Files.readString(dir.resolve("center.toml")).contains("url = \"https://localhost:"));
    }

    @Test
    void input_commands_obeyedUntilQuit() throws Exception {
        Future<Integer> exit = runner.submit(
                () -> command().execute("--dir", dir.toString(), "--port", "0", "--kiosk", "K-0007", "--hours"));
        assertTrue(lines.next().startsWith("ready: https://localhost:"));
        assertTrue(answerTo("fly").startsWith("unknown: fly (cut, restore, "));
        assertEquals("delay wants milliseconds", answerTo("delay long"));
        assertEquals("validity wants both, crl or none", answerTo("validity ocsp"));
        assertEquals("maintain wants two times and a text", answerTo("maintain today"));
        assertEquals(
                "maintain wants two times, the first before the second",
                answerTo("maintain 2027-01-01T01:00:00Z 2027-01-01T00:00:00Z 点検"));
        assertEquals("not done: no signer was announced", answerTo("signer change"));
        assertTrue(answerTo("signer").startsWith("signer wants"));
        for (String word : new String[] {
            "cut",
            "restore",
            "delay 10",
            "close 休止中",
            "open",
            "maintain 2027-01-01T00:00:00Z 2027-01-01T01:00:00Z 点検 のため",
            "validity none",
            "signer announce",
            "signer change",
            "signer retire",
            "kiosk announce",
            "registrations answer"
        }) {
            assertEquals("ok", answerTo(word), word);
        }
        assertEquals("outcomes: 0", answerTo("outcomes"));
        typing.write("quit\n".getBytes(StandardCharsets.UTF_8));
        typing.flush();
        assertEquals(0, exit.get(5, TimeUnit.SECONDS));
        assertEquals("", errors.toString());
    }

    private CommandLine command() throws IOException {
        return new CommandLine(new CenterCommand(new PipedInputStream(typing)))
                .setOut(new PrintWriter(lines, true))
                .setErr(new PrintWriter(errors, true));
    }

    private String answerTo(String line) throws IOException, InterruptedException {
        typing.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        typing.flush();
        return lines.next();
    }

    /** Hands each line written to whoever waits for it. */
    private static final class Lines extends Writer {
        private final BlockingQueue<String> complete = new LinkedBlockingQueue<>();
        private final StringBuilder current = new StringBuilder();

        String next() throws InterruptedException {
            String line = complete.poll(10, TimeUnit.SECONDS);
            return line == null ? "nothing" : line;
        }

        @Override
        public void write(char[] text, int from, int length) {
            current.append(text, from, length);
            for (int end = current.indexOf("\n"); end >= 0; end = current.indexOf("\n")) {
                complete.add(current.substring(0, end));
                current.delete(0, end + 1);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
