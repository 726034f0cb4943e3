package jp.madoguchi.devices.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.MutableAttributeGroup;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import jp.madoguchi.devices.print.DocumentFormat;

/** The requests of a job's life, in the order they are sent (RFC 8011 sections 4.2 and 4.3). */
final class JobRequests {
    /** The same for every resident: RFC 8011 asks for a name, nobody is named. */
    private static final String USER = "madoguchi";

    private final URI printer;

    JobRequests(URI printer) {
        this.printer = printer;
    }

    IppPacket.Builder describePrinter() {
        return named(IppPacket.getPrinterAttributes(printer, PrinterDescription.ASKED));
    }

    IppPacket.Builder validate(String name, PrinterDescription printerIs) {
        IppPacket.Builder request = template(IppPacket.validateJob(printer), name, printerIs);
        request.getOperationAttributes()
                .put(Types.documentFormat, printerIs.format().mediaType());
        return request;
    }

    IppPacket.Builder create(String name, PrinterDescription printerIs) {
        return template(IppPacket.createJob(printer), name, printerIs);
    }

    IppPacket.Builder sendDocument(int job, DocumentFormat format) {
        IppPacket.Builder request = named(IppPacket.sendDocument(printer, job));
        MutableAttributeGroup operation = request.getOperationAttributes();
        operation.put(Types.documentFormat, format.mediaType());
        operation.put(Types.lastDocument, true);
        return request;
    }

    IppPacket.Builder describeJob(int job) {
        return named(IppPacket.getJobAttributes(
                printer,
                job,
                Types.jobName,
                Types.numberOfDocuments,
                Types.jobState,
                Types.jobStateReasons,
                Types.jobImpressionsCompleted,
                Types.jobMediaSheetsCompleted));
    }

    /** @param which {@code completed} or {@code not-completed} (RFC 8011 section 4.2.6.1); everybody's, by id and name */
    IppPacket.Builder list(String which) {
        IppPacket.Builder request = named(IppPacket.getJobs(printer));
        MutableAttributeGroup operation = request.getOperationAttributes();
        operation.put(Types.whichJobs, which);
        operation.put(Types.requestedAttributes, Types.jobId.getName(), Types.jobName.getName());
        return request;
    }

    IppPacket.Builder cancel(int job) {
        return named(IppPacket.cancelJob(printer, job));
    }

    /**
     * Whether the printer took the job without what makes it a certificate: RFC 8011 lets a printer say "ok, but" and list what
     * it ignored, even when asked for fidelity.
     */
    static boolean leftOut(IppPacket answer) {
        Optional<AttributeGroup> ignored = Optional.ofNullable(answer.get(Tag.unsupportedAttributes));
        return ignored.isPresent()
                && Stream.of(Types.sides, Types.media, Types.printScaling)
                        .anyMatch(type -> ignored.get().get(type.getName()) != null);
    }

    private static IppPacket.Builder template(IppPacket.Builder request, String name, PrinterDescription printerIs) {
        named(request);
        MutableAttributeGroup operation = request.getOperationAttributes();
        operation.put(Types.jobName, name);
        operation.put(Types.ippAttributeFidelity, true);
        MutableAttributeGroup job = request.getJobAttributes();
        job.put(Types.media, PrinterDescription.A4);
        job.put(Types.sides, PrinterDescription.DUPLEX);
        if (printerIs.scales()) { // with fidelity, a printer refuses a job for an attribute it does not know
            job.put(Types.printScaling, PrinterDescription.UNSCALED);
        }
        return request;
    }

    private static IppPacket.Builder named(IppPacket.Builder request) {
        request.getOperationAttributes().put(Types.requestingUserName, USER);
        return request;
    }
}
