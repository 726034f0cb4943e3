package jp.madoguchi.kiosk.web;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * GET /metrics on a port of 127.0.0.1 of its own, and nothing else. A server apart from the screen's: whoever reads metrics
 * takes no thread or connection from the resident.
 */
public final class MetricsWeb implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int CONNECTIONS = 4;
    private static final int IDLE_MILLIS = 30_000;
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
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("metrics");
        threads.setReservedThreads(0);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        server.setErrorHandler((request, response, callback) -> {
            new Exchange(request, response, callback).refuse(response.getStatus());
            return true;
        });
        server.setDefaultHandler(null);
        server.setHandler(new OnePage(connector, page));
        try {
            server.start();
        } catch (IOException taken) {
            LifeCycle.stop(server);
            throw new IOException("the port of the metrics " + port + " is taken", taken);
        } catch (Exception defect) {
            LifeCycle.stop(server);
            throw new IllegalStateException("the server of the metrics does not start", defect);
        }
        return new MetricsWeb(server, connector);
    }

    /** Where they are read. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/metrics");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception defect) {
            throw new IllegalStateException("the server of the metrics does not stop", defect);
        }
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
