package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hp.jipp.model.JobState;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.converter.TypedArgumentConverter;
import org.junit.jupiter.params.provider.CsvSource;

/** A job of two sides on one sheet. */
final class JobReportTest {
    private static final PrintTicket JOB = new PrintTicket("t-1", 2, 1);

    @ParameterizedTest
    @CsvSource(
            nullValues = "silent",
            value = {
                "canceled, job-canceled-at-device, silent, silent, unknown",
                "canceled, job-canceled-at-device, 1, 1, unknown",
                "canceled, job-canceled-at-device, 2, 1, unknown",
                "canceled, job-canceled-at-device, 0, 1, unknown",
                "canceled, job-canceled-at-device, 0, 0, notprinted",
                "canceled, job-canceled-by-user, 0, silent, notprinted",
                "aborted, aborted-by-system, silent, silent, unknown",
                "aborted, aborted-by-system, 1, 1, unknown",
                "aborted, document-format-error, 0, silent, notprinted",
                "completed, job-completed-successfully, silent, silent, unknown",
                "completed, job-completed-successfully, silent, 1, unknown",
                "completed, job-completed-successfully, 0, 0, unknown",
                "completed, job-completed-successfully, 1, 1, unknown",
                "completed, job-completed-successfully, 3, 2, unknown",
                "completed, job-completed-successfully, 2, 2, unknown",
                "completed, job-completed-with-errors, 2, 1, unknown",
                "completed, job-completed-with-warnings, 2, 1, unknown",
                "completed, errors-detected job-completed-successfully, 2, 1, unknown",
                "completed, job-completed-successfully, 2, silent, printed",
                "completed, none, 2, 1, printed",
                "completed, job-completed-successfully, 2, 1, printed",
            })
    void verdict_terminalJob_isOneOfThree(
            @ConvertWith(ByName.class) JobState state, String reasons, Integer sides, Integer sheets, String expected) {
        JobReport report = report(state, reasons, count(sides), count(sheets));
        PrintOutcome outcome = report.verdict(JOB, -1, Set.of());
        assertEquals(expected, outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (outcome instanceof PrintOutcome.Unknown unknown) {
            assertEquals(sides == null ? -1 : sides, unknown.sidesSeen());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pending, none, false, false",
        "pending-held, none, false, false",
        "processing, job-printing, false, false",
        "processing, printer-stopped, false, true",
        "processing-stopped, none, false, true",
        "canceled, processing-to-stop-point, false, false",
        "canceled, job-canceled-by-user, true, false",
        "aborted, aborted-by-system, true, false",
        "completed, job-completed-successfully, true, false",
    })
    void ended_anyState_isTrueOnlyWhenNothingMoreComes(
            @ConvertWith(ByName.class) JobState state, String reason, boolean ended, boolean stopped) {
        JobReport report = report(state, reason, OptionalInt.empty(), OptionalInt.empty());
        assertEquals(ended, report.ended());
        assertEquals(stopped, report.stopped());
    }

    private static JobReport report(JobState state, String reasons, OptionalInt sides, OptionalInt sheets) {
        return new JobReport(
                state, Set.of(reasons.split(" ")), sides, sheets, Optional.of(JOB.name()), OptionalInt.empty());
    }

    /** The library's enum is not Java's. */
    static final class ByName extends TypedArgumentConverter<String, JobState> {
        ByName() {
            super(String.class, JobState.class);
        }

        @Override
        protected JobState convert(String name) {
            return JobState.all.values().stream()
                    .filter(state -> state.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static OptionalInt count(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
