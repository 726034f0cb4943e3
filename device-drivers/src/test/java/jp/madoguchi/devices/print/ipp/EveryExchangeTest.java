package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintJob;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.simulators.printer.DocumentOffer;
import jp.madoguchi.simulators.printer.IppOperation;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.simulators.printer.PrinterSettings;
import jp.madoguchi.simulators.printer.PrinterSimulator;
import jp.madoguchi.simulators.printer.WireFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of the wire and of the current at every exchange of a print, once and for good, with PDF and once with raster. The table
 * that {@code target/printer-exchanges.md} keeps says what became of each; here stands what must hold for all of them.
 */
@Timeout(30)
final class EveryExchangeTest {
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            Duration.ofMillis(300),
            Duration.ofMillis(400),
            Duration.ofMillis(300));

    /** Coarse dots, which are drawn and read in a moment. */
    private static final PrinterSettings SETTINGS = PrinterSettings.instant()
            .taking(new DocumentOffer(
                    List.of(DocumentOffer.PDF, DocumentOffer.RASTER), List.of("black_1"), List.of(300), "flipped"));

    /** Four sides on two sheets. */
    private static final PrintTicket TICKET = new PrintTicket("t-0001", 4, 2);

    private static final byte[] PDF = PrinterContract.pdf(TICKET.sides());

    /** So often that no patience lasts. */
    private static final int FOR_GOOD = 1000;

    private static final List<String> TABLE = new ArrayList<>();

    @TempDir
    Path dir;

    static Stream<Arguments> exchanges() {
        List<IppOperation> asked = List.of(
                IppOperation.GET_PRINTER_ATTRIBUTES,
                IppOperation.VALIDATE_JOB,
                IppOperation.CREATE_JOB,
                IppOperation.SEND_DOCUMENT,
                IppOperation.GET_JOB_ATTRIBUTES);
        return asked.stream()
                .flatMap(operation -> Arrays.stream(WireFault.values())
                        .flatMap(fault -> Stream.of(
                                Arguments.of(operation, fault, 1, DocumentFormat.PDF),
                                Arguments.of(operation, fault, FOR_GOOD, DocumentFormat.PDF),
                                Arguments.of(operation, fault, 1, DocumentFormat.RASTER))));
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void print_faultAtAnExchange_isNeverToldOtherwiseThanThePaper(
            IppOperation operation, WireFault fault, int times, DocumentFormat format) throws IOException {
        try (PrinterSimulator device = PrinterSimulator.start(dir, 0, SETTINGS)) {
            device.countAnewAfterPowerLoss(true);
            IntStream.range(0, times).forEach(each -> device.inject(operation, fault));
            String point = operation + " | " + fault + (times == 1 ? "" : ", for good") + " | " + format;
            check(device, format, point);
        }
    }

    static Stream<Arguments> sides() {
        return IntStream.rangeClosed(1, TICKET.sides())
                .boxed()
                .flatMap(side -> Arrays.stream(DocumentFormat.values()).map(format -> Arguments.of(side, format)));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void print_powerLostAtASide_isNeverToldOtherwiseThanThePaper(int side, DocumentFormat format) throws IOException {
        try (PrinterSimulator device = PrinterSimulator.start(dir, 0, SETTINGS)) {
            device.losePowerAtSide(side);
            check(device, format, "side " + side + " | the current fails | " + format);
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void print_jamAtASideForGood_isNeverToldOtherwiseThanThePaper(int side, DocumentFormat format) throws IOException {
        try (PrinterSimulator device = PrinterSimulator.start(dir, 0, SETTINGS)) {
            device.jamAtSide(side);
            check(device, format, "side " + side + " | a jam that nobody clears | " + format);
        }
    }

    /** The jam makes the driver cancel, and the wire takes the cancelling away. */
    static Stream<WireFault> faults() {
        return Arrays.stream(WireFault.values());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void print_faultWhileCancelling_isNeverToldOtherwiseThanThePaper(WireFault fault) throws IOException {
        try (PrinterSimulator device = PrinterSimulator.start(dir, 0, SETTINGS)) {
            device.jamAtSide(3);
            device.inject(IppOperation.CANCEL_JOB, fault);
            check(device, DocumentFormat.PDF, IppOperation.CANCEL_JOB + " | " + fault + " | PDF");
        }
    }

    private static void check(PrinterSimulator device, DocumentFormat format, String point) {
        IppPrinter.Settings settings = new IppPrinter.Settings(device.uri(), Optional.empty(), format, PATIENCE);
        Ids ids = new Ids();
        PrintOutcome outcome;
        try (IppPrinter printer = new IppPrinter(settings, Pace.real())) {
            outcome = printer.print(new PrintJob(TICKET, new TestPages(PDF, TICKET.sides())), ids);
        }
        int sent = device.heard(IppOperation.SEND_DOCUMENT);
        int sides = device.printed().stream().mapToInt(PrintedJob::impressions).sum();
        int sheets = device.outputTray();
        int taken = device.printed().size();
        PrintOutcome again;
        try (IppPrinter printer = new IppPrinter(settings, Pace.real())) {
            again = printer.resume(TICKET, ids.last, ids);
        }
        note(point, outcome, again, sent, sides, sheets);
        assertAll(
                point,
                () -> assertTrue(sent <= 1, "the document was sent " + sent + " times"),
                () -> assertEquals(sent, device.heard(IppOperation.SEND_DOCUMENT), "sent by resume"),
                () -> assertTrue(taken <= 1, taken + " documents taken"),
                () -> assertTrue(agrees(outcome, sides, sheets), outcome + " with " + sides + " sides out"),
                () -> assertTrue(agrees(again, sides, sheets), "resumed: " + again + " with " + sides + " sides out"),
                () -> assertTrue(
                        !(outcome instanceof PrintOutcome.Printed) || !(again instanceof PrintOutcome.NotPrinted),
                        "printed, and then not"));
    }

    private static boolean agrees(PrintOutcome outcome, int sides, int sheets) {
        if (outcome instanceof PrintOutcome.Printed) {
            return sides == TICKET.sides() && sheets == TICKET.sheets();
        }
        return outcome instanceof PrintOutcome.Unknown || (sides == 0 && sheets == 0);
    }

    private static void note(String point, PrintOutcome outcome, PrintOutcome again, int sent, int sides, int sheets) {
        TABLE.add("| " + point + " | " + name(outcome) + " | " + name(again) + " | " + sent + " | " + sides + " | "
                + sheets + " |");
    }

    private static String name(PrintOutcome outcome) {
        return outcome.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "_$1")
                .toUpperCase(Locale.ROOT);
    }

    @AfterAll
    static void keepTheTable() throws IOException {
        List<String> page = new ArrayList<>(List.of(
                "| At | What happens | Format | Outcome | Asked after again | Documents sent | Sides out | Sheets out |",
                "|---|---|---|---|---|---|---|---|"));
        page.addAll(TABLE);
        Files.write(Path.of("target/printer-exchanges.md"), page);
    }

    private static final class Ids implements PrintWitness {
        private OptionalInt last = OptionalInt.empty();

        @Override
        public void created(int jobId) {
            last = OptionalInt.of(jobId);
        }

        @Override
        public void progress(int sidesDone) {}

        @Override
        public void stopped(Set<PrinterTrouble> troubles) {}
    }
}
