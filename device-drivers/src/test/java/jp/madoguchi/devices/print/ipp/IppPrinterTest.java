package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
final class IppPrinterTest extends ScriptedPrint {
    IppPrinterTest() throws IOException {}

    @Test
    void status_noPrinter_isUnreachable() {
        device.close();
        assertInstanceOf(PrinterStatus.Unreachable.class, printer.status());
        assertEquals(Set.of(PrinterTrouble.UNREACHABLE), notPrinted(printer.print(TWO_SIDES, this)));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(PrinterTrouble.OUT_OF_PAPER, d -> d.printer(Types.printerStateReasons.of("media-empty"))),
                refusal(
                        PrinterTrouble.UNREACHABLE,
                        d -> d.hangsUp(Operation.getPrinterAttributes).hangsUp(Operation.getPrinterAttributes)),
                refusal(
                        PrinterTrouble.UNSUITABLE,
                        d -> d.printer()
                                .refuses(Operation.validateJob, Status.clientErrorAttributesOrValuesNotSupported)),
                refusal(
                        PrinterTrouble.OFFLINE,
                        d -> d.printer().refuses(Operation.validateJob, Status.serverErrorNotAcceptingJobs)),
                refusal(
                        PrinterTrouble.UNSUITABLE,
                        d -> d.printer()
                                .says(
                                        Operation.validateJob,
                                        Status.successfulOkIgnoredOrSubstitutedAttributes,
                                        IppPrinterTest::oneSided)),
                refusal(PrinterTrouble.BUSY, d -> busy(d.printer().validates(), 3)),
                refusal(
                        PrinterTrouble.OTHER,
                        d -> d.printer().validates().refuses(Operation.createJob, Status.serverErrorInternalError)),
                refusal(PrinterTrouble.UNREACHABLE, d -> d.printer().validates().hangsUp(Operation.createJob)),
                refusal(
                        PrinterTrouble.OTHER,
                        d -> d.printer().validates().says(Operation.createJob, Status.successfulOk, a -> a)),
                refusal(
                        PrinterTrouble.UNSUITABLE,
                        d -> d.printer()
                                .validates()
                                .says(
                                        Operation.createJob,
                                        Status.successfulOkIgnoredOrSubstitutedAttributes,
                                        a -> oneSided(a.putJobAttributes(Types.jobId.of(IppDouble.JOB))))
                                .refuses(Operation.cancelJob, Status.successfulOk)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void print_refusedBeforeTheDocument_isNotPrinted(PrinterTrouble trouble, Consumer<IppDouble> script) {
        script.accept(device);
        assertEquals(Set.of(trouble), notPrinted(printer.print(TWO_SIDES, this)));
        assertFalse(device.operations().contains(Operation.sendDocument));
        assertEquals(List.of(), told);
        device.assertPlayed();
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                ending("printed 2", d -> d.takesDocument().job(JobState.completed, "job-completed-successfully", 2)),
                ending("unknown 1", d -> d.takesDocument().job(JobState.aborted, "aborted-by-system", 1)),
                ending("notprinted", d -> d.takesDocument().job(JobState.aborted, "aborted-by-system", 0)),
                // refused: cancelled, and the job's own state decides
                ending(
                        "notprinted",
                        d -> d.refuses(Operation.sendDocument, Status.clientErrorDocumentFormatError)
                                .refuses(Operation.cancelJob, Status.successfulOk)
                                .job(JobState.canceled, "job-canceled-by-user", 0)),
                ending(
                        "unknown 1",
                        d -> d.refuses(Operation.sendDocument, Status.serverErrorBusy)
                                .refuses(Operation.cancelJob, Status.clientErrorNotPossible)
                                .job(JobState.completed, "job-completed-with-errors", 1)),
                // lost reply: never sent again, asked after instead
                ending(
                        "printed 2",
                        d -> d.hangsUp(Operation.sendDocument)
                                .job(JobState.completed, "job-completed-successfully", 2)),
                ending(
                        "unknown -1",
                        d -> d.hangsUp(Operation.sendDocument)
                                .refuses(Operation.getJobAttributes, Status.clientErrorNotFound)),
                // lost while following: found again, or not
                // a trouble of its own that passes
                ending(
                        "printed 2",
                        d -> d.takesDocument()
                                .refuses(Operation.getJobAttributes, Status.serverErrorBusy)
                                .job(JobState.completed, "job-completed-successfully", 2)),
                // the id is another's now
                ending("unknown -1", d -> d.takesDocument().jobNamed("t-0002", JobState.completed, "none", 2)),
                // nothing that is said last takes back what was said before
                ending(
                        "unknown 1",
                        d -> d.takesDocument()
                                .job(JobState.processing, "job-printing", 1)
                                .printer()
                                .job(JobState.aborted, "aborted-by-system", 0)),
                // lost before it came: nobody will send it any more
                ending(
                        "notprinted",
                        d -> d.hangsUp(Operation.sendDocument)
                                .job(JobState.pending, "job-incoming", 0)
                                .printer()
                                .refuses(Operation.cancelJob, Status.successfulOk)
                                .job(JobState.canceled, "job-canceled-by-user", 0)),
                ending(
                        "printed 2",
                        d -> silent(d.takesDocument(), 2).job(JobState.completed, "job-completed-successfully", 2)),
                ending("unknown -1", d -> silent(d.takesDocument(), 3)),
                ending(
                        "unknown 1",
                        d -> silent(
                                d.takesDocument()
                                        .job(JobState.processing, "job-printing", 1)
                                        .printer(),
                                2)),
                // cancelled is not the end until the printer has come to a point where it can stop
                ending(
                        "unknown 2",
                        d -> d.takesDocument()
                                .job(JobState.canceled, "processing-to-stop-point", 0)
                                .printer()
                                .job(JobState.canceled, "job-canceled-at-device", 2)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void print_afterTheDocument_onlyTheJobDecides(String expected, Consumer<IppDouble> script) {
        script.accept(device.printer().validates().creates());
        assertEquals(expected, said(printer.print(TWO_SIDES, this)));
        assertEquals(
                1,
                device.operations().stream()
                        .filter(Operation.sendDocument::equals)
                        .count());
        assertEquals("created 17", told.get(0));
        device.assertPlayed();
    }

    @Test
    void print_busyAtFirst_asksForTheJobAgain() {
        busy(device.printer().validates(), 2).creates().takesDocument();
        device.job(JobState.completed, "job-completed-successfully", 2);
        assertEquals("printed 2", said(printer.print(TWO_SIDES, this)));
        device.assertPlayed();
    }

    @Test
    void print_witnessCannotStoreTheJobId_cancelsAndSendsNothing() {
        device.printer().validates().creates().refuses(Operation.cancelJob, Status.successfulOk);
        PrintWitness failing = new PrintWitness() {
            @Override
            public void created(int jobId) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public void progress(int sidesDone) {}

            @Override
            public void stopped(Set<PrinterTrouble> troubles) {}
        };
        assertThrows(IllegalStateException.class, () -> printer.print(TWO_SIDES, failing));
        device.assertPlayed();
    }

    @Test
    void print_printerGoneBeforeTheDocument_isNotPrinted() {
        device.closingConnections().printer().validates().creates();
        PrintWitness cutting = new PrintWitness() {
            @Override
            public void created(int jobId) {
                device.close();
            }

            @Override
            public void progress(int sidesDone) {}

            @Override
            public void stopped(Set<PrinterTrouble> troubles) {}
        };
        assertEquals(Set.of(PrinterTrouble.UNREACHABLE), notPrinted(printer.print(TWO_SIDES, cutting)));
    }

    @ParameterizedTest
    @CsvSource({"auto, false", "none, true"})
    void print_sequence_asksForWhatMakesACertificate(String scaling, boolean scales) {
        device.printer(Types.printScalingSupported.of(scaling))
                .validates()
                .creates()
                .takesDocument();
        device.job(JobState.completed, "job-completed-successfully", 2);
        assertEquals("printed 2", said(printer.print(TWO_SIDES, this)));
        for (int request : List.of(1, 2)) {
            AttributeGroup operation = group(request, Tag.operationAttributes);
            assertEquals("t-0001", operation.getString(Types.jobName));
            assertEquals("madoguchi", operation.getString(Types.requestingUserName));
            assertEquals(true, operation.getValue(Types.ippAttributeFidelity));
            AttributeGroup job = group(request, Tag.jobAttributes);
            assertEquals("iso_a4_210x297mm", job.getString(Types.media));
            assertEquals("two-sided-long-edge", job.getValue(Types.sides));
            if (scales) {
                assertEquals("none", job.getValue(Types.printScaling));
            } else {
                assertNull(job.getValue(Types.printScaling));
            }
        }
        AttributeGroup send = group(3, Tag.operationAttributes);
        assertEquals(IppDouble.JOB, send.getValue(Types.jobId));
        assertEquals(true, send.getValue(Types.lastDocument));
        assertEquals("application/pdf", send.getValue(Types.documentFormat));
        assertArrayEquals(PDF, device.received.get(3).document());
        device.assertPlayed();
    }

    private AttributeGroup group(int request, Tag tag) {
        return java.util.Objects.requireNonNull(
                device.received.get(request).packet().get(tag));
    }

    private static Set<PrinterTrouble> notPrinted(PrintOutcome outcome) {
        return assertInstanceOf(PrintOutcome.NotPrinted.class, outcome).troubles();
    }

    private static Arguments refusal(PrinterTrouble trouble, Consumer<IppDouble> script) {
        return Arguments.of(trouble, script);
    }

    private static Arguments ending(String expected, Consumer<IppDouble> script) {
        return Arguments.of(expected, script);
    }

    private static IppPacket.Builder oneSided(IppPacket.Builder answer) {
        return answer.putUnsupportedAttributes(Types.sides.of("two-sided-long-edge"));
    }

    /** One question in {@code JobFollower} is two on the wire, because a broken connection is tried once more. */
    private static IppDouble silent(IppDouble device, int questions) {
        for (int i = 0; i < 2 * questions; i++) {
            device.hangsUp(Operation.getJobAttributes);
        }
        return device;
    }

    private static IppDouble busy(IppDouble device, int times) {
        for (int i = 0; i < times; i++) {
            device.refuses(Operation.createJob, Status.serverErrorBusy);
        }
        return device;
    }
}
