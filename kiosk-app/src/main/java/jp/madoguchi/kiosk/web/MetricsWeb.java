package jp.madoguchi.kiosk.web;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * GET /metrics on a port of 127.0.0.1 of its own, and nothing else. A server apart from the screen's: whoever reads metrics
 * takes no thread or connection from the resident.
 */
public final class MetricsWeb implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int CONNECTIONS = 4;
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Server server;
    private final ServerConnector connector;

    private MetricsWeb(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts. Throws when the port is not free.
     *
     * @param port 0: any free one
     * @param page is asked for at each request, on one of the server's threads
     */
    public static MetricsWeb start(int port, Supplier<byte[]> page) throws IOException {
        Server server = new Server(Loopback.threads("metrics", THREADS, 1));
        ServerConnector connector = Loopback.open(server, port, CONNECTIONS);
        server.setHandler(new OnePage(connector, page));
        Loopback.start(server, "the metrics'", port);
        return new MetricsWeb(server, connector);
    }

    /** Where they are read. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/metrics");
    }

    @Override
    public void close() {
        Loopback.stop(server, "the metrics'");
    }

    private static final class OnePage extends Handler.Abstract {
        private final ServerConnector connector;
        private final Supplier<byte[]> page;

        OnePage(ServerConnector connector, Supplier<byte[]> page) {
            this.connector = connector;
            this.page = page;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Exchange exchange = new Exchange(request, response, callback);
            exchange.harden();
            if (!OwnHost.is(exchange.header("Host").orElse(""), connector.getLocalPort())) {
                exchange.refuse(HttpStatus.MISDIRECTED_REQUEST_421);
            } else if (!Request.getPathInContext(request).equals("/metrics")) {
                exchange.refuse(HttpStatus.NOT_FOUND_404);
            } else if (!exchange.isMethod("GET")) {
                exchange.refuseMethod("GET");
            } else {
                exchange.answer(HttpStatus.OK_200, FORMAT, ByteBuffer.wrap(page.get()));
            }
            return true;
        }
    }
}
