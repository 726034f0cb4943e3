package jp.madoguchi.simulators.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Name;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes out of the printer, side by side, when a hand interferes and when none does. */
class PrinterJourneyTest {
    private static final String DUPLEX = "two-sided-long-edge";

    @TempDir
    Path dir;

    private final TestClock clock = new TestClock();
    private final LinkedBlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
    private PrinterSimulator printer;
    private IppClient client;

    @BeforeEach
    void start() throws IOException {
        start(Duration.ZERO);
    }

    private void start(Duration perSide) throws IOException {
        printer = PrinterSimulator.start(dir, 0, new PrinterSettings(perSide, clock));
        printer.listen(() -> changes.add(true));
        client = new IppClient(printer.uri());
    }

    @AfterEach
    void stop() {
        printer.close();
    }

    @Test
    void jam_midJob_stopsThereUntilCleared() throws Exception {
        printer.jamAtSide(2);
        int id = client.print("t-1", IppClient.pdf(3), DUPLEX);
        await(() -> last().phase() == JobPhase.STOPPED);

        IppPacket job = client.job(id);
        assertEquals(List.of(JobState.processingStopped), IppClient.values(job, "job-state"));
        assertEquals(List.of("printer-stopped"), IppClient.values(job, "job-state-reasons"));
        assertEquals(1, IppClient.integer(job, "job-impressions-completed"));
        assertEquals(0, IppClient.integer(job, "job-media-sheets-completed"));
        assertEquals(List.of(PrinterState.stopped), IppClient.values(status(), "printer-state"));
        assertEquals(List.of("media-jam-error"), IppClient.values(status(), "printer-state-reasons"));

        printer.clearJam(AfterJam.RESUME);
        await(() -> last().phase() == JobPhase.COMPLETED);

        assertEquals(3, last().impressions());
        assertEquals(2, last().sheets());
        assertEquals(Mechanism.CAPACITY - 3, printer.paper(), "the torn sheet is lost");
    }

    @Test
    void jam_clearedByAModelThatGivesUp_abortedWithWhatCameOut() throws Exception {
        printer.jamAtSide(3);
        int id = client.print("t-1", IppClient.pdf(4), DUPLEX);
        await(() -> last().phase() == JobPhase.STOPPED);

        printer.clearJam(AfterJam.ABORT);

        assertEquals(List.of(JobState.aborted), IppClient.values(client.job(id), "job-state"));
        assertEquals(2, last().impressions());
        assertEquals(1, printer.outputTray());
    }

    @Test
    void paper_endsMidJob_waitsForPaperAndGoesOn() throws Exception {
        printer.paper(1);
        client.print("t-1", IppClient.pdf(4), DUPLEX);
        await(() -> last().phase() == JobPhase.STOPPED);
        assertEquals(List.of("media-empty-error", "media-needed-error"), printer.stateReasons());
        assertEquals(2, last().impressions());

        printer.paper(20);
        await(() -> last().phase() == JobPhase.COMPLETED);

        assertEquals(2, printer.outputTray());
        assertEquals(List.of("none"), printer.stateReasons());
    }

    @Test
    void paper_lastSheetSuffices_completedAndThenEmpty() throws Exception {
        printer.paper(1);
        client.print("t-1", IppClient.pdf(2), DUPLEX);
        await(() -> last().phase() == JobPhase.COMPLETED);

        assertEquals(List.of("media-empty-error"), printer.stateReasons());
    }

    @Test
    void door_open_nothingComesOutUntilClosed() throws Exception {
        printer.openDoor();
        client.print("t-1", IppClient.pdf(1), DUPLEX);
        await(() -> last().phase() == JobPhase.STOPPED);
        assertEquals(List.of("door-open-error"), printer.stateReasons());
        assertEquals(0, last().impressions());

        printer.closeDoor();
        await(() -> last().phase() == JobPhase.COMPLETED);
    }

    @Test
    void cancel_whileStopped_canceledWithNothingOut() throws Exception {
        printer.openDoor();
        int id = client.print("t-1", IppClient.pdf(2), DUPLEX);
        await(() -> last().phase() == JobPhase.STOPPED);

        IppPacket answer = client.send(client.request(IppOperation.CANCEL_JOB, Types.jobId.of(id)));
        printer.closeDoor();

        assertEquals(Status.successfulOk, answer.getStatus());
        assertEquals(JobPhase.CANCELED, last().phase());
        assertEquals(0, printer.outputTray());
    }

    @Test
    void cancel_behindAnotherJob_otherOneUntouched() throws Exception {
        printer.openDoor();
        client.print("t-1", IppClient.pdf(2), DUPLEX);
        int second = client.print("t-2", IppClient.pdf(2), DUPLEX);
        assertEquals(
                Status.successfulOk,
                client.send(client.request(IppOperation.CANCEL_JOB, Types.jobId.of(second)))
                        .getStatus());

        printer.closeDoor();
        await(() -> printer.printed().get(0).phase() == JobPhase.COMPLETED);

        assertEquals(JobPhase.CANCELED, printer.printed().get(1).phase());
    }

    @Test
    void offline_answersAndSaysSo() throws Exception {
        printer.offline();

        IppPacket status = status();
        assertEquals(List.of(PrinterState.stopped), IppClient.values(status, "printer-state"));
        assertEquals(List.of("paused"), IppClient.values(status, "printer-state-reasons"));
        assertEquals(List.of(false), IppClient.values(status, "printer-is-accepting-jobs"));

        printer.online();
        assertEquals(List.of(true), IppClient.values(status(), "printer-is-accepting-jobs"));
    }

    @Test
    void power_lostAtASide_jobForgottenAndIdsAnew() throws Exception {
        printer.countAnewAfterPowerLoss(true);
        printer.losePowerAtSide(3);
        int id = client.print("t-1", IppClient.pdf(4), DUPLEX);
        await(() -> last().phase() == JobPhase.ABORTED);
        assertEquals(2, last().impressions());
        assertThrows(IOException.class, () -> client.job(id));

        printer.powerOn();
        assertEquals(Status.clientErrorNotFound, client.job(id).getStatus());
        assertEquals(id, client.print("t-2", IppClient.pdf(1), DUPLEX));
        assertEquals("job-1-2.pdf", last().file().getFileName().toString());
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, 0, 0", "SIDE_FEWER, 1, 1", "SIDE_MORE, 3, 1", "SHEET_FEWER, 2, 0", "SHEET_MORE, 2, 2"})
    void counters_lying_sayOtherwiseThanThePaper(CounterLie lie, int sides, int sheets) throws Exception {
        printer.lie(lie);
        int id = client.print("t-1", IppClient.pdf(2), DUPLEX);
        await(() -> last().phase() == JobPhase.COMPLETED);

        IppPacket job = client.job(id);
        assertEquals(sides, IppClient.integer(job, "job-impressions-completed"));
        assertEquals(sheets, IppClient.integer(job, "job-media-sheets-completed"));
        assertEquals(1, printer.outputTray());
    }

    @ParameterizedTest
    @EnumSource(WireFault.class)
    void fault_atCreation_jobExistsWhenThePrinterActs(WireFault fault) throws Exception {
        printer.inject(IppOperation.CREATE_JOB, fault);
        if (fault == WireFault.BUSY || fault == WireFault.WRONG_REPLY) {
            assertEquals(fault == WireFault.BUSY, createJob().getStatus().equals(Status.serverErrorBusy));
        } else {
            assertThrows(IOException.class, this::createJob);
        }
        boolean remains = fault.acts() && fault != WireFault.POWER_LOSS_AFTER;
        IppPacket jobs = client.send(client.request(IppOperation.GET_JOBS));
        assertEquals(remains ? List.of(1) : List.of(), IppClient.values(jobs, "job-id"));
        assertEquals(1, printer.heard(IppOperation.CREATE_JOB));
    }

    private IppPacket createJob() throws IOException, InterruptedException {
        return client.send(client.request(IppOperation.CREATE_JOB, Types.jobName.of("t-1")));
    }

    @Test
    void reply_lost_jobExistsAllTheSame() throws Exception {
        printer.inject(IppOperation.PRINT_JOB, WireFault.LOSE_REPLY);

        assertThrows(
                IOException.class,
                () -> client.send(client.request(IppOperation.PRINT_JOB, Types.jobName.of("t-1")), IppClient.pdf(1)));

        await(() -> last().phase() == JobPhase.COMPLETED);
        assertEquals("t-1", last().name());
    }

    @Test
    void request_lost_nothingHappened() throws Exception {
        printer.inject(IppOperation.CREATE_JOB, WireFault.LOSE_REQUEST);

        assertThrows(IOException.class, () -> client.create("t-1", DUPLEX));

        IppPacket jobs = client.send(client.request(IppOperation.GET_JOBS));
        assertEquals(List.of(), IppClient.values(jobs, "job-id"));
    }

    @Test
    void busy_once_thenAccepted() throws Exception {
        printer.inject(IppOperation.CREATE_JOB, WireFault.BUSY);
        IppPacket create = client.request(IppOperation.CREATE_JOB);

        assertEquals(Status.serverErrorBusy, client.send(create).getStatus());
        assertEquals(Status.successfulOk, client.send(create).getStatus());
    }

    @Test
    void line_down_noAnswerAndPrintingGoesOn() throws Exception {
        printer.openDoor();
        int id = client.print("t-1", IppClient.pdf(1), DUPLEX);
        printer.line(false);
        assertThrows(IOException.class, () -> client.job(id));

        printer.closeDoor();
        await(() -> last().phase() == JobPhase.COMPLETED);
        printer.line(true);

        assertEquals(List.of(JobState.completed), IppClient.values(client.job(id), "job-state"));
    }

    @Test
    void power_lostMidJob_jobForgottenPaperKept() throws Exception {
        printer.jamAtSide(3);
        int id = client.print("t-1", IppClient.pdf(4), DUPLEX);
        await(() -> last().phase() == JobPhase.STOPPED);

        printer.powerOff();
        assertThrows(IOException.class, this::status);
        printer.powerOn();

        assertEquals(Status.clientErrorGone, client.job(id).getStatus());
        assertEquals(1, printer.outputTray());
        assertEquals(1, IppClient.integer(status(), "printer-up-time"));
        assertEquals(JobPhase.ABORTED, last().phase());
    }

    @Test
    void document_neverComes_jobAborted() throws Exception {
        int id = client.create("t-1", DUPLEX);
        clock.now = clock.now.plus(PrintEngine.DOCUMENT_TIMEOUT).plusSeconds(1);

        assertEquals(List.of(JobState.aborted), IppClient.values(client.job(id), "job-state"));
    }

    @Test
    void restart_sameDirectory_keepsWhatLiesThere() throws Exception {
        int first = client.print("t-1", IppClient.pdf(1), DUPLEX);
        printer.close();
        start(Duration.ZERO);

        assertTrue(client.print("t-2", IppClient.pdf(2), DUPLEX) > first);
        assertTrue(Files.exists(dir.resolve("printed/job-" + first + ".pdf")));
    }

    @Test
    void cancel_whilePrinting_finishesTheSheet() throws Exception {
        printer.close();
        start(Duration.ofMillis(40));
        int id = client.print("t-1", IppClient.pdf(60), DUPLEX);
        await(() -> last().impressions() % 2 == 1);

        IppPacket answer = client.send(client.request(IppOperation.CANCEL_JOB, Types.jobId.of(id)));
        await(() -> last().phase().ended());

        assertEquals(Status.successfulOk, answer.getStatus());
        assertEquals(JobPhase.CANCELED, last().phase());
        assertEquals(last().impressions(), 2 * last().sheets(), "no sheet is left half printed");
        assertTrue(last().impressions() < 60);
    }

    @Test
    void jobs_printed_inOrderByteForByteAndCounted() throws Exception {
        byte[] odd = IppClient.pdf(3);
        int first = client.print("t-1", odd, DUPLEX);
        client.print("t-2", IppClient.pdf(3), "one-sided");
        await(() -> printer.printed().size() == 2 && last().phase() == JobPhase.COMPLETED);

        List<PrintedJob> printed = printer.printed();
        assertEquals(
                List.of("t-1", "t-2"), printed.stream().map(PrintedJob::name).toList());
        assertEquals(List.of(2, 3), printed.stream().map(PrintedJob::sheets).toList());
        assertEquals(
                dir.resolve("printed/job-" + first + ".pdf"), printed.get(0).file());
        assertArrayEquals(odd, Files.readAllBytes(printed.get(0).file()));
        IppPacket job = client.job(first);
        assertEquals(List.of("job-completed-successfully"), IppClient.values(job, "job-state-reasons"));
        assertEquals(3, IppClient.integer(job, "job-impressions-completed"));
        assertEquals(2, IppClient.integer(job, "job-media-sheets-completed"));
        assertEquals(5, printer.takePaper());
        assertEquals(0, printer.outputTray());
    }

    @Test
    void jobs_asked_findsThemByNameAfterACrash() throws Exception {
        int id = client.print("opaque-7f3a", IppClient.pdf(1), DUPLEX);
        await(() -> last().phase() == JobPhase.COMPLETED);

        IppPacket jobs = client.send(client.request(
                IppOperation.GET_JOBS,
                Types.requestingUserName.of("kiosk"),
                Types.myJobs.of(true),
                Types.whichJobs.of("completed"),
                Types.requestedAttributes.of("job-id", "job-name")));

        assertEquals(List.of(id), IppClient.values(jobs, "job-id"));
        assertEquals("opaque-7f3a", ((Name) IppClient.values(jobs, "job-name").get(0)).getValue());
        assertEquals(List.of(), IppClient.values(jobs, "job-state"));
    }

    @Test
    void toner_low_isOnlyAReport() throws Exception {
        printer.lowToner(true);

        assertEquals(List.of("toner-low-report"), IppClient.values(status(), "printer-state-reasons"));
        assertEquals(List.of(PrinterState.idle), IppClient.values(status(), "printer-state"));
    }

    private IppPacket status() throws IOException, InterruptedException {
        return client.send(client.request(IppOperation.GET_PRINTER_ATTRIBUTES));
    }

    private PrintedJob last() {
        List<PrintedJob> printed = printer.printed();
        return printed.get(printed.size() - 1);
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (changes.poll(10, TimeUnit.SECONDS) == null) {
                throw new AssertionError("the printer stands still: " + printer.printed());
            }
        }
    }

    private static final class TestClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-24T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
