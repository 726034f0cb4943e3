package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.Bitmap;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.simulators.printer.CounterLie;
import jp.madoguchi.simulators.printer.DocumentOffer;
import jp.madoguchi.simulators.printer.PrinterIdentity;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.simulators.printer.PrinterSimulator;
import jp.madoguchi.simulators.printer.RasterDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract on the simulator, and what only the simulator can do. */
final class SimulatedPrinterTest extends PrinterContract {
    private Optional<PrinterSimulator> simulator = Optional.empty();

    private PrinterSimulator start(PrinterSettings settings, int port) throws IOException {
        PrinterSimulator started = PrinterSimulator.start(dir, port, settings);
        simulator = Optional.of(started);
        return started;
    }

    @Override
    URI switchOn() throws IOException {
        return start(PrinterSettings.instant(), 0).uri();
    }

    @Override
    void load(int sheets) {
        simulator.orElseThrow().paper(sheets);
    }

    @AfterEach
    void switchOff() {
        simulator.ifPresent(PrinterSimulator::close);
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, 0", "SIDE_FEWER, 1", "SIDE_MORE, 3", "SHEET_FEWER, 2", "SHEET_MORE, 2", "UNREPORTED, -1"})
    void print_countersThatLie_areUnknown(CounterLie lie, int seen) throws IOException {
        URI uri = switchOn();
        simulator.orElseThrow().lie(lie);
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            PrintOutcome.Unknown outcome =
                    assertInstanceOf(PrintOutcome.Unknown.class, printer.print(twoSides("t-0001"), this));
            assertEquals(seen, outcome.sidesSeen());
        }
    }

    @Test
    void status_wantsRasterFromAPrinterWithout_isUnsuitable() throws IOException {
        URI uri = start(PrinterSettings.instant().taking(DocumentOffer.ALL.only(DocumentOffer.PDF)), 0)
                .uri();
        try (IppPrinter printer = driver(uri, DocumentFormat.RASTER)) {
            assertEquals(new PrinterStatus.NotReady(Set.of(PrinterTrouble.UNSUITABLE)), printer.status());
        }
    }

    /** Every way to turn the back and every kind of dots; the strict reader checks the stream, this the picture. */
    @ParameterizedTest
    @CsvSource({
        "normal, black_1, PDF, 0, 0",
        "manual-tumble, black_1, RASTER, 0, 0",
        "flipped, black_1, RASTER, 0, 7014",
        "rotated, black_1, RASTER, 4959, 7014",
        "rotated, sgray_8, RASTER, 4959, 7014",
        "flipped, black_8, RASTER, 0, 7014",
    })
    void print_raster_isDotForDotWhatWasDrawn(String back, String type, DocumentFormat wish, int x, int y)
            throws IOException {
        DocumentOffer offer =
                DocumentOffer.ALL.only(DocumentOffer.RASTER).turned(back).typed(type);
        PrinterSimulator device = start(PrinterSettings.instant().taking(offer), 0);
        try (IppPrinter printer = driver(device.uri(), wish)) {
            assertEquals(new PrintOutcome.Printed(2), printer.print(twoSides("t-0001"), this));
        }
        List<BufferedImage> sides =
                RasterDocument.images(device.printed().get(0).file(), true, offer);
        assertSame(sides.get(0), 0, 0, 0);
        assertSame(sides.get(1), 1, x, y);
    }

    /** Compares with the drawn side, whose upper left corner is at x, y of the printed one. */
    private static void assertSame(BufferedImage printed, int index, int x, int y) {
        try (Bitmap drawn = new TestPages(new byte[0], 2).side(index, 600)) {
            byte[] row = new byte[drawn.rowBytes()];
            byte[] across = new byte[drawn.width()];
            int different = 0;
            for (int down = 0; down < drawn.height(); down++) {
                drawn.row(down, row);
                printed.getRaster().getDataElements(0, Math.abs(y - down), drawn.width(), 1, across);
                for (int along = 0; along < drawn.width(); along++) {
                    boolean ink = (row[along / 8] & (0x80 >> (along % 8))) != 0;
                    boolean black = across[Math.abs(x - along)] == 0;
                    different += ink == black ? 0 : 1;
                }
            }
            assertEquals(0, different, "dots");
        }
    }

    @Test
    void print_printerReplacedByAnother_isRefusedBeforeAByteIsSent() throws IOException {
        PrinterIdentity ours = PrinterIdentity.make();
        PrinterSimulator first = start(PrinterSettings.instant().as(ours), 0);
        URI uri = first.uri();
        try (IppPrinter printer = new IppPrinter(
                new IppPrinter.Settings(uri, Optional.of(ours.certificate()), DocumentFormat.PDF, PATIENCE),
                Pace.real())) {
            assertEquals(new PrintOutcome.Printed(2), printer.print(twoSides("t-0001"), this));
            first.close();
            PrinterSimulator second = start(PrinterSettings.instant().as(PrinterIdentity.make()), uri.getPort());
            PrinterStatus.Unreachable status = assertInstanceOf(PrinterStatus.Unreachable.class, printer.status());
            assertEquals(PrinterTrouble.WRONG_CERTIFICATE, status.trouble());
            PrintOutcome.NotPrinted outcome =
                    assertInstanceOf(PrintOutcome.NotPrinted.class, printer.print(twoSides("t-0002"), this));
            assertEquals(Set.of(PrinterTrouble.WRONG_CERTIFICATE), outcome.troubles());
            assertEquals(List.of(), second.printed());
        }
    }
}
