package jp.madoguchi.devices.print.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.PrintJob;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import jp.madoguchi.devices.print.ipp.IppWire.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A printer on the network or on this machine, over IPP. The document leaves this machine once at most; until it begins to,
 * every failure is {@code NotPrinted}, and from then on only the printer's own word decides.
 */
public final class IppPrinter implements Printer {
    private static final Logger LOG = LoggerFactory.getLogger(IppPrinter.class);

    private final Patience patience;
    private final Pace pace;
    private final IppWire wire;
    private final JobRequests requests;
    private Set<String> unnamed = Set.of();

    /**
     * Where the printer is and how it is known.
     *
     * @param uri {@code ipps://host[:port]/path} with a pin, or {@code ipp://} to this machine only
     * @param pin the printer's own certificate: exactly this one is trusted, whatever name it bears
     */
    public record Settings(URI uri, Optional<X509Certificate> pin, Patience patience) {
        private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

        /** Throws {@code IllegalArgumentException}, naming the rule, for an address that a document must not be sent to. */
        public Settings {
            String scheme = String.valueOf(uri.getScheme());
            String host = String.valueOf(uri.getHost());
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null) {
                throw new IllegalArgumentException("a printer is named scheme://host[:port]/path, not " + uri);
            } else if (scheme.equals("ipps") && pin.isEmpty()) {
                throw new IllegalArgumentException(
                        "ipps needs the printer's certificate, and none is given for " + uri);
            } else if (scheme.equals("ipp") && !LOOPBACK.matcher(host).matches()) {
                throw new IllegalArgumentException("ipp without TLS goes to this machine only, not to " + uri);
            } else if (!scheme.equals("ipps") && !scheme.equals("ipp")) {
                throw new IllegalArgumentException("a printer's scheme is ipps or ipp, not " + uri);
            }
        }

        public static Settings of(URI uri, Optional<X509Certificate> pin) {
            return new Settings(uri, pin, Patience.USUAL);
        }
    }

    public IppPrinter(Settings settings, Pace pace) {
        this.patience = settings.patience();
        this.pace = pace;
        boolean secure = settings.uri().getScheme().equals("ipps");
        this.wire = new IppWire(settings.uri(), secure ? settings.pin() : Optional.empty());
        this.requests = new JobRequests(settings.uri());
    }

    @Override
    public PrinterStatus status() {
        Answer answer = wire.ask(requests.describePrinter(), patience.request());
        if (answer instanceof Answer.Done done) {
            return described(done.packet()).status();
        }
        return new PrinterStatus.Unreachable(said(answer));
    }

    @Override
    public PrintOutcome print(PrintJob job, PrintWitness witness) {
        // RFC 8011 section 4.2.5.1 first: what the printer can do now
        Answer described = wire.ask(requests.describePrinter(), patience.request());
        if (!(described instanceof Answer.Done done)) {
            return nothingSent(PrinterTrouble.OFFLINE, said(described));
        }
        PrinterDescription printer = described(done.packet());
        if (printer.status() instanceof PrinterStatus.NotReady notReady) {
            return new PrintOutcome.NotPrinted(notReady.troubles(), "not ready");
        }
        // section 4.2.3: would it take such a job
        Answer validated = unlessBusy(() -> wire.ask(requests.validate(job.name(), printer), patience.request()));
        if (!(validated instanceof Answer.Done valid)) {
            return nothingSent(trouble(validated), "Validate-Job: " + said(validated));
        }
        if (JobRequests.leftOut(valid.packet())) {
            return nothingSent(PrinterTrouble.UNSUITABLE, "would print it otherwise than asked");
        }
        // section 4.2.4: it takes this one. A lost answer leaves an empty job behind, which prints nothing.
        Answer created = unlessBusy(() -> wire.askOnce(requests.create(job.name(), printer), patience.request()));
        if (!(created instanceof Answer.Done taken)) {
            return nothingSent(trouble(created), "Create-Job: " + said(created));
        }
        Optional<Integer> jobId = Optional.ofNullable(taken.packet().getValue(Tag.jobAttributes, Types.jobId));
        if (jobId.isEmpty()) {
            return nothingSent(PrinterTrouble.OTHER, "Create-Job: no job-id in the answer");
        }
        JobFollower follower = new JobFollower(wire, requests, patience, pace, job, jobId.get(), witness);
        if (JobRequests.leftOut(taken.packet())) {
            return nothingSent(
                    PrinterTrouble.UNSUITABLE, "took it otherwise than asked; cancelling: " + said(follower.cancel()));
        }
        return send(job, jobId.get(), follower, witness);
    }

    private PrintOutcome send(PrintJob job, int jobId, JobFollower follower, PrintWitness witness) {
        try {
            witness.created(jobId);
        } catch (RuntimeException e) {
            LOG.warn("job {} is not durable; cancelling: {}", jobId, said(follower.cancel()));
            throw e;
        }
        // section 4.3.1
        IppPacket packet = wire.numbered(requests.sendDocument(jobId));
        OnceBody body = wire.body(packet, job.pdf());
        Answer sent = wire.send(packet, body, patience.document());
        if (!(sent instanceof Answer.Done)) {
            LOG.warn("job {}: Send-Document: {}", jobId, said(sent));
            if (!body.begun()) {
                return nothingSent(
                        PrinterTrouble.OFFLINE, "not a byte was sent; cancelling: " + said(follower.cancel()));
            }
        }
        if (sent instanceof Answer.Refused) {
            LOG.info("job {}: cancelling: {}", jobId, said(follower.cancel()));
        }
        PrintOutcome outcome = follower.follow();
        LOG.info("job {}: {}", jobId, outcome);
        return outcome;
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

    private PrinterDescription described(IppPacket packet) {
        PrinterDescription description = PrinterDescription.of(packet);
        if (!description.reasons().unnamed().equals(unnamed)) {
            unnamed = description.reasons().unnamed();
            LOG.info("printer-state-reasons without a word for them: {}", unnamed);
        }
        return description;
    }

    private static PrintOutcome nothingSent(PrinterTrouble trouble, String detail) {
        return new PrintOutcome.NotPrinted(EnumSet.of(trouble), detail);
    }

    private static PrinterTrouble trouble(Answer answer) {
        if (!(answer instanceof Answer.Refused refused)) {
            return PrinterTrouble.OFFLINE;
        }
        Status status = refused.status();
        if (Status.serverErrorBusy.equals(status)) {
            return PrinterTrouble.BUSY;
        }
        if (Status.serverErrorNotAcceptingJobs.equals(status)
                || Status.serverErrorPrinterIsDeactivated.equals(status)) {
            return PrinterTrouble.OFFLINE;
        }
        boolean cannot = Status.clientErrorAttributesOrValuesNotSupported.equals(status)
                || Status.clientErrorDocumentFormatNotSupported.equals(status)
                || Status.clientErrorConflictingAttributes.equals(status);
        return cannot ? PrinterTrouble.UNSUITABLE : PrinterTrouble.OTHER;
    }

    private static String said(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused.status().getName() + " " + refused.message();
        }
        return answer instanceof Answer.Silent silent ? silent.detail() : "done";
    }

    /** Nothing is held open: idle connections end by themselves. */
    @Override
    public void close() {}
}
