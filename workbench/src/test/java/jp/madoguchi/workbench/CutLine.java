package jp.madoguchi.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What this machine knows of the TCP connections to a server that went away: {@code /proc/net/tcp}. */
final class CutLine {
    /** A Java socket to 127.0.0.1 stands in either. */
    private static final List<Path> CONNECTIONS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    /** ESTABLISHED; CLOSE_WAIT: the server has hung up, the client has not. */
    private static final Set<String> OPEN_TO_THE_CLIENT = Set.of("01", "08");

    private CutLine() {}

    /**
     * Whether every client has hung up, too. Until then one may take its connection for a good one and send something, and cannot
     * know whether it was read.
     */
    static boolean isKnown(URI server) {
        String remote = String.format(":%04X", server.getPort());
        return CONNECTIONS.stream()
                .flatMap(CutLine::lines)
                .map(line -> line.strip().split(" +"))
                .noneMatch(fields -> fields[2].endsWith(remote) && OPEN_TO_THE_CLIENT.contains(fields[3]));
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
