package jp.madoguchi.simulators.printer;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An A4 duplex printer on an IPP wire of its own, and the hands that load, open and jam it. Any thread may call.
 * Everything it received lies in {@code DIR/printed/job-<n>.pdf} or {@code .pwg}, n being the job-id.
 */
public final class PrinterSimulator implements AutoCloseable {
    private static final String PATH = "/ipp/print";

    static {
        // The JDK's server writes headers and body apart; with Nagle's algorithm every answer then waits 40 ms for an
        // ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Optional<PrinterIdentity> identity;
    private final PrintEngine engine;
    private final IppEndpoint endpoint;
    private final HttpServer server;
    private final ExecutorService threads;
    private final URI uri;

    private PrinterSimulator(PrintEngine engine, HttpServer server, Optional<PrinterIdentity> identity) {
        this.identity = identity;
        this.engine = engine;
        this.server = server;
        this.uri = URI.create((identity.isPresent() ? "ipps" : "ipp") + "://127.0.0.1:"
                + server.getAddress().getPort() + PATH);
        this.endpoint = new IppEndpoint(engine, new IppConversation(engine, uri));
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "simulated-printer-wire");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts a printer that prints in no time.
     *
     * @param port on 127.0.0.1; 0 takes a free one
     * @throws IOException when the port is taken or DIR cannot be written
     */
    public static PrinterSimulator start(Path dir, int port) throws IOException {
        return start(dir, port, PrinterSettings.instant());
    }

    /** As {@link #start(Path, int)}, with its behaviour in time. */
    public static PrinterSimulator start(Path dir, int port, PrinterSettings settings) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        HttpServer server = settings.identity().isPresent()
                ? secured(HttpsServer.create(address, 0), settings.identity().get())
                : HttpServer.create(address, 0);
        try {
            PrintEngine engine = PrintEngine.start(dir.resolve("printed"), settings);
            PrinterSimulator printer = new PrinterSimulator(engine, server, settings.identity());
            server.createContext(PATH, printer.endpoint);
            server.setExecutor(printer.threads);
            server.start();
            return printer;
        } catch (IOException e) {
            server.stop(0);
            throw e;
        }
    }

    private static HttpServer secured(HttpsServer server, PrinterIdentity identity) {
        server.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
        return server;
    }

    /** Where it listens: {@code ipp://127.0.0.1:PORT/ipp/print}, or {@code ipps}. */
    public URI uri() {
        return uri;
    }

    /** The certificate that it shows; empty when it speaks plain ipp. */
    public Optional<X509Certificate> certificate() {
        return identity.map(PrinterIdentity::certificate);
    }

    /** Every job whose document arrived, in order of arrival. */
    public List<PrintedJob> printed() {
        return engine.watched.look(engine::printed);
    }

    /** Its printer-state-reasons, with severities; {@code [none]} when all is well. */
    public List<String> stateReasons() {
        return engine.watched.look(engine::stateReasons);
    }

    /** Calls {@code listener} after every change, on the thread that made it. */
    public void listen(Runnable listener) {
        engine.watched.listen(listener);
    }

    public void openDoor() {
        engine.watched.change(() -> engine.mechanism.door(true));
    }

    public void closeDoor() {
        engine.watched.change(() -> engine.mechanism.door(false));
    }

    /**
     * Loads the cassette so that it holds exactly {@code sheets}.
     *
     * @throws IllegalArgumentException when it cannot hold so many
     */
    public void paper(int sheets) {
        if (sheets < 0 || sheets > Mechanism.CAPACITY) {
            throw new IllegalArgumentException("the cassette holds 0 to " + Mechanism.CAPACITY + " sheets");
        }
        engine.watched.change(() -> engine.mechanism.paper(sheets));
    }

    /** Sheets in the cassette. */
    public int paper() {
        return engine.watched.look(engine.mechanism::cassette);
    }

    /**
     * The sheet jams while side {@code side} (1 is the first) of the next job that gets so far is printed. The side does not
     * count, and the printer stands still until {@link #clearJam}.
     */
    public void jamAtSide(int side) {
        if (side < 1) {
            throw new IllegalArgumentException("sides count from 1");
        }
        engine.watched.change(() -> engine.mechanism.armJam(side));
    }

    /** Pulls the jammed sheet out; nothing when there is none. */
    public void clearJam(AfterJam after) {
        engine.watched.change(() -> engine.clearJam(after));
    }

    /** Sheets waiting in the output tray. */
    public int outputTray() {
        return engine.watched.look(engine.mechanism::tray);
    }

    /** Takes the sheets out of the output tray; answers how many. */
    @CanIgnoreReturnValue
    public int takePaper() {
        return engine.watched.change(engine.mechanism::take);
    }

    /** Switched off line at its panel: it answers, and takes and prints nothing. */
    public void offline() {
        engine.watched.change(() -> engine.mechanism.offline(true));
    }

    public void online() {
        engine.watched.change(() -> engine.mechanism.offline(false));
    }

    public void lowToner(boolean low) {
        engine.watched.change(() -> engine.mechanism.tonerLow(low));
    }

    /** The cable: while it is down connections break without an answer, and the printer goes on printing. */
    public void line(boolean up) {
        engine.watched.change(() -> endpoint.line(!up));
    }

    /** Cuts the current: the job in work ends where it is, and the printer knows none of its jobs afterwards. */
    public void powerOff() {
        engine.watched.change(engine::powerOff);
    }

    public void powerOn() {
        engine.watched.change(engine::powerOn);
    }

    /** Cuts the current while side {@code side} (1 is the first) of the next job that gets so far is printed. */
    public void losePowerAtSide(int side) {
        engine.watched.change(() -> engine.mechanism.armPowerLoss(side));
    }

    /** Whether job ids begin at 1 again after a loss of power, as some printers' do. */
    public void countAnewAfterPowerLoss(boolean anew) {
        engine.watched.change(() -> engine.countAnew(anew));
    }

    /** What it says of its counters from now on, of all its jobs. */
    public void lie(CounterLie lie) {
        engine.watched.change(() -> engine.lie(lie));
    }

    /** Lets the next {@code operation} meet {@code fault}; called again, the one after that as well. */
    public void inject(IppOperation operation, WireFault fault) {
        engine.watched.change(() -> endpoint.inject(operation, fault));
    }

    /** How often an operation has arrived, carried out or not. */
    public int heard(IppOperation operation) {
        return engine.watched.look(() -> endpoint.heard(operation));
    }

    /** Stops listening and printing. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        engine.close();
    }
}
