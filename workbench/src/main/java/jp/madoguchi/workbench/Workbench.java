package jp.madoguchi.workbench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.madoguchi.devices.cash.cctalk.SerialLine;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.KioskConfig;
import jp.madoguchi.kiosk.Wires;
import jp.madoguchi.simulators.card.IssuedCards;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import jp.madoguchi.simulators.cash.CashSetup;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.center.CenterSimulator;
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

    private final Surroundings world;
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
        CashSimulator cash = CashSimulator.inProcess(new CashSetup(HOPPERS, true, Duration.ZERO));
        HOPPERS.keySet().forEach(address -> cash.fillHopper(address, COINS));
        world = Surroundings.start(dir, settings.id(), settings.printer(), cash);
        wires = new Wires(world.readers()::factory, port -> settings.between().serial(line(cash)), Clock.systemUTC());
        kiosk = begun(settings.port());
    }

    private KioskConfig config(int port) {
        return world.config(
                dir.resolve("data"),
                new KioskConfig.Web(port, settings.opener(), settings.voice()),
                new Surroundings.Found(
                        settings.between().printer(world.printer().uri()),
                        settings.between().center(world.center().url()),
                        Map.of(3, COINS, 4, COINS),
                        ""));
    }

    /** What runs the program starts it anew when it ends for that. */
    private Kiosk begun(int port) throws Kiosk.Unusable {
        Kiosk begun = Kiosk.start(config(port), wires);
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
     * @param voice folder of the recordings of the voice guidance
     */
    public record Settings(
            String id, int port, Optional<URI> opener, PrinterSettings printer, Between between, Optional<Path> voice) {
        /** Without a voice. */
        public Settings(String id, int port, Optional<URI> opener, PrinterSettings printer, Between between) {
            this(id, port, opener, printer, between, Optional.empty());
        }

        /** The only kiosk on the desk. */
        public Settings(int port, Optional<URI> opener, PrinterSettings printer, Between between) {
            this("K-0001", port, opener, printer, between);
        }

        /** With nothing between. */
        public Settings(int port, Optional<URI> opener, PrinterSettings printer) {
            this(port, opener, printer, new Between() {});
        }

        /** The same with a voice. */
        public Settings speaking(Path recordings) {
            return new Settings(id, port, opener, printer, between, Optional.of(recordings));
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

    /** Opens the line to a cash unit in this JVM, as a serial port is opened. */
    public static SerialLine line(CashSimulator cash) throws IOException {
        return new PipedLine(cash.connect());
    }

    public synchronized Kiosk kiosk() {
        return kiosk;
    }

    public CenterSimulator center() {
        return world.center();
    }

    public PrinterSimulator printer() {
        return world.printer();
    }

    public CashSimulator cash() {
        return world.cash();
    }

    public SimulatedTerminals readers() {
        return world.readers();
    }

    public IssuedCards cards() {
        return world.cards();
    }

    /** What a resident in front of it does. */
    public OutsideHands hands() {
        return new WorkbenchHands(this);
    }

    @Override
    public synchronized void close() {
        closed = true;
        starting.cancel(false);
        kiosk.close();
        world.close();
    }
}
