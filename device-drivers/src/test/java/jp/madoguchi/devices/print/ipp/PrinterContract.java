package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintJob;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the driver does with any printer of two sides: the simulator's, and one that nobody here has written. */
@Timeout(60)
abstract class PrinterContract implements PrintWitness {
    static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMillis(50),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5));

    @TempDir
    Path dir;

    final List<String> told = new ArrayList<>();

    /** Switches a printer on that prints two sides of each job; answers where it is. */
    abstract URI switchOn() throws Exception;

    /** So many sheets of A4 lie in it. */
    abstract void load(int sheets) throws Exception;

    static IppPrinter driver(URI uri, DocumentFormat format) {
        return new IppPrinter(new IppPrinter.Settings(uri, Optional.empty(), format, PATIENCE), Pace.real());
    }

    static PrintJob twoSides(String name) {
        return TestPages.job(name, pdf(2), 2, 1);
    }

    static byte[] pdf(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void status_noSheetLeft_isOutOfPaperAndNothingIsSent() throws Exception {
        URI uri = switchOn();
        load(0);
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            Set<PrinterTrouble> noPaper = Set.of(PrinterTrouble.OUT_OF_PAPER);
            assertEquals(new PrinterStatus.NotReady(noPaper), printer.status());
            PrintOutcome.NotPrinted outcome =
                    assertInstanceOf(PrintOutcome.NotPrinted.class, printer.print(twoSides("t-0001"), this));
            assertEquals(noPaper, outcome.troubles());
            assertEquals(List.of(), told);
        }
    }

    @Test
    void resume_jobThatNeverWas_isUnknown() throws Exception {
        URI uri = switchOn();
        load(100);
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            PrintTicket never = new PrintTicket("t-0666", 2, 1);
            assertInstanceOf(PrintOutcome.Unknown.class, printer.resume(never, OptionalInt.of(4711), this));
            assertInstanceOf(PrintOutcome.Unknown.class, printer.resume(never, OptionalInt.empty(), this));
        }
    }

    @Test
    void resume_idOfAnotherJob_isUnknown() throws Exception {
        URI uri = switchOn();
        load(100);
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            assertEquals(new PrintOutcome.Printed(2), printer.print(twoSides("t-0001"), this));
            assertInstanceOf(
                    PrintOutcome.Unknown.class,
                    printer.resume(new PrintTicket("t-0666", 2, 1), OptionalInt.of(createdId()), this));
        }
    }

    @ParameterizedTest
    @EnumSource(Known.class)
    void resume_jobThatNeverGotItsDocument_isWithdrawnAndNotPrinted(Known known) throws Exception {
        URI uri = switchOn();
        load(100);
        int id = create(uri, "t-0002");
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            assertInstanceOf(
                    PrintOutcome.NotPrinted.class, printer.resume(new PrintTicket("t-0002", 2, 1), known.id(id), this));
        }
    }

    @ParameterizedTest
    @EnumSource(Known.class)
    void resume_jobThatIsDone_isPrinted(Known known) throws Exception {
        URI uri = switchOn();
        load(100);
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            assertEquals(new PrintOutcome.Printed(2), printer.print(twoSides("t-0001"), this));
        }
        try (IppPrinter printer = driver(uri, DocumentFormat.PDF)) {
            assertEquals(
                    new PrintOutcome.Printed(2),
                    printer.resume(new PrintTicket("t-0001", 2, 1), known.id(createdId()), this));
        }
    }

    @ParameterizedTest
    @EnumSource(DocumentFormat.class)
    void print_twoJobsOneAfterTheOther_arePrinted(DocumentFormat format) throws Exception {
        URI uri = switchOn();
        load(100);
        try (IppPrinter printer = driver(uri, format)) {
            assertEquals(new PrinterStatus.Ready(Set.of()), printer.status());
            assertEquals(new PrintOutcome.Printed(2), printer.print(twoSides("t-0001"), this));
            assertEquals(new PrintOutcome.Printed(2), printer.print(twoSides("t-0002"), this));
        }
        assertEquals(2, told.stream().filter(line -> line.startsWith("created")).count());
        assertTrue(told.contains("progress 2"), told.toString());
    }

    /** What is still known of the job after a restart. */
    enum Known {
        ID_AND_NAME,
        NAME;

        OptionalInt id(int id) {
            return this == NAME ? OptionalInt.empty() : OptionalInt.of(id);
        }
    }

    /** A job as a program leaves it that stops after Create-Job. */
    private static int create(URI uri, String name) {
        IppWire wire = new IppWire(uri, Optional.empty());
        JobRequests requests = new JobRequests(uri);
        IppWire.Answer.Done described =
                assertInstanceOf(IppWire.Answer.Done.class, wire.ask(requests.describePrinter(), PATIENCE.request()));
        PrinterDescription printer = PrinterDescription.of(described.packet(), DocumentFormat.PDF);
        IppWire.Answer.Done created = assertInstanceOf(
                IppWire.Answer.Done.class, wire.askOnce(requests.create(name, printer), PATIENCE.request()));
        Integer id = created.packet().getValue(Tag.jobAttributes, Types.jobId);
        return id == null ? -1 : id;
    }

    private int createdId() {
        return Integer.parseInt(told.get(0).substring("created ".length()));
    }

    @Override
    public void created(int jobId) {
        told.add("created " + jobId);
    }

    @Override
    public void progress(int sidesDone) {
        told.add("progress " + sidesDone);
    }

    @Override
    public void stopped(Set<PrinterTrouble> troubles) {
        told.add("stopped " + troubles);
    }
}
