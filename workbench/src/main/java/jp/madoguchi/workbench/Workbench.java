package jp.madoguchi.workbench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.devices.cash.cctalk.SerialLine;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.KioskConfig;
import jp.madoguchi.kiosk.Wires;
import jp.madoguchi.kiosk.identity.SignatureAlgorithm;
import jp.madoguchi.simulators.card.CardIssuer;
import jp.madoguchi.simulators.card.IssuedCards;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import jp.madoguchi.simulators.cash.CashSetup;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.center.CenterSettings;
import jp.madoguchi.simulators.center.CenterSimulator;
import jp.madoguchi.simulators.pki.PrefecturePki;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.simulators.printer.PrinterSimulator;

/** The shipped program and the whole outside world in one JVM. Only card reader and serial line are not real wires. */
public final class Workbench implements AutoCloseable {
    /** The only reader, by its PC/SC name. */
    public static final String READER = "Madoguchi Workbench Reader 0";

    /** In each hopper at first. */
    public static final int COINS = 50;

    /** Denominations by ccTalk address. */
    public static final Map<Integer, Integer> HOPPERS = Map.of(3, 100, 4, 10);

    private final CenterSimulator center;
    private final PrinterSimulator printer;
    private final CashSimulator cash;
    private final SimulatedTerminals readers;
    private final IssuedCards cards;
    private final Path dir;
    private final Settings settings;
    private final Wires wires;
    private Kiosk kiosk;
    private boolean closed;

    /** Of the next program, once this one has ended for that. */
    private CompletableFuture<Void> starting = CompletableFuture.completedFuture(null);

    private Workbench(Path dir, Settings settings) throws IOException, Kiosk.Unusable {
        this.dir = dir;
        this.settings = settings;
        cards = CardIssuer.prepare(dir);
        center = CenterSimulator.start(CenterSettings.in(dir).withKiosk(settings.id()));
        printer = PrinterSimulator.start(dir, 0, settings.printer());
        cash = CashSimulator.inProcess(new CashSetup(HOPPERS, true, Duration.ZERO));
        HOPPERS.keySet().forEach(address -> cash.fillHopper(address, COINS));
        readers = new SimulatedTerminals();
        readers.add(READER);
        wires = new Wires(
                readers::factory, port -> settings.between().serial(new PipedLine(cash.connect())), Clock.systemUTC());
        kiosk = begun(settings.port());
    }

    /** What runs the program starts it anew when it ends for that. */
    private Kiosk begun(int port) throws Kiosk.Unusable {
        Kiosk begun = Kiosk.start(config(dir, settings, port), wires);
        starting = begun.leaving().thenRunAsync(() -> startAnew(begun));
        return begun;
    }

    private synchronized void startAnew(Kiosk ended) {
        if (closed) {
            return;
        }
        int port = ended.address().getPort(); // while there is one
        ended.close();
        try {
            kiosk = begun(port);
        } catch (Kiosk.Unusable unusable) {
            throw new IllegalStateException("the program does not start again", unusable);
        } finally {
            notifyAll();
        }
    }

    /** The program that runs after {@code ended}, once it does. */
    public synchronized Kiosk restarted(Kiosk ended) throws InterruptedException {
        while (kiosk == ended) {
            wait();
        }
        return kiosk;
    }

    /**
     * How it is set up.
     *
     * @param id of the kiosk
     * @param port of the screen; 0 takes a free one
     * @param opener where a browser without a session is sent
     * @param between what stands between the kiosk and its wires
     */
    public record Settings(String id, int port, Optional<URI> opener, PrinterSettings printer, Between between) {
        /** The only kiosk on the desk. */
        public Settings(int port, Optional<URI> opener, PrinterSettings printer, Between between) {
            this("K-0001", port, opener, printer, between);
        }

        /** With nothing between. */
        public Settings(int port, Optional<URI> opener, PrinterSettings printer) {
            this(port, opener, printer, new Between() {});
        }
    }

    /** Something on the wires from the kiosk to cash unit, printer and center, such as a hand that cuts them. */
    public interface Between {
        /** The line that the kiosk gets for {@code line}. */
        default SerialLine serial(SerialLine line) {
            return line;
        }

        /** The address that the kiosk gets for the printer's {@code uri}. */
        default URI printer(URI uri) {
            return uri;
        }

        /** The address that the kiosk gets for the center's {@code url}. */
        default URI center(URI url) {
            return url;
        }
    }

    /** Starts everything with its files in {@code dir}; what is there already is used again. */
    public static Workbench start(Path dir, Settings settings) throws IOException, Kiosk.Unusable {
        Files.createDirectories(dir);
        return new Workbench(dir, settings);
    }

    private KioskConfig config(Path dir, Settings settings, int port) {
        return new KioskConfig(
                new KioskConfig.Identity(settings.id(), "S-001", dir.resolve("data")),
                new KioskConfig.Web(port, settings.opener()),
                new KioskConfig.Card(
                        READER,
                        List.of(dir.resolve("auth_ca.pem")),
                        SignatureAlgorithm.USUAL,
                        List.of(dir.resolve("sign_ca.pem"))),
                Optional.of(olderPki(dir.resolve("prefecture"))),
                new KioskConfig.PaperPrinter(
                        settings.between().printer(printer.uri()), Optional.empty(), DocumentFormat.PDF),
                Optional.empty(),
                new KioskConfig.Cash("workbench", Set.of(100, 500, 1000), HOPPERS, Map.of(3, COINS, 4, COINS), ""),
                new KioskConfig.Center(
                        settings.between().center(center.url()),
                        new KioskConfig.KeyFile(dir.resolve("kiosk.p12")),
                        dir.resolve("kiosk.p12.password"),
                        dir.resolve("center-tls-ca.pem"),
                        dir.resolve("center-signer-ca.pem")));
    }

    private static KioskConfig.Older olderPki(Path published) {
        return new KioskConfig.Older(
                List.of(published.resolve("anchor.pem")),
                List.of(published.resolve("certificates.pem")),
                List.of(published.resolve("lists.pem")),
                Set.of(PrefecturePki.ANCHOR_POLICY));
    }

    public synchronized Kiosk kiosk() {
        return kiosk;
    }

    public CenterSimulator center() {
        return center;
    }

    public PrinterSimulator printer() {
        return printer;
    }

    public CashSimulator cash() {
        return cash;
    }

    public SimulatedTerminals readers() {
        return readers;
    }

    public IssuedCards cards() {
        return cards;
    }

    @Override
    public synchronized void close() {
        closed = true;
        starting.cancel(false);
        kiosk.close();
        cash.close();
        printer.close();
        center.close();
    }
}
