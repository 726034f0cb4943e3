package jp.madoguchi.devices.print.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import jp.madoguchi.devices.print.PrinterTrouble;

/**
 * What a printer says of one job (RFC 8011 section 5.3).
 *
 * <table>
 * <caption>The verdict on a terminal job of two sides on one sheet</caption>
 * <tr><th>state</th><th>reasons</th><th>sides</th><th>sheets</th><th>verdict</th></tr>
 * <tr><td>completed</td><td>job-completed-successfully</td><td>2</td><td>1 or silent</td><td>PRINTED</td></tr>
 * <tr><td>completed</td><td>job-completed-successfully</td><td>2</td><td>2</td><td>UNKNOWN</td></tr>
 * <tr><td>completed</td><td>not reported</td><td>2</td><td>1</td><td>UNKNOWN</td></tr>
 * <tr><td>completed</td><td>job-completed-with-errors</td><td>2</td><td>1</td><td>UNKNOWN</td></tr>
 * <tr><td>completed</td><td>any</td><td>0, 1, 3, silent</td><td>any</td><td>UNKNOWN</td></tr>
 * <tr><td>canceled, aborted</td><td>any</td><td>0</td><td>0 or silent</td><td>NOT_PRINTED</td></tr>
 * <tr><td>canceled, aborted</td><td>any</td><td>1, 2, silent</td><td>any</td><td>UNKNOWN</td></tr>
 * </table>
 *
 * <p>Completed with no side counted is UNKNOWN, not NOT_PRINTED: a printer that says "done" and "nothing" contradicts itself.
 *
 * @param sides {@code job-impressions-completed}, when it is reported
 * @param sheets {@code job-media-sheets-completed}, when it is reported
 * @param name {@code job-name}, which RFC 8011 section 5.3.5 demands
 * @param documents {@code number-of-documents}, when it is reported
 */
record JobReport(
        JobState state,
        Set<String> reasons,
        OptionalInt sides,
        OptionalInt sheets,
        Optional<String> name,
        OptionalInt documents) {
    private static final Set<JobState> ENDS = Set.of(JobState.canceled, JobState.aborted, JobState.completed);

    /** The only reasons that a job without a fault ends with. */
    private static final Set<String> FAULTLESS = Set.of("none", "job-completed-successfully");

    JobReport {
        reasons = Set.copyOf(reasons);
    }

    /**
     * Empty when the answer does not even hold the job's state, or when something of it cannot be read: a count or a reason that
     * was garbled is not one that was left out.
     */
    static Optional<JobReport> of(IppPacket packet) {
        return JobAttributes.of(packet)
                .map(job -> new JobReport(
                        job.state(),
                        job.reasons(),
                        job.count(Types.jobImpressionsCompleted),
                        job.count(Types.jobMediaSheetsCompleted),
                        job.name(),
                        job.count(Types.numberOfDocuments)));
    }

    /** Nothing more will come out. A cancelled job may still be on its way to a point where it can stop. */
    boolean ended() {
        return ENDS.contains(state) && !reasons.contains("processing-to-stop-point");
    }

    /** It stands still until a person does something. */
    boolean stopped() {
        return state.equals(JobState.processingStopped) || reasons.contains("printer-stopped");
    }

    /** It still waits for its document, or for the rest of it (RFC 8011 section 5.3.8). */
    boolean unsent() {
        return !ended()
                && (reasons.contains("job-incoming")
                        || reasons.contains("job-data-insufficient")
                        || documents.orElse(1) == 0);
    }

    /** Whether it is the job of this name. An id alone proves nothing: printers count anew after a loss of power. */
    boolean isOf(PrintTicket job) {
        return name.filter(job.name()::equals).isPresent();
    }

    /**
     * What came out, once {@link #ended()}.
     *
     * @param sidesSeen the most that was ever reported; a printer that goes back on it is not believed
     * @param troubles what the printer was last seen to complain of
     */
    PrintOutcome verdict(PrintTicket job, int sidesSeen, Set<PrinterTrouble> troubles) {
        boolean faultless = !reasons.isEmpty() && FAULTLESS.containsAll(reasons);
        boolean sheetsAgree = sheets.isEmpty() || sheets.getAsInt() == job.sheets();
        boolean sidesAgree = sides.isPresent() && sides.getAsInt() == job.sides() && sidesSeen <= job.sides();
        if (state.equals(JobState.completed) && faultless && sidesAgree && sheetsAgree) {
            return new PrintOutcome.Printed(job.sides());
        }
        boolean nothing = sides.isPresent() && sides.getAsInt() == 0 && sheets.orElse(0) == 0 && sidesSeen <= 0;
        if (!state.equals(JobState.completed) && nothing) {
            return new PrintOutcome.NotPrinted(troubles, said());
        }
        return new PrintOutcome.Unknown(Math.max(sidesSeen, sides.orElse(-1)), troubles, said());
    }

    /** The printer's own words, for the log. */
    String said() {
        return state.getName() + " " + reasons + ", sides " + shown(sides) + ", sheets " + shown(sheets);
    }

    private static String shown(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "not reported";
    }
}
