package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Validate-Job, Create-Job, Print-Job and Send-Document (RFC 8011, 4.2.1, 4.2.3, 4.2.4, 4.3.1). */
final class JobCreation {
    /** Who prints when nobody says (RFC 8011, 9.3). */
    static final String ANONYMOUS = "anonymous";

    private static final Logger LOG = LoggerFactory.getLogger(JobCreation.class);

    private final PrintEngine engine;
    private final URI printer;

    JobCreation(PrintEngine engine, URI printer) {
        this.engine = engine;
        this.printer = printer;
    }

    IppAnswer answer(IppOperation operation, IppRequest request) {
        if (engine.mechanism.offline()) {
            return new IppAnswer(Status.serverErrorNotAcceptingJobs);
        }
        Optional<Status> refusal = documentRefusal(request);
        if (refusal.isPresent()) {
            return new IppAnswer(refusal.get());
        }
        JobTemplate.Sorted template = JobTemplate.sort(request.jobTemplate());
        if (request.is("ipp-attribute-fidelity") && !template.unsupported().isEmpty()) {
            return new IppAnswer(Status.clientErrorAttributesOrValuesNotSupported)
                    .with(Tag.unsupportedAttributes, template.unsupported());
        }
        IppAnswer answer = switch (operation) {
            case CREATE_JOB -> created(create(request, template.honoured()));
            case PRINT_JOB -> print(request, template.honoured());
            default -> new IppAnswer(Status.successfulOk);
        };
        return answer.with(Tag.unsupportedAttributes, template.unsupported());
    }

    /** 4.3.1: one document a job, and the client says that it is the last. */
    IppAnswer send(SimulatedJob job, IppRequest request) {
        if (request.operationAttributes().get("last-document") == null) {
            return new IppAnswer(Status.clientErrorBadRequest);
        }
        if (job.hasDocument() && !job.phase().ended()) {
            return new IppAnswer(Status.serverErrorMultipleDocumentJobsNotSupported);
        }
        if (!job.waitsForDocument()) {
            return new IppAnswer(Status.clientErrorNotPossible);
        }
        if (request.document().length == 0 && request.is("last-document")) {
            engine.abort(job, "aborted-by-system"); // closed with nothing in it
            return created(job);
        }
        return documentRefusal(request).map(IppAnswer::new).orElseGet(() -> take(job, request));
    }

    static boolean formatSupported(IppRequest request, DocumentOffer offer) {
        return request.string("document-format")
                .map(format -> offer.formats().contains(format) || format.equals(PrinterDescription.AUTO))
                .orElse(true);
    }

    private Optional<Status> documentRefusal(IppRequest request) {
        if (request.keyword("compression")
                .filter(method -> !method.equals("none"))
                .isPresent()) {
            return Optional.of(Status.clientErrorCompressionNotSupported);
        }
        return formatSupported(request, engine.documents())
                ? Optional.empty()
                : Optional.of(Status.clientErrorDocumentFormatNotSupported);
    }

    private IppAnswer print(IppRequest request, List<Attribute<?>> template) {
        if (request.document().length == 0) {
            return new IppAnswer(Status.clientErrorBadRequest);
        }
        return take(create(request, template), request);
    }

    private SimulatedJob create(IppRequest request, List<Attribute<?>> template) {
        return engine.create(
                request.name("job-name"), request.name("requesting-user-name").orElse(ANONYMOUS), template);
    }

    private IppAnswer take(SimulatedJob job, IppRequest request) {
        boolean raster = isRaster(request);
        OptionalInt pages =
                raster ? sides(request.document(), JobTemplate.duplex(job.template)) : pages(request.document());
        if (pages.isEmpty()) {
            engine.abort(job, "document-format-error");
            return new IppAnswer(Status.clientErrorDocumentFormatError);
        }
        try {
            engine.document(job, request.document(), raster ? "pwg" : "pdf", pages.getAsInt());
        } catch (IOException e) {
            engine.abort(job, "aborted-by-system");
            return new IppAnswer(Status.serverErrorInternalError);
        }
        return created(job);
    }

    private IppAnswer created(SimulatedJob job) {
        return new IppAnswer(Status.successfulOk)
                .with(
                        Tag.jobAttributes,
                        List.of(
                                Types.jobUri.of(JobDescription.uri(job, printer)),
                                Types.jobId.of(job.id),
                                Types.jobState.of(job.phase().wire()),
                                Types.jobStateReasons.of(job.reason())));
    }

    /** What the client says counts; when it leaves it to the printer, what the document begins with. */
    private static boolean isRaster(IppRequest request) {
        String said = request.string("document-format").orElse(PrinterDescription.AUTO);
        byte[] document = request.document();
        boolean looksSo = document.length > 3 && document[0] == 'R' && document[1] == 'a' && document[2] == 'S';
        return said.equals(DocumentOffer.RASTER) || (said.equals(PrinterDescription.AUTO) && looksSo);
    }

    private OptionalInt sides(byte[] document, boolean duplex) {
        try {
            return OptionalInt.of(RasterDocument.sides(document, duplex, engine.documents()));
        } catch (BrokenRaster broken) {
            LOG.warn("a raster is refused: {}", broken.getMessage());
            return OptionalInt.empty();
        }
    }

    /** How many pages the PDF has; empty when it is none, or has none. */
    private static OptionalInt pages(byte[] document) {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            int pages = pdf.getNumberOfPages();
            return pages > 0 ? OptionalInt.of(pages) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}
