package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Request in, answer out: the operations of RFC 8011, 4.2 and 4.3. Called inside the engine's lock. */
final class IppConversation {
    private final PrintEngine engine;
    private final URI printer;

    IppConversation(PrintEngine engine, URI printer) {
        this.engine = engine;
        this.printer = printer;
    }

    /** The answer to something that is no IPP request at all. */
    static IppPacket garbage() {
        return new IppAnswer(Status.clientErrorBadRequest).packet(0x0200, 1);
    }

    static IppPacket busy(IppRequest request) {
        return new IppAnswer(Status.serverErrorBusy)
                .packet(request.packet().getVersionNumber(), request.packet().getRequestId());
    }

    IppPacket answer(IppRequest request) {
        engine.expire();
        IppAnswer answer = OperationAttributes.refusal(request)
                .or(() -> wrongTarget(request))
                .map(IppAnswer::new)
                .orElseGet(() -> carryOut(request));
        int version = request.packet().getVersionNumber();
        return answer.packet(
                OperationAttributes.versionSupported(version) ? version : 0x0200,
                request.packet().getRequestId());
    }

    private IppAnswer carryOut(IppRequest request) {
        Optional<IppOperation> operation = IppOperation.of(request.packet().getCode());
        if (operation.isEmpty()) {
            return new IppAnswer(Status.serverErrorOperationNotSupported);
        }
        IppAnswer answer = switch (operation.get()) {
            case VALIDATE_JOB, CREATE_JOB, PRINT_JOB ->
                new JobCreation(engine, printer).answer(operation.get(), request);
            case SEND_DOCUMENT -> onJob(request, job -> new JobCreation(engine, printer).send(job, request));
            case CANCEL_JOB ->
                onJob(
                        request,
                        job -> new IppAnswer(engine.cancel(job) ? Status.successfulOk : Status.clientErrorNotPossible));
            case GET_JOB_ATTRIBUTES -> onJob(request, job -> jobAttributes(job, request));
            case GET_JOBS -> jobs(request);
            case GET_PRINTER_ATTRIBUTES -> printerAttributes(request);
        };
        return answer.ignoring(OperationAttributes.unknown(request));
    }

    /** 4.1.5: every operation names its target, which is this printer or one of its jobs. */
    private Optional<Status> wrongTarget(IppRequest request) {
        Optional<URI> target = request.uri("printer-uri").or(() -> request.uri("job-uri"));
        if (target.isEmpty()) {
            return Optional.of(Status.clientErrorBadRequest);
        }
        String path = String.valueOf(target.get().getPath());
        boolean ours = path.equals(printer.getPath()) || path.startsWith(printer.getPath() + "/");
        return ours ? Optional.empty() : Optional.of(Status.clientErrorNotFound);
    }

    private interface JobOperation {
        IppAnswer on(SimulatedJob job);
    }

    /** 4.1.5: a job is named by printer-uri and job-id, or by job-uri. */
    private IppAnswer onJob(IppRequest request, JobOperation operation) {
        Optional<Integer> id = request.uri("job-uri").isPresent()
                ? request.uri("job-uri").flatMap(this::idIn)
                : request.integer("job-id");
        if (id.isEmpty()) {
            return new IppAnswer(Status.clientErrorBadRequest);
        }
        Optional<SimulatedJob> job = engine.job(id.get());
        if (job.isEmpty()) {
            return new IppAnswer(engine.everExisted(id.get()) ? Status.clientErrorGone : Status.clientErrorNotFound);
        }
        return operation.on(job.get());
    }

    private Optional<Integer> idIn(URI jobUri) {
        String prefix = printer.getPath() + "/";
        String path = String.valueOf(jobUri.getPath());
        String number = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
        return number.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }

    private IppAnswer jobAttributes(SimulatedJob job, IppRequest request) {
        return new IppAnswer(Status.successfulOk)
                .with(Tag.jobAttributes, chosen(job, request.requested(Set.of("all"))));
    }

    /** 4.2.6: not-completed oldest first; completed newest first. */
    private IppAnswer jobs(IppRequest request) {
        String which = request.keyword("which-jobs").orElse("not-completed");
        if (!Set.of("completed", "not-completed").contains(which)) {
            return new IppAnswer(Status.clientErrorAttributesOrValuesNotSupported)
                    .with(Tag.unsupportedAttributes, List.of(Types.whichJobs.of(which)));
        }
        int limit = request.integer("limit").orElse(Integer.MAX_VALUE);
        if (limit < 1) {
            return new IppAnswer(Status.clientErrorBadRequest);
        }
        String user = request.name("requesting-user-name").orElse(JobCreation.ANONYMOUS);
        boolean completed = which.equals("completed");
        List<SimulatedJob> found = new ArrayList<>();
        for (SimulatedJob job : engine.jobs()) {
            if (job.phase().ended() == completed && (!request.is("my-jobs") || job.user.equals(user))) {
                found.add(completed ? 0 : found.size(), job);
            }
        }
        IppAnswer answer = new IppAnswer(Status.successfulOk);
        Set<String> requested = request.requested(Set.of("job-uri", "job-id"));
        found.stream().limit(limit).forEach(job -> answer.with(Tag.jobAttributes, chosen(job, requested)));
        return answer;
    }

    /** 4.2.5 */
    private IppAnswer printerAttributes(IppRequest request) {
        if (!JobCreation.formatSupported(request, engine.documents())) {
            return new IppAnswer(Status.clientErrorDocumentFormatNotSupported);
        }
        Set<String> requested = request.requested(Set.of("all"));
        List<Attribute<?>> attributes = new ArrayList<>();
        List<Attribute<?>> template = PrinterDescription.jobTemplate(engine);
        List<Attribute<?>> description = PrinterDescription.printer(engine, printer);
        attributes.addAll(choose(template, requested, "job-template"));
        attributes.addAll(choose(description, requested, "printer-description"));
        return new IppAnswer(Status.successfulOk).with(Tag.printerAttributes, attributes);
    }

    private List<Attribute<?>> chosen(SimulatedJob job, Set<String> requested) {
        List<Attribute<?>> all = JobDescription.of(job, printer, engine.upTime(), engine.lie());
        List<Attribute<?>> description = all.subList(0, all.size() - job.template.size());
        List<Attribute<?>> chosen = new ArrayList<>(choose(description, requested, "job-description"));
        chosen.addAll(choose(job.template, requested, "job-template"));
        return chosen;
    }

    private static List<Attribute<?>> choose(List<Attribute<?>> from, Set<String> requested, String group) {
        return requested.contains("all") || requested.contains(group)
                ? from
                : from.stream()
                        .filter(attribute -> requested.contains(attribute.getName()))
                        .toList();
    }
}
