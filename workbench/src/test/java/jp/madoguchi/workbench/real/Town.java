package jp.madoguchi.workbench.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.simulators.CardOffice;
import jp.madoguchi.workbench.OutsideHands;
import jp.madoguchi.workbench.ScreenClient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * All that a kiosk stands beside, in processes: pcscd, a card on its virtual reader, ippeveprinter, coin acceptor and hopper
 * on a pty of socat, the center. Its hands type what a technician would type to the simulators.
 */
final class Town implements OutsideHands, AutoCloseable {
    private static final int SHEETS = 100;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<RunningProgram> kiosks = new ArrayList<>();
    private final Path dir;
    private final PrivatePcscd pcscd;
    private final EvePrinter printer;
    private final RunningProgram center;
    private final RunningProgram cash;
    private final RunningProgram card;

    private final Between between;

    private boolean cardLies;

    /** What stands on the wires of card and center, such as a stopwatch, and how fast the cards are. */
    interface Between {
        /** Where the card is to look for its reader, which listens at {@code port}. */
        default int reader(int port) throws IOException {
            return port;
        }

        /** Where the kiosk is to look for the center, which listens at {@code port}. */
        default int center(int port) throws IOException {
            return port;
        }

        /** What each command of a card takes. */
        default Duration pace() {
            return Duration.ZERO;
        }
    }

    private Town(Path dir, Between between) throws IOException, InterruptedException {
        Needed.here();
        this.dir = dir;
        this.between = between;
        CardOffice.supply(dir);
        try {
            center = kept(
                    RunningProgram.start("center", Jvm.simulator("center", "--dir", dir.toString(), "--port", "0")));
            pcscd = kept(PrivatePcscd.start(dir.resolve("pcsc")));
            card = kept(RunningProgram.start(
                    "card",
                    Jvm.simulator(
                            "card",
                            "--dir",
                            dir.toString(),
                            "--port",
                            Integer.toString(between.reader(pcscd.port())),
                            "--pace",
                            Long.toString(between.pace().toMillis()))));
            printer = kept(EvePrinter.start(dir.resolve("printer")));
            printer.load(SHEETS);
            cash = kept(RunningProgram.start("cash", Jvm.simulator("cash", "--dir", dir.toString())));
            center.await("^ready: https://localhost:");
            cash.await("^ready: ");
            card.await("^ready: ");
            pcscd.awaitCard(true);
            cardLies = true;
            takeCard();
        } catch (IOException | InterruptedException | AssertionError failed) {
            close();
            throw failed;
        }
    }

    /** Starts everything but the kiosk; no card lies on the reader. */
    static Town start(Path dir) throws IOException, InterruptedException {
        return new Town(dir, new Between() {});
    }

    static Town start(Path dir, Between between) throws IOException, InterruptedException {
        return new Town(dir, between);
    }

    private <T extends AutoCloseable> T kept(T part) {
        open.push(part);
        return part;
    }

    PrivatePcscd pcscd() {
        return pcscd;
    }

    EvePrinter printer() {
        return printer;
    }

    RunningProgram center() {
        return center;
    }

    RunningProgram cash() {
        return cash;
    }

    Path dir() {
        return dir;
    }

    /** The serial device of the cash unit. */
    Path cashPort() {
        return dir.resolve("cash");
    }

    Path data() {
        return dir.resolve("data");
    }

    /** Every line that programs of the kiosk have said. */
    Stream<String> kioskSaid() {
        return kiosks.stream().flatMap(kiosk -> kiosk.said().stream());
    }

    /** The configuration of a kiosk in this town, out of the sections that the simulators have written for it. */
    Path config() throws IOException {
        String sections = """
                [kiosk]
                id = "K-0001"
                store = "S-001"
                data = "data"
                [web]
                port = 0
                [card]
                reader = "%s"
                anchors = ["auth_ca.pem"]
                [printer]
                uri = "%s"
                """.formatted(PrivatePcscd.FIRST_READER, printer.uri());
        return Files.writeString(dir.resolve("kiosk.toml"), sections + read("cash.toml") + centerSection());
    }

    private String centerSection() throws IOException {
        Matcher url = Pattern.compile("https://localhost:(\\d+)").matcher(read("center.toml"));
        if (!url.find()) {
            throw new AssertionError("center.toml names no center");
        }
        return url.replaceFirst("https://localhost:" + between.center(Integer.parseInt(url.group(1))));
    }

    private String read(String file) {
        try {
            return Files.readString(dir.resolve(file));
        } catch (IOException missing) {
            throw new AssertionError(file + " was not written", missing);
        }
    }

    /** Starts {@code run}; returns when its screen is served. */
    RunningProgram startKiosk() throws IOException {
        return startKiosk(config(), Map.of());
    }

    /** With a configuration and an environment of its own. */
    RunningProgram startKiosk(Path config, Map<String, String> environment) throws IOException {
        ProcessBuilder program = Jvm.kiosk(pcscd.environment(), "run", "--config", config.toString());
        program.environment().putAll(environment);
        return start(program);
    }

    /** The same as a terminal's service starts it. */
    RunningProgram startTerminal() throws IOException {
        return start(Jvm.terminal(pcscd.environment(), "run", "--config", config().toString()));
    }

    private RunningProgram start(ProcessBuilder program) throws IOException {
        RunningProgram kiosk = kept(RunningProgram.start("kiosk", program));
        kiosks.add(kiosk);
        kiosk.await("serves its screen at");
        return kiosk;
    }

    /** Where the screen is and what opens it, as the browser of a display session learns it. */
    record Session(URI address, String token) {
        ScreenClient open() throws IOException {
            return new ScreenClient(address, token);
        }
    }

    /** Runs {@code session} as a display session does. */
    Session session() throws IOException, InterruptedException {
        Path page = dir.resolve("open.html");
        Jvm.Ended ended = Jvm.run(
                dir, Jvm.kiosk(Map.of(), "session", "--config", config().toString(), "--page", page.toString()), "");
        if (ended.code() != 0) {
            throw new AssertionError("session ended with " + ended);
        }
        if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(page)).equals("rw-------")) {
            throw new AssertionError("the page with the token can be read by others");
        }
        Document html = Jsoup.parse(Files.readString(page, UTF_8));
        URI target = URI.create(html.select("form[method=post]").attr("action"));
        return new Session(target.resolve("/"), html.select("input[name=token]").attr("value"));
    }

    @Override
    public void placeCard(String id) throws IOException {
        takeCard();
        card.ask("place " + id, "^placed: " + id);
        pcscd.awaitCard(true);
        cardLies = true;
    }

    @Override
    public void takeCard() throws IOException {
        if (cardLies) {
            card.ask("take", "^taken");
            pcscd.awaitCard(false);
            cardLies = false;
        }
    }

    /** A coin that comes back is taken out of the tray at once. */
    @Override
    public boolean drop(int yen) throws IOException {
        boolean accepted = cash.ask("coin " + yen, "^(accepted|returned)$").equals("accepted");
        if (!accepted) {
            cash.ask("take", "^took " + yen + "$");
        }
        return accepted;
    }

    /** Ends every process, the last one first. */
    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a process did not end well", failures.get(0));
        }
    }
}
