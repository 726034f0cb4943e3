package jp.madoguchi.workbench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.kiosk.KioskConfig;
import jp.madoguchi.kiosk.identity.SignatureAlgorithm;
import jp.madoguchi.simulators.card.CardIssuer;
import jp.madoguchi.simulators.card.IssuedCards;
import jp.madoguchi.simulators.card.SimulatedTerminals;
import jp.madoguchi.simulators.cash.CashSimulator;
import jp.madoguchi.simulators.center.CenterSettings;
import jp.madoguchi.simulators.center.CenterSimulator;
import jp.madoguchi.simulators.pki.PrefecturePki;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.simulators.printer.PrinterSimulator;

/** All that one kiosk stands beside, in this JVM. It lives on whatever becomes of the kiosk. Any thread. */
public final class Surroundings implements AutoCloseable {
    private final Path dir;
    private final String id;
    private final CenterSimulator center;
    private final PrinterSimulator printer;
    private final CashSimulator cash;
    private final SimulatedTerminals readers = new SimulatedTerminals();
    private final IssuedCards cards;

    private Surroundings(Path dir, String id, PrinterSettings printer, CashSimulator cash) throws IOException {
        this.dir = Files.createDirectories(dir);
        this.id = id;
        this.cash = cash;
        this.cards = CardIssuer.prepare(dir);
        this.center = CenterSimulator.start(CenterSettings.in(dir).withKiosk(id));
        this.printer = PrinterSimulator.start(dir, 0, printer);
        readers.add(Workbench.READER);
    }

    /**
     * Starts everything with its files in {@code dir}; what is there already is used again.
     *
     * @param id of the kiosk
     * @param cash is closed with the others
     */
    public static Surroundings start(Path dir, String id, PrinterSettings printer, CashSimulator cash)
            throws IOException {
        return new Surroundings(dir, id, printer, cash);
    }

    /**
     * Where the kiosk finds printer and center, and what it is told of its hoppers.
     *
     * @param coins in each hopper, by address, as counted at the filling of this name
     */
    public record Found(URI printer, URI center, Map<Integer, Integer> coins, String filling) {
        public Found {
            coins = Map.copyOf(coins);
        }
    }

    /** What a kiosk is told that keeps its ledger in {@code data}. */
    public KioskConfig config(Path data, KioskConfig.Web web, Found found) {
        return new KioskConfig(
                new KioskConfig.Identity(id, "S-001", data),
                web,
                new KioskConfig.Card(
                        Workbench.READER,
                        List.of(dir.resolve("auth_ca.pem")),
                        SignatureAlgorithm.USUAL,
                        List.of(dir.resolve("sign_ca.pem"))),
                Optional.of(olderPki(dir.resolve("prefecture"))),
                new KioskConfig.PaperPrinter(found.printer(), Optional.empty(), DocumentFormat.PDF),
                Optional.empty(),
                new KioskConfig.Cash(
                        "workbench", Set.of(100, 500, 1000), Workbench.HOPPERS, found.coins(), found.filling()),
                new KioskConfig.Center(
                        found.center(),
                        new KioskConfig.KeyFile(dir.resolve("kiosk.p12")),
                        dir.resolve("kiosk.p12.password"),
                        dir.resolve("center-tls-ca.pem"),
                        dir.resolve("center-signer-ca.pem")),
                KioskConfig.Records.USUAL,
                OptionalInt.of(0));
    }

    private static KioskConfig.Older olderPki(Path published) {
        return new KioskConfig.Older(
                List.of(published.resolve("anchor.pem")),
                List.of(published.resolve("certificates.pem")),
                List.of(published.resolve("lists.pem")),
                Set.of(PrefecturePki.ANCHOR_POLICY));
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
        cash.close();
        printer.close();
        center.close();
    }
}
