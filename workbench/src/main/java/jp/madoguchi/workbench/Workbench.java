package jp.madoguchi.workbench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.KioskConfig;
import jp.madoguchi.kiosk.Wires;
import jp.madoguchi.kiosk.identity.SignatureAlgorithm;
import jp.madoguchi.simulators.card.CardIssuer;
import jp.madoguchi.simulators.card.IssuedCards;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.center.CenterSimulator;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.simulators.printer.PrinterSimulator;

/** The shipped program and the whole outside world in one JVM. Only card reader and serial line are not real wires. */
public final class Workbench implements AutoCloseable {
    static final String READER = "Madoguchi Workbench Reader 0";
    private static final int COINS = 50;

    private final CenterSimulator center;
    private final PrinterSimulator printer;
    private final CashSimulator cash;
    private final SimulatedTerminals readers;
    private final IssuedCards cards;
    private final Kiosk kiosk;

    private Workbench(Path dir, Settings settings) throws IOException, Kiosk.Unusable {
        cards = CardIssuer.prepare(dir);
        center = CenterSimulator.start(dir, 0);
        printer = PrinterSimulator.start(dir, 0, settings.printer());
        cash = CashSimulator.inProcess();
        cash.fillHopper(COINS);
        readers = new SimulatedTerminals();
        readers.add(READER);
        kiosk = Kiosk.start(
                config(dir, settings),
                new Wires(readers::factory, port -> new PipedLine(cash.connect()), Clock.systemUTC()));
    }

    /**
     * How it is set up.
     *
     * @param port of the screen; 0 takes a free one
     * @param opener where a browser without a session is sent
     */
    public record Settings(int port, Optional<URI> opener, PrinterSettings printer) {}

    /** Starts everything with its files in {@code dir}; what is there already is used again. */
    public static Workbench start(Path dir, Settings settings) throws IOException, Kiosk.Unusable {
        Files.createDirectories(dir);
        return new Workbench(dir, settings);
    }

    private KioskConfig config(Path dir, Settings settings) {
        return new KioskConfig(
                new KioskConfig.Identity("K-0001", "S-001", dir.resolve("data")),
                new KioskConfig.Web(settings.port(), settings.opener()),
                new KioskConfig.Card(READER, List.of(dir.resolve("auth_ca.pem")), SignatureAlgorithm.USUAL),
                new KioskConfig.PaperPrinter(printer.uri(), Optional.empty()),
                Optional.empty(),
                new KioskConfig.Cash("workbench", Map.of(3, 100), Map.of(3, COINS)),
                new KioskConfig.Center(
                        center.url(),
                        dir.resolve("kiosk.p12"),
                        dir.resolve("kiosk.p12.password"),
                        dir.resolve("center-tls-ca.pem"),
                        dir.resolve("center-signer-ca.pem")));
    }

    public Kiosk kiosk() {
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
    public void close() {
        kiosk.close();
        cash.close();
        printer.close();
        center.close();
    }
}
