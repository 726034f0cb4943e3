package jp.madoguchi.kiosk.web;

import java.io.IOException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** What the servers of this program have in common: on 127.0.0.1 alone, bounded, and they tell nobody what they are. */
final class Loopback {
    private static final int IDLE_MILLIS = 30_000;

    private Loopback() {}

    /** @param name of the threads */
    static QueuedThreadPool threads(String name, int most, int least) {
        QueuedThreadPool threads = new QueuedThreadPool(most, least);
        threads.setName(name);
        threads.setReservedThreads(0);
        return threads;
    }

    /** @param port 0: any free one */
    static ServerConnector open(Server server, int port, int connections) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(8 * 1024);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(connections, server));
        server.setErrorHandler((request, response, callback) -> {
            Exchange exchange = new Exchange(request, response, callback);
            exchange.harden();
            exchange.refuse(response.getStatus());
            return true;
        });
        server.setDefaultHandler(null);
        return connector;
    }

    /** Throws when the port is not free. */
    static void start(Server server, String what, int port) throws IOException {
        try {
            server.start();
        } catch (IOException taken) {
            LifeCycle.stop(server); // its threads run already
            throw new IOException(what + " port " + port + " is taken", taken);
        } catch (Exception defect) {
            LifeCycle.stop(server);
            throw new IllegalStateException(what + " server does not start", defect);
        }
    }

    static void stop(Server server, String what) {
        try {
            server.stop();
        } catch (Exception defect) {
            throw new IllegalStateException(what + " server does not stop", defect);
        }
    }
}
