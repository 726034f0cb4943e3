package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.devices.FakePace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
final class IppPrinterStatusTest {
    private final IppDouble device = new IppDouble();
    private final IppPrinter printer = new IppPrinter(
            IppPrinter.Settings.of(device.uri("ipp"), Optional.empty(), DocumentFormat.PDF), new FakePace());

    IppPrinterStatusTest() throws IOException {}

    @AfterEach
    void stop() {
        printer.close();
        device.close();
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(Set.of(PrinterTrouble.OUT_OF_PAPER), reasons("media-empty-error")),
                Arguments.of(Set.of(PrinterTrouble.OUT_OF_PAPER), ready("iso_a5_148x210mm")),
                Arguments.of(Set.of(PrinterTrouble.DOOR_OPEN), reasons("door-open")),
                Arguments.of(Set.of(PrinterTrouble.OFFLINE), List.of(Types.printerState.of(PrinterState.stopped))),
                Arguments.of(Set.of(PrinterTrouble.OFFLINE), List.of(Types.printerIsAcceptingJobs.of(false))),
                Arguments.of(
                        Set.of(PrinterTrouble.JAM),
                        List.of(
                                Types.printerState.of(PrinterState.stopped),
                                Types.printerStateReasons.of("media-jam-warning"))),
                Arguments.of(Set.of(PrinterTrouble.UNSUITABLE), List.of(Types.sidesSupported.of("one-sided"))),
                Arguments.of(
                        Set.of(PrinterTrouble.UNSUITABLE),
                        List.of(Types.documentFormatSupported.of("image/pwg-raster"))),
                Arguments.of(
                        Set.of(PrinterTrouble.UNSUITABLE, PrinterTrouble.OUT_OF_PAPER),
                        List.of(
                                Types.mediaSupported.of("na_letter_8.5x11in"),
                                Types.mediaReady.of("na_letter_8.5x11in"))));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void status_printerCannotPrint_saysWhy(Set<PrinterTrouble> troubles, List<Attribute<?>> attributes) {
        device.printer(attributes.toArray(Attribute<?>[]::new));
        assertEquals(new PrinterStatus.NotReady(troubles), printer.status());
        device.assertPlayed();
    }

    @Test
    void status_nothingToCareAbout_isReadyWithWarnings() {
        device.printer(Types.printerStateReasons.of("toner-low-warning", "media-low-report"));
        assertEquals(
                new PrinterStatus.Ready(EnumSet.of(PrinterTrouble.TONER_LOW, PrinterTrouble.PAPER_LOW)),
                printer.status());
    }

    @Test
    void status_connectionEndsOnce_isAskedAgain() {
        device.hangsUp(Operation.getPrinterAttributes).printer();
        assertInstanceOf(PrinterStatus.Ready.class, printer.status());
        device.assertPlayed();
    }

    @Test
    void status_noPrinterUnderThisPath_isNotTakenForAPulledCable() {
        URI elsewhere = device.uri("ipp").resolve("/nowhere");
        try (IppPrinter other = new IppPrinter(
                IppPrinter.Settings.of(elsewhere, Optional.empty(), DocumentFormat.PDF), new FakePace())) {
            assertEquals(
                    new PrinterStatus.Unreachable(PrinterTrouble.NOT_A_PRINTER, "HTTP status 404"), other.status());
        }
    }

    private static List<Attribute<?>> reasons(String reason) {
        return List.of(Types.printerStateReasons.of(reason));
    }

    private static List<Attribute<?>> ready(String media) {
        return List.of(Types.mediaReady.of(media));
    }
}
