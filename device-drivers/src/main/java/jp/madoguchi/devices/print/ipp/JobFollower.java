package jp.madoguchi.devices.print.ipp;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.devices.print.ipp.IppWire.Answer;

/**
 * Asks after one job until nobody need ask any more. Used once.
 *
 * <p>Three clocks bound it: the printer may be silent for {@link Patience#lost()}; the job may stand still (stopped, or
 * without a new side) for {@link Patience#stopped()} before it is cancelled, but all in all it has no longer than that and
 * {@link #SHEET} for each sheet, whatever comes and goes meanwhile; cancelled, it has {@link Patience#lost()} to end.
 */
final class JobFollower {
    /** Longer than any printer that serves a counter needs, waking up included. */
    static final Duration SHEET = Duration.ofMinutes(1);

    private final IppWire wire;
    private final JobRequests requests;
    private final Patience patience;
    private final Pace pace;
    private final PrintTicket job;
    private final int jobId;
    private final PrintWitness witness;

    private int sidesSeen = -1;
    private Set<PrinterTrouble> troubles = Set.of();
    private Set<PrinterTrouble> told = Set.of();
    private boolean cancelled;
    private boolean cancelUnheard;
    private final long begun;
    private long heard;
    private long moved;

    JobFollower(
            IppWire wire,
            JobRequests requests,
            Patience patience,
            Pace pace,
            PrintTicket job,
            int jobId,
            PrintWitness witness) {
        this.wire = wire;
        this.requests = requests;
        this.patience = patience;
        this.pace = pace;
        this.job = job;
        this.jobId = jobId;
        this.witness = witness;
        this.begun = pace.nanos();
        this.heard = begun;
        this.moved = begun;
    }

    /** Asks the printer to drop the job. What comes of it shows in the job's state, so an unwilling answer changes nothing. */
    Answer cancel() {
        cancelled = true;
        moved = pace.nanos();
        return askToDrop();
    }

    private Answer askToDrop() {
        Answer answer = wire.ask(requests.cancel(jobId), patience.request());
        cancelUnheard = answer.passing();
        return answer;
    }

    /** Follows the job to its end, or to the end of patience. */
    PrintOutcome follow() {
        return follow(false);
    }

    /** As {@link #follow()}, and withdraws the job if it still waits for a document that nobody will send any more. */
    PrintOutcome followWithdrawingUnsent() {
        return follow(true);
    }

    private PrintOutcome follow(boolean withdraws) {
        String lastWords = "";
        while (true) {
            Answer answer = wire.ask(requests.describeJob(jobId), patience.request());
            Optional<JobReport> report =
                    answer instanceof Answer.Done done ? JobReport.of(done.packet()) : Optional.empty();
            if (report.isPresent()) {
                if (!report.get().isOf(job)) {
                    return unknown("the printer has given the job's id to another");
                }
                heard = pace.nanos();
                lastWords = report.get().said();
                tell(report.get());
                if (report.get().ended()) {
                    return report.get().verdict(job, sidesSeen, troubles);
                }
                if (withdraws && !cancelled && report.get().unsent()) {
                    lastWords = "cancelling: " + cancel().said();
                }
            } else if (answer.passing()) {
                lastWords = answer.said();
                standsStill(Set.of(answer.trouble()));
            } else if (answer instanceof Answer.Refused) {
                // It knows nothing of this job any more: asking again would not bring it back.
                return unknown("the printer refuses to speak of the job: " + answer.said());
            }
            if (over(patience.lost(), heard)) {
                return unknown("lost sight of the job: " + lastWords);
            }
            if (cancelled && over(patience.lost(), moved)) {
                return unknown("cancelled, and yet it does not end: " + lastWords);
            }
            if (!cancelled && (over(patience.stopped(), moved) || over(longest(), begun))) {
                lastWords = "cancelling: " + cancel().said();
            }
            if (cancelled && cancelUnheard) {
                lastWords = "cancelling again: " + askToDrop().said();
            }
            if (!pace.pause(patience.poll())) {
                return unknown("interrupted: " + lastWords);
            }
        }
    }

    private Duration longest() {
        return patience.stopped().plus(SHEET.multipliedBy(job.sheets()));
    }

    private void tell(JobReport report) {
        int sides = report.sides().orElse(-1);
        if (sides > sidesSeen) {
            sidesSeen = sides;
            moved = cancelled || sides > job.sides() ? moved : pace.nanos();
            if (sides > 0) {
                witness.progress(sides);
            }
        }
        if (!report.ended()) { // what the printer says after that may concern the next job
            standsStill(standstill(report));
        }
    }

    private void standsStill(Set<PrinterTrouble> now) {
        troubles = now;
        if (!now.equals(told)) {
            boolean goesOn = now.isEmpty();
            moved = goesOn && !cancelled ? pace.nanos() : moved;
            told = now;
            witness.stopped(now);
        }
    }

    private Set<PrinterTrouble> standstill(JobReport report) {
        Answer answer = wire.ask(requests.describePrinter(), patience.request());
        if (!(answer instanceof Answer.Done done)) {
            return troubles; // silent: nothing new is known
        }
        Set<PrinterTrouble> now = EnumSet.noneOf(PrinterTrouble.class);
        now.addAll(PrinterDescription.of(done.packet(), DocumentFormat.PDF).standstill());
        if (report.stopped() && now.isEmpty()) {
            now.add(PrinterTrouble.OTHER);
        }
        return now;
    }

    private boolean over(Duration time, long since) {
        return pace.left(time, since).isZero();
    }

    private PrintOutcome unknown(String detail) {
        return new PrintOutcome.Unknown(sidesSeen, troubles, detail);
    }
}
