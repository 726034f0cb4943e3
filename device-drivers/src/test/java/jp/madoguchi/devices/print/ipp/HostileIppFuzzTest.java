package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.hp.jipp.encoding.IppPacket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;

/** Any bytes as a printer's answer: printed, and not printed, are believed only where the bytes themselves say so. */
final class HostileIppFuzzTest {
    private static final int REQUEST = 1;
    private static final PrintTicket JOB = new PrintTicket("t-1", 2, 1);
    private static final int CANCELED = 7;
    private static final int ABORTED = 8;
    private static final int COMPLETED = 9;

    @FuzzTest
    void job_anyAnswer_isPrintedOnlyIfItSaysSo(byte[] answer) {
        Optional<JobReport> report = packet(answer).flatMap(JobReport::of);
        if (report.isEmpty()) {
            return;
        }
        assertFalse(report.get().said().isEmpty());
        if (!report.get().ended() || !report.get().isOf(JOB)) {
            return;
        }
        PrintOutcome outcome = report.get().verdict(JOB, -1, Set.of());
        IppAnswer said = IppAnswer.of(answer).orElseThrow(() -> new AssertionError("half an answer"));
        OptionalInt state = said.only("job-state");
        OptionalInt sides = said.only("job-impressions-completed");
        OptionalInt sheets = said.only("job-media-sheets-completed");
        boolean noSheets = said.silentOf("job-media-sheets-completed");
        List<String> reasons = said.words("job-state-reasons");
        if (outcome instanceof PrintOutcome.Printed printed) {
            assertTrue(said.answers(REQUEST));
            assertEquals(JOB.sides(), printed.sides());
            assertEquals(OptionalInt.of(COMPLETED), state);
            assertEquals(OptionalInt.of(JOB.sides()), sides);
            assertTrue(noSheets || sheets.equals(OptionalInt.of(JOB.sheets())), "another count of sheets");
            assertFalse(reasons.isEmpty(), "without a word on how it ended");
            assertTrue(Set.of("none", "job-completed-successfully").containsAll(reasons), reasons::toString);
        } else if (outcome instanceof PrintOutcome.NotPrinted) {
            assertTrue(state.equals(OptionalInt.of(CANCELED)) || state.equals(OptionalInt.of(ABORTED)));
            assertEquals(OptionalInt.of(0), sides);
            assertTrue(noSheets || sheets.equals(OptionalInt.of(0)), "sheets came out");
            assertFalse(reasons.contains("processing-to-stop-point"), "it has not ended");
        } else {
            assertTrue(outcome instanceof PrintOutcome.Unknown);
        }
    }

    @FuzzTest
    void printer_anyAnswer_isReadyOnlyWithoutABlockingReason(byte[] answer) {
        Optional<IppPacket> packet = packet(answer);
        if (packet.isEmpty()) {
            return;
        }
        for (DocumentFormat wish : DocumentFormat.values()) {
            PrinterDescription printer = PrinterDescription.of(packet.get(), wish);
            PrinterStatus status = printer.status();
            if (status instanceof PrinterStatus.NotReady notReady) {
                assertFalse(notReady.troubles().isEmpty());
            } else if (status instanceof PrinterStatus.Ready ready) {
                assertTrue(printer.suitable() && printer.accepting() && !printer.stopped() && printer.paperReady());
                assertTrue(printer.reasons().blocking().isEmpty());
                Set<PrinterTrouble> warnings = ready.warnings();
                assertEquals(printer.reasons().warnings(), warnings);
            }
            assertTrue(printer.troubles().containsAll(printer.standstill()) || printer.stopped());
        }
    }

    private static Optional<IppPacket> packet(byte[] answer) {
        return IppWire.read(REQUEST, answer) instanceof IppWire.Answer.Done done
                ? Optional.of(done.packet())
                : Optional.empty();
    }
}
