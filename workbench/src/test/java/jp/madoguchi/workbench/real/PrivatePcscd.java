package jp.madoguchi.workbench.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Debian's pcscd with vpcd's two virtual readers, beside whatever pcscd this machine has. pcscd has one fixed place for its
 * socket, so it is started in a mount namespace of its own where that place is a folder of the test; its clients find it
 * there by libpcsclite's {@code PCSCLITE_CSOCK_NAME}. USB readers of this machine stay out: udev's files are not there.
 */
final class PrivatePcscd implements AutoCloseable {
    /** Matches the first of the two readers. */
    static final String FIRST_READER = "Virtual PCD 00 00";
    /** Matches both. */
    static final String BOTH_READERS = "Virtual PCD";

    private final Path config;
    private final Path run;
    private final int port;
    private @Nullable RunningProgram pcscd;

    private PrivatePcscd(Path dir, int port) throws IOException {
        this.config = Files.createDirectories(dir.resolve("reader.conf.d"));
        this.run = Files.createDirectories(dir.resolve("run"));
        this.port = port;
        Files.writeString(config.resolve("vpcd"), """
                FRIENDLYNAME "Virtual PCD"
                DEVICENAME   /dev/null:0x%2$X
                LIBPATH      %1$s
                CHANNELID    0x%2$X
                """.formatted(Needed.driver(), port));
    }

    static PrivatePcscd start(Path dir) throws IOException {
        PrivatePcscd service = new PrivatePcscd(dir, FreePorts.pair());
        service.start();
        return service;
    }

    /** Returns when it serves. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!System.getProperty("user.name").equals("root")) {
            command.add("--map-root-user");
        }
        command.addAll(List.of(
                "sh",
                "-c",
                "mount -t tmpfs none /run && mkdir /run/pcscd && mount --bind \"$1\" /run/pcscd"
                        + " && exec pcscd --foreground --info --config \"$2\"",
                "sh",
                run.toString(),
                config.toString()));
        RunningProgram started = RunningProgram.start("pcscd", new ProcessBuilder(command));
        pcscd = started;
        started.await("daemon ready");
    }

    void stop() {
        if (pcscd != null) {
            pcscd.stop();
            pcscd = null;
        }
    }

    /** TCP port of the first reader; the second's is the next. */
    int port() {
        return port;
    }

    /** What a client of it needs in its environment. */
    Map<String, String> environment() {
        return Map.of("PCSCLITE_CSOCK_NAME", run.resolve("pcscd.comm").toString());
    }

    /**
     * Returns when pcscd itself has noticed, which it tells to its clients from then on. Of a card that lies there when it looks for
     * the first time it tells no insertion, only the ATR, which it tells of every card.
     */
    void awaitCard(boolean present) {
        if (pcscd == null) {
            throw new IllegalStateException("pcscd is stopped");
        }
        pcscd.await(present ? "Card ATR: " : "Card Removed From");
    }

    @Override
    public void close() {
        stop();
    }
}
