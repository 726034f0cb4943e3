package jp.madoguchi.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.madoguchi.simulators.card.JpkiCard;
import jp.madoguchi.simulators.printer.PrintedJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page of the outside world, on loopback: places cards, drops coins, opens the printer's door, cuts the center's line, shows
 * what was printed. Also the display session: it sends a browser to the kiosk with a fresh token.
 */
final class OutsideWorld implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideWorld.class);
    private static final int LONGEST_FORM = 4096;

    /** The page asks again by itself, and may be open before there is a world to show. */
    private static final Set<String> ITSELF = Set.of("/", "/outside.js", "/outside.css");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final ObjectMapper json = new ObjectMapper();
    private Optional<Workbench> world = Optional.empty();
    private Optional<FaultPanel> faults = Optional.empty();
    private String placed = "";

    /** Listens at once; the world is shown by {@link #show}. */
    OutsideWorld(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Where a browser without a session is sent. */
    URI opener() {
        return address().resolve("/open");
    }

    synchronized void show(Workbench shown) {
        world = Optional.of(shown);
        faults = Optional.of(new FaultPanel(shown));
    }

    private synchronized boolean shown() {
        return world.isPresent();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            String host = exchange.getRequestHeaders().getFirst("Host");
            int port = server.getAddress().getPort();
            if (!("127.0.0.1:" + port).equals(host) && !("localhost:" + port).equals(host)) {
                send(exchange, 421, "text/plain", "another host".getBytes(UTF_8));
            } else if (!shown() && !ITSELF.contains(exchange.getRequestURI().getPath())) {
                send(exchange, 503, "text/plain", "the workbench has not started yet".getBytes(UTF_8));
            } else if (exchange.getRequestMethod().equals("POST")) {
                act(exchange);
            } else {
                get(exchange);
            }
        } catch (RuntimeException defect) {
            LOG.error("the outside world met a defect", defect);
            throw defect;
        }
    }

    private void get(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/")) {
            resource(exchange, "outside.html", "text/html; charset=utf-8");
        } else if (path.equals("/outside.js")) {
            resource(exchange, "outside.js", "text/javascript; charset=utf-8");
        } else if (path.equals("/outside.css")) {
            resource(exchange, "outside.css", "text/css; charset=utf-8");
        } else if (path.equals("/state")) {
            send(exchange, 200, "application/json", json.writeValueAsBytes(state()));
        } else if (path.equals("/open")) {
            send(exchange, 200, "text/html; charset=utf-8", openPage().getBytes(UTF_8));
        } else if (path.matches("/printed/[0-9]{1,4}/[0-9]{1,3}")) {
            picture(exchange, path);
        } else {
            send(exchange, 404, "text/plain", "there is no such page".getBytes(UTF_8));
        }
    }

    private FaultPanel panel() {
        return faults.orElseThrow(() -> new IllegalStateException("the workbench has not started yet"));
    }

    private Workbench here() {
        return world.orElseThrow(() -> new IllegalStateException("the workbench has not started yet"));
    }

    /** A form that the browser sends by itself: the token is never in an address. */
    private synchronized String openPage() throws IOException {
        return text("open.html")
                .replace("{kiosk}", here().kiosk().address().toString())
                .replace("{token}", here().kiosk().screenToken());
    }

    private synchronized Map<String, Object> state() throws IOException {
        Workbench here = here();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("stage", here.kiosk().screen().visit().stage().slug());
        state.put("kiosk", here.kiosk().address().toString());
        state.put("cards", here.cards().ids());
        state.put("placed", placed);
        state.put("tray", here.cash().tray());
        state.put("hopper", here.cash().coinsInHopper());
        state.put("printer", here.printer().stateReasons());
        state.put("paper", here.printer().paper());
        state.put("output", here.printer().outputTray());
        state.put("faults", panel().state());
        state.put(
                "obstacles",
                here.kiosk().screen().visit().readiness().all().stream()
                        .map(Enum::name)
                        .toList());
        List<Map<String, Object>> jobs = new ArrayList<>();
        for (PrintedJob job : here.printer().printed()) {
            jobs.add(Map.of("name", job.name(), "sides", job.impressions()));
        }
        state.put("printed", jobs);
        return state;
    }

    private void picture(HttpExchange exchange, String path) throws IOException {
        String[] parts = path.split("/", -1);
        List<PrintedJob> jobs = here().printer().printed();
        int job = Integer.parseInt(parts[2]);
        int side = Integer.parseInt(parts[3]);
        if (job >= jobs.size() || side >= jobs.get(job).impressions()) {
            send(exchange, 404, "text/plain", "not printed".getBytes(UTF_8));
            return;
        }
        send(
                exchange,
                200,
                "image/png",
                PageImages.of(jobs.get(job).file(), 110).get(side));
    }

    private void act(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        try {
            act(exchange.getRequestURI().getPath(), form.getOrDefault("value", ""));
            send(exchange, 200, "application/json", json.writeValueAsBytes(state()));
        } catch (IllegalArgumentException impossible) {
            send(
                    exchange,
                    400,
                    "text/plain",
                    String.valueOf(impossible.getMessage()).getBytes(UTF_8));
        }
    }

    private synchronized void act(String what, String value) throws IOException {
        Workbench here = here();
        switch (what) {
            case "/card/place" -> {
                JpkiCard card = here.cards().open(value);
                here.readers().place(Workbench.READER, card);
                panel().placed(Optional.of(card));
                placed = value;
            }
            case "/card/take" -> {
                here.readers().take(Workbench.READER);
                panel().placed(Optional.empty());
                placed = "";
            }
            case "/coin" -> here.cash().drop(Integer.parseInt(value));
            case "/note" -> here.cash().insertNote(Integer.parseInt(value));
            case "/tray/take" -> here.cash().takeCoins();
            case "/paper" -> here.printer().paper(Integer.parseInt(value));
            case "/paper/take" -> here.printer().takePaper();
            case "/fault" -> panel().press(value);
            default -> throw new IllegalArgumentException("nothing is done at " + what);
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), UTF_8);
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                form.put(field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), UTF_8));
            }
        }
        return form;
    }

    private static void resource(HttpExchange exchange, String name, String type) throws IOException {
        send(exchange, 200, type, text(name).getBytes(UTF_8));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OutsideWorld.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
