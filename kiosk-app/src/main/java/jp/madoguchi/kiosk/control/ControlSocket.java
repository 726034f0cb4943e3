package jp.madoguchi.kiosk.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A UNIX stream socket. A connection asks one command, a word and a line feed, and is answered with one line. Only the
 * program's own user, and root, are heard: the kernel says who the peer is (SO_PEERCRED).
 */
public final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final int LONGEST = 64;

    private final Path path;
    private final Map<String, Supplier<String>> commands;
    private final Set<String> heard;
    private final ServerSocketChannel server;
    private final Thread thread;

    private ControlSocket(Path path, Map<String, Supplier<String>> commands) throws IOException {
        this.path = path;
        this.commands = Map.copyOf(commands);
        this.heard = new HashSet<>(List.of(System.getProperty("user.name"), "root"));
        Files.deleteIfExists(path); // left by a program that was killed: a living one keeps others from its data
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        thread = new Thread(this::serve, "control");
    }

    /** Listens at {@code path}; each command answers one line. */
    public static ControlSocket open(Path path, Map<String, Supplier<String>> commands) throws IOException {
        ControlSocket socket = new ControlSocket(path, commands);
        socket.thread.start();
        return socket;
    }

    /** Asks the program that listens at {@code path}. */
    public static String ask(Path path, String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            write(channel, command);
            return line(Channels.newInputStream(channel));
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel peer = server.accept()) {
                answer(peer);
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException broken) {
                LOG.warn("a control connection broke: {}", broken.getMessage());
            }
        }
    }

    private void answer(SocketChannel peer) throws IOException {
        UnixDomainPrincipal who = peer.getOption(ExtendedSocketOptions.SO_PEERCRED);
        if (!heard.contains(who.user().getName())) {
            LOG.warn("user {} is not heard on the control socket", who.user().getName());
            write(peer, "refused");
            return;
        }
        String command = line(Channels.newInputStream(peer));
        Supplier<String> known = commands.get(command);
        LOG.info("control: {}", known == null ? "an unknown command" : command);
        write(peer, known == null ? "unknown" : known.get());
    }

    private static void write(SocketChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.length() < LONGEST) {
            line.append((char) next);
            next = in.read();
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException left) {
            LOG.warn("the control socket cannot be removed: {}", left.getMessage());
        }
    }
}
