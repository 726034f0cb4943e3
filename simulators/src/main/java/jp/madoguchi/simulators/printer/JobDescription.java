package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IntType;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the printer says of a job (RFC 8011, 5.3). */
final class JobDescription {

    private JobDescription() {}

    static URI uri(SimulatedJob job, URI printer) {
        return URI.create(printer + "/" + job.id);
    }

    /** Description, status and template attributes, as they stand now. */
    static List<Attribute<?>> of(SimulatedJob job, URI printer, int upTime, CounterLie lie) {
        List<Attribute<?>> attributes = new ArrayList<>(List.of(
                Types.jobUri.of(uri(job, printer)),
                Types.jobId.of(job.id),
                Types.jobPrinterUri.of(printer),
                Types.jobName.of(job.name),
                Types.jobOriginatingUserName.of(job.user),
                Types.jobState.of(job.phase().wire()),
                Types.jobStateReasons.of(job.reason()),
                Types.numberOfDocuments.of(job.hasDocument() ? 1 : 0),
                Types.jobKOctets.of(job.kiloOctets()),
                Types.jobImpressions.of(job.sidesInAll()),
                counted(Types.jobImpressionsCompleted, lie, lie.sides(job.sides())),
                Types.jobMediaSheets.of(job.sheetsInAll()),
                counted(Types.jobMediaSheetsCompleted, lie, lie.sheets(job.sheets())),
                Types.jobPrinterUpTime.of(upTime),
                Types.timeAtCreation.of(job.createdAt),
                orNoValue(Types.timeAtProcessing, job.processingAt()),
                orNoValue(Types.timeAtCompleted, job.endedAt())));
        attributes.addAll(job.template);
        return attributes;
    }

    private static Attribute<Integer> counted(IntType type, CounterLie lie, int value) {
        return lie == CounterLie.UNREPORTED ? type.noValue() : type.of(value);
    }

    private static Attribute<Integer> orNoValue(IntType type, @Nullable Integer value) {
        return value == null ? type.noValue() : type.of(value);
    }
}
