package jp.madoguchi.devices.print.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Supplier;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintJob;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.devices.print.ipp.IppWire.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job's way to a printer that was found ready, in the order of RFC 8011: Validate-Job, Create-Job, Send-Document. Used
 * once. The document leaves this machine once at most; until it begins to, every failure is {@code NotPrinted}, and from then
 * on only the printer's own word decides.
 */
final class JobSubmission {
    private static final Logger LOG = LoggerFactory.getLogger(JobSubmission.class);

    /** Slower than any printer: one with little memory takes the next sheet's dots only when a sheet is out. */
    private static final Duration SHEET = Duration.ofSeconds(10);

    private final IppWire wire;
    private final JobRequests requests;
    private final Patience patience;
    private final Pace pace;
    private final PrinterDescription printer;
    private final PrintJob job;
    private final PrintWitness witness;

    JobSubmission(
            IppWire wire,
            JobRequests requests,
            Patience patience,
            Pace pace,
            PrinterDescription printer,
            PrintJob job,
            PrintWitness witness) {
        this.wire = wire;
        this.requests = requests;
        this.patience = patience;
        this.pace = pace;
        this.printer = printer;
        this.job = job;
        this.witness = witness;
    }

    PrintOutcome print() {
        String name = job.ticket().name();
        // section 4.2.3: would it take such a job
        Answer validated = unlessBusy(() -> wire.ask(requests.validate(name, printer), patience.request()));
        if (!(validated instanceof Answer.Done valid)) {
            return nothingSent(validated.trouble(), "Validate-Job: " + validated.said());
        }
        if (JobRequests.leftOut(valid.packet())) {
            return nothingSent(PrinterTrouble.UNSUITABLE, "would print it otherwise than asked");
        }
        // section 4.2.4: it takes this one. A lost answer leaves an empty job behind, which prints nothing.
        Answer created = unlessBusy(() -> wire.askOnce(requests.create(name, printer), patience.request()));
        if (!(created instanceof Answer.Done taken)) {
            return nothingSent(created.trouble(), "Create-Job: " + created.said());
        }
        Optional<Integer> jobId = Optional.ofNullable(taken.packet().getValue(Tag.jobAttributes, Types.jobId));
        if (jobId.isEmpty()) {
            return nothingSent(PrinterTrouble.OTHER, "Create-Job: no job-id in the answer");
        }
        JobFollower follower = new JobFollower(wire, requests, patience, pace, job.ticket(), jobId.get(), witness);
        if (JobRequests.leftOut(taken.packet())) {
            return nothingSent(
                    PrinterTrouble.UNSUITABLE,
                    "took it otherwise than asked; cancelling: "
                            + follower.cancel().said());
        }
        return send(jobId.get(), follower);
    }

    private PrintOutcome send(int jobId, JobFollower follower) {
        try {
            witness.created(jobId);
        } catch (RuntimeException e) {
            LOG.warn(
                    "job {} is not durable; cancelling: {}",
                    jobId,
                    follower.cancel().said());
            throw e;
        }
        // section 4.3.1
        IppPacket packet = wire.numbered(requests.sendDocument(jobId, printer.format()));
        Duration sending =
                patience.document().plus(SHEET.multipliedBy(job.ticket().sheets()));
        OnceBody body;
        Answer sent;
        if (printer.format() == DocumentFormat.RASTER) {
            try (PwgRaster raster = new PwgRaster(job.pages(), printer.raster().orElseThrow())) {
                body = wire.body(packet, raster);
                sent = wire.send(packet, body, sending);
            }
        } else {
            body = wire.body(packet, job.pages().pdf());
            sent = wire.send(packet, body, sending);
        }
        if (!(sent instanceof Answer.Done)) {
            LOG.warn("job {}: Send-Document: {}", jobId, sent.said());
            if (!body.begun()) {
                return nothingSent(
                        sent.trouble(),
                        "not a byte was sent; cancelling: " + follower.cancel().said());
            }
        }
        if (sent instanceof Answer.Refused) {
            LOG.info("job {}: cancelling: {}", jobId, follower.cancel().said());
        }
        return sent instanceof Answer.Done ? follower.follow() : follower.followWithdrawingUnsent();
    }

    /** Asks again while the printer is busy with another job; only for what prints nothing. */
    private Answer unlessBusy(Supplier<Answer> question) {
        long since = pace.nanos();
        while (true) {
            Answer answer = question.get();
            boolean busy = answer instanceof Answer.Refused refused && Status.serverErrorBusy.equals(refused.status());
            if (!busy || pace.left(patience.busy(), since).isZero() || !pace.pause(patience.poll())) {
                return answer;
            }
        }
    }

    private static PrintOutcome nothingSent(PrinterTrouble trouble, String detail) {
        return new PrintOutcome.NotPrinted(EnumSet.of(trouble), detail);
    }
}
