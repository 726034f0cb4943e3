package jp.madoguchi.kiosk.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
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
import java.util.function.UnaryOperator;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import jp.madoguchi.kiosk.audit.Audit;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A UNIX stream socket. A connection asks one command, a word, for some with more behind it, and a line feed, and is answered with one line. Only the
 * program's own user, and root, are heard: the kernel says who the peer is (SO_PEERCRED).
 */
public final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final int LONGEST_COMMAND = 64;
    private static final int LONGEST_ANSWER = 4096;
    private static final int PATIENCE_MILLIS = 2000;
    private static final String REFUSED = "refused";
    private static final String UNKNOWN = "unknown";

    /** Change nothing, and are asked all the time: they are not told to the audit log. */
    private static final Set<String> QUESTIONS = Set.of("address", "stage", "keys", "health", "idle?");

    private final Path path;
    private final Map<String, Supplier<String>> commands;
    private final Map<String, UnaryOperator<String>> orders;
    private final Audit audit;
    private final Set<String> heard;
    private final ServerSocketChannel server;
    private final Thread thread;

    private ControlSocket(
            Path path, Map<String, Supplier<String>> commands, Map<String, UnaryOperator<String>> orders, Audit audit)
            throws IOException {
        this.path = path;
        this.commands = Map.copyOf(commands);
        this.orders = Map.copyOf(orders);
        this.audit = audit;
        this.heard = new HashSet<>(List.of(System.getProperty("user.name"), "root"));
        Files.deleteIfExists(path); // left by a program that was killed; a living one has the data folder's lock
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        thread = new Thread(this::serve, "control");
    }

    /**
     * Listens at {@code path}; each command answers one line. Who is refused, and what more than asks, is told to {@code audit}.
     *
     * @param orders commands that are given what stands behind the first blank of the line
     */
    public static ControlSocket open(
            Path path, Map<String, Supplier<String>> commands, Map<String, UnaryOperator<String>> orders, Audit audit)
            throws IOException {
        ControlSocket socket = new ControlSocket(path, commands, orders, audit);
        socket.thread.start();
        return socket;
    }

    /** Asks the program that listens at {@code path}. */
    public static String ask(Path path, String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            write(channel, command);
            String answer = line(channel, LONGEST_ANSWER);
            if (answer.isEmpty() || answer.equals(REFUSED) || answer.equals(UNKNOWN)) {
                throw new IOException("the program did not answer " + command + ": " + answer);
            }
            return answer;
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel peer = server.accept()) {
                answer(peer);
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException | RuntimeException broken) { // one caller's trouble is not the next one's
                LOG.warn("a control connection broke: {}", broken.getMessage());
            }
        }
    }

    private void answer(SocketChannel peer) throws IOException {
        UnixDomainPrincipal who = peer.getOption(ExtendedSocketOptions.SO_PEERCRED);
        if (!heard.contains(who.user().getName())) {
            LOG.warn("user {} is not heard on the control socket", who.user().getName());
            audit.tell(
                    AuditEvent.CONTROL_REFUSED,
                    Ledger.NO_VISIT,
                    Map.of(Detail.USER.key(), who.user().getName()));
            write(peer, REFUSED);
            return;
        }
        String command = line(peer, LONGEST_COMMAND);
        int blank = command.indexOf(' ');
        String name = blank < 0 ? command : command.substring(0, blank);
        String rest = blank < 0 ? "" : command.substring(blank + 1);
        UnaryOperator<String> order = orders.get(name);
        Supplier<String> known = order == null ? commands.get(command) : () -> order.apply(rest);
        LOG.info("control: {}", known == null ? "an unknown command" : name);
        if (known != null && !QUESTIONS.contains(name)) {
            audit.tell(
                    AuditEvent.CONTROL_COMMAND,
                    Ledger.NO_VISIT,
                    Map.of(
                            Detail.COMMAND.key(),
                            name,
                            Detail.USER.key(),
                            who.user().getName()));
        }
        write(peer, known == null ? UNKNOWN : known.get());
    }

    private static void write(SocketChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** One line, within two seconds: who says nothing must not keep the others waiting. */
    private static String line(SocketChannel channel, int longest) throws IOException {
        channel.configureBlocking(false);
        StringBuilder line = new StringBuilder();
        ByteBuffer next = ByteBuffer.allocate(1);
        try (Selector readable = Selector.open()) {
            SelectionKey key = channel.register(readable, SelectionKey.OP_READ);
            while (line.length() < longest && readable.select(PATIENCE_MILLIS) > 0) {
                readable.selectedKeys().remove(key);
                while (channel.read(next.clear()) > 0) {
                    if (next.get(0) == '\n') {
                        key.cancel();
                        return line.toString();
                    }
                    line.append((char) next.get(0));
                }
            }
        }
        throw new IOException("no whole line came");
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
