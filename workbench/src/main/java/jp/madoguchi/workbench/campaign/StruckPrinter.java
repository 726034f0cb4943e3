package jp.madoguchi.workbench.campaign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The cable to the printer: passes IPP requests on and answers back, and strikes some of them. */
public final class StruckPrinter implements AutoCloseable {
    /** IPP version and operation-id stand first (RFC 8010, 3.1.1). */
    private static final int OPERATION_END = 4;

    private static final int LARGEST = 64 << 20;
    private static final Map<Integer, String> OPERATIONS = Map.of(
            0x02, "Print-Job",
            0x04, "Validate-Job",
            0x05, "Create-Job",
            0x06, "Send-Document",
            0x08, "Cancel-Job",
            0x09, "Get-Job-Attributes",
            0x0A, "Get-Jobs",
            0x0B, "Get-Printer-Attributes");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "struck-printer");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;
    private final URI printer;
    private final Function<String, Optional<Blow>> aim;
    private final Runnable powerCycle;

    /**
     * @param aim is told each request's operation and answers what strikes it
     * @param powerCycle what {@code PRINTER_POWER_BEFORE} and {@code _AFTER} do before they swallow the answer
     */
    public StruckPrinter(URI printer, Function<String, Optional<Blow>> aim, Runnable powerCycle) throws IOException {
        this.printer = URI.create("http" + printer.toString().substring("ipp".length()));
        this.aim = aim;
        this.powerCycle = powerCycle;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(printer.getPath(), this::pass);
        server.setExecutor(threads);
        server.start();
    }

    /** Where the kiosk finds the printer. */
    public URI uri() {
        return URI.create("ipp://127.0.0.1:" + server.getAddress().getPort() + printer.getPath());
    }

    private void pass(HttpExchange exchange) throws IOException {
        // An exchange closed before its headers are sent breaks the connection.
        try (exchange;
                InputStream in = exchange.getRequestBody()) {
            byte[] head = in.readNBytes(OPERATION_END);
            Optional<Blow> blow = aim.apply(name(head));
            if (blow.filter(Blow.PRINTER_REQUEST_CUT::equals).isPresent()) {
                return;
            }
            byte[] rest = in.readNBytes(LARGEST);
            if (blow.filter(Blow.PRINTER_POWER_BEFORE::equals).isPresent()) {
                powerCycle.run();
                return;
            }
            if (blow.filter(Blow.PRINTER_REQUEST_LOST::equals).isPresent()) {
                return;
            }
            HttpResponse<byte[]> answer = ask(head, rest);
            if (blow.filter(Blow.PRINTER_POWER_AFTER::equals).isPresent()) {
                powerCycle.run();
            }
            if (blow.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", "application/ipp");
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private static String name(byte[] head) {
        return head.length < OPERATION_END
                ? "nothing"
                : OPERATIONS.getOrDefault((head[2] & 0xFF) << 8 | (head[3] & 0xFF), "another operation");
    }

    private HttpResponse<byte[]> ask(byte[] head, byte[] rest) throws IOException {
        byte[] body = new byte[head.length + rest.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(rest, 0, body, head.length, rest.length);
        try {
            return client.send(
                    HttpRequest.newBuilder(printer)
                            .header("Content-Type", "application/ipp")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
