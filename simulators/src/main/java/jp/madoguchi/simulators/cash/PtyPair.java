package jp.madoguchi.simulators.cash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Two serial devices joined by a cable: a pair of ptys made by socat, which lives as long as this does. */
final class PtyPair implements AutoCloseable {
    final Path kiosk;
    final Path devices;
    private final Process socat;
    private final Thread stopper;

    private PtyPair(Path kiosk, Path devices, Process socat) {
        this.kiosk = kiosk;
        this.devices = devices;
        this.socat = socat;
        this.stopper = new Thread(socat::destroy);
        Runtime.getRuntime().addShutdownHook(stopper);
    }

    /**
     * Makes {@code DIR/cash} for the kiosk and {@code DIR/cash-device} for the devices.
     *
     * @throws IOException when socat is missing or fails; its own words are in the message
     */
    static PtyPair create(Path dir) throws IOException {
        Files.createDirectories(dir);
        Path kiosk = dir.toAbsolutePath().resolve("cash");
        Path devices = dir.toAbsolutePath().resolve("cash-device");
        if (!kiosk.toString().matches("[^,:!\"'\\\\()\\[\\]{}]+")) {
            throw new IOException("socat cannot take this path: " + kiosk);
        }
        Process socat = start(kiosk, devices);
        BufferedReader said = new BufferedReader(new InputStreamReader(socat.getErrorStream(), StandardCharsets.UTF_8));
        String last = "it ended without a word";
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("starting data transfer loop")) {
                drain(said);
                return new PtyPair(kiosk, devices, socat);
            }
            last = line;
        }
        socat.destroy();
        throw new IOException("socat failed: " + last);
    }

    private static Process start(Path kiosk, Path devices) throws IOException {
        try {
            return new ProcessBuilder(
                            "socat", "-d", "-d", "pty,raw,echo=0,link=" + kiosk, "pty,raw,echo=0,link=" + devices)
                    .start();
        } catch (IOException e) {
            throw new IOException("socat is not installed: apt-get install socat", e);
        }
    }

    /** Its later words matter to nobody, and a full pipe would stop it. */
    private static void drain(BufferedReader said) {
        Thread drain = new Thread(
                () -> {
                    try (said) {
                        while (said.readLine() != null) {}
                    } catch (IOException e) {
                        // socat has ended, and so has what it says.
                    }
                },
                "socat-words");
        drain.setDaemon(true);
        drain.start();
    }

    /** Ends socat and waits until it has taken its links away. */
    @Override
    public void close() {
        socat.destroy();
        try {
            if (!socat.waitFor(2, TimeUnit.SECONDS)) {
                socat.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException e) {
            // The JVM is going down and runs the hook itself.
        }
    }
}
