package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.simulators.printer.DocumentOffer;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.simulators.printer.RasterDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program and its printer: what goes to it, and what is asked of it after a stop. */
class PaperTest {
    private static final VisitId VISIT = new VisitId("00112233445566778899aabbccddeeff");

    @TempDir
    Path dir;

    private Workbench start(PrinterSettings printer) throws IOException, Kiosk.Unusable {
        return Desk.lay(dir, new Workbench.Settings(0, Optional.empty(), printer));
    }

    @Test
    void start_afterAStopWhilePrinting_asksThePrinterAndThenClaims() throws Exception {
        Path file = Files.createDirectories(dir.resolve("data")).resolve("ledger.db");
        try (Ledger ledger = new Ledger(file, Clock.systemUTC())) {
            ledger.record(VISIT, new Fact.Ordered("aa".repeat(16), 300));
            ledger.record(VISIT, new Fact.CoinInserted(500, 1, "COIN"));
            ledger.record(VISIT, new Fact.PayOutEnded(200, 0, true));
            ledger.record(VISIT, new Fact.PrintIntended("D-" + "aa".repeat(16), "bb".repeat(32), 2));
            ledger.record(VISIT, new Fact.PrintJobCreated(7));
        }
        try (Workbench world = start(PrinterSettings.instant())) {
            new Visitor(world, "aomori-hanako", Map.of()).awaitStage(Stage.WELCOME);
            assertEquals(List.of(), world.printer().printed());
        }
        try (Ledger ledger = new Ledger(file, Clock.systemUTC())) {
            List<Fact> facts = ledger.facts(VISIT);
            assertTrue(
                    facts.containsAll(List.of(new Fact.PrintEnded("UNKNOWN", -1), new Fact.Claimed(300, true))),
                    () -> facts.toString());
            assertTrue(
                    facts.contains(new Fact.Ended("INTERRUPTED", "aa".repeat(16), "unknown", 500, 0, 200, 300)),
                    () -> facts.toString());
        }
    }

    @Test
    void visit_atAPrinterThatTakesDotsAlone_isDeliveredInDots() throws Exception {
        DocumentOffer dots = DocumentOffer.ALL.only(DocumentOffer.RASTER).turned("rotated");
        try (Workbench world = start(PrinterSettings.instant().taking(dots))) {
            Visitor visitor = new Visitor(world, "aomori-hanako", Map.of());
            visitor.awaitStage(Stage.WELCOME);
            assertEquals("delivered", visitor.play().end());
            PrintedJob document = world.printer().printed().get(0);
            assertEquals(2, RasterDocument.images(document.file(), true, dots).size());
            assertEquals(2, world.printer().printed().size(), "one document, one receipt");
        }
    }
}
