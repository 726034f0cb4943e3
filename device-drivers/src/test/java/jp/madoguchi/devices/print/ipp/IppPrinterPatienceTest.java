package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job that stands still, and one that is cancelled for it. */
@Timeout(30)
final class IppPrinterPatienceTest extends ScriptedPrint {
    IppPrinterPatienceTest() throws IOException {}

    @Test
    void print_stoppedForLongerThanPatience_isCancelledAndDecidedByTheSidesOut() {
        device.printer().validates().creates().takesDocument();
        for (int poll = 0; poll < 5; poll++) {
            device.job(JobState.processingStopped, "printer-stopped", 1)
                    .printer(
                            Types.printerState.of(PrinterState.stopped),
                            Types.printerStateReasons.of("media-jam-error"));
        }
        device.refuses(Operation.cancelJob, Status.successfulOk).job(JobState.canceled, "job-canceled-by-user", 1);
        PrintOutcome.Unknown outcome = assertInstanceOf(PrintOutcome.Unknown.class, printer.print(TWO_SIDES, this));
        assertEquals(Set.of(PrinterTrouble.JAM), outcome.troubles());
        assertEquals(List.of("created 17", "progress 1", "stopped [JAM]"), told);
        device.assertPlayed();
    }

    /** Every second poll says that all is well again. */
    @Test
    void print_troubleThatComesAndGoes_isCancelledInTheEnd() {
        device.printer().validates().creates().takesDocument();
        Duration longest = PATIENCE.stopped().plus(JobFollower.SHEET);
        long polls = longest.dividedBy(PATIENCE.poll());
        for (int poll = 0; poll <= polls; poll++) {
            device.job(JobState.processing, "job-printing", 0)
                    .printer(Types.printerStateReasons.of(poll % 2 == 0 ? "media-empty" : "none"));
        }
        device.refuses(Operation.cancelJob, Status.successfulOk).job(JobState.canceled, "job-canceled-by-user", 0);
        assertEquals("notprinted", said(printer.print(TWO_SIDES, this)));
        device.assertPlayed();
    }

    @Test
    void print_moreSidesThanTheJobHas_areNoProgress() {
        device.printer().validates().creates().takesDocument();
        for (int side = 0; side <= 6; side++) { // the second, after a second, is the last that counts
            device.job(JobState.processing, "job-printing", side).printer();
        }
        device.refuses(Operation.cancelJob, Status.successfulOk).job(JobState.canceled, "job-canceled-by-user", 7);
        assertEquals("unknown 7", said(printer.print(TWO_SIDES, this)));
        device.assertPlayed();
    }

    @Test
    void print_paperAddedInTime_goesOnAndIsPrinted() {
        device.printer().validates().creates().takesDocument();
        device.job(JobState.processing, "job-printing", 0)
                .printer(Types.printerStateReasons.of("media-empty"))
                .job(JobState.processing, "job-printing", 1)
                .printer()
                .job(JobState.completed, "job-completed-successfully", 2);
        assertEquals("printed 2", said(printer.print(TWO_SIDES, this)));
        assertEquals(List.of("created 17", "stopped [OUT_OF_PAPER]", "progress 1", "stopped []", "progress 2"), told);
        device.assertPlayed();
    }

    @Test
    void print_cancelledJobThatNeverEnds_isUnknown() {
        device.printer().validates().creates().takesDocument();
        for (int poll = 0; poll < 5; poll++) {
            device.job(JobState.processing, "none", 0).printer();
        }
        device.refuses(Operation.cancelJob, Status.successfulOk);
        for (int poll = 0; poll < 2; poll++) {
            device.job(JobState.canceled, "processing-to-stop-point", 0).printer();
        }
        assertEquals("unknown 0", said(printer.print(TWO_SIDES, this)));
        device.assertPlayed();
    }

    @Test
    void print_cancellingNotHeard_isAskedForAgain() {
        device.printer().validates().creates().refuses(Operation.sendDocument, Status.serverErrorInternalError);
        device.hangsUp(Operation.cancelJob).hangsUp(Operation.cancelJob);
        device.job(JobState.pending, "job-incoming", 0).printer();
        device.refuses(Operation.cancelJob, Status.successfulOk).job(JobState.canceled, "job-canceled-by-user", 0);
        assertEquals("notprinted", said(printer.print(TWO_SIDES, this)));
        device.assertPlayed();
    }
}
