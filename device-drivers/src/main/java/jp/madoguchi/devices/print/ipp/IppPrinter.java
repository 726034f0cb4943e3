package jp.madoguchi.devices.print.ipp;

import com.hp.jipp.encoding.IppPacket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.PrintJob;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.devices.print.PrintTicket;
import jp.madoguchi.devices.print.PrintWitness;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.ipp.IppWire.Answer;
import jp.madoguchi.devices.print.ipp.JobSearch.Found;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A printer on the network or on this machine, over IPP. No document is sent twice; {@link JobSubmission} says
 * when one is, {@link JobReport} what is made of the printer's word.
 */
public final class IppPrinter implements Printer {
    private static final Logger LOG = LoggerFactory.getLogger(IppPrinter.class);

    private final Patience patience;
    private final DocumentFormat format;
    private final Pace pace;
    private final IppWire wire;
    private final JobRequests requests;
    private Set<String> unnamed = Set.of();

    /**
     * Where the printer is and how it is known.
     *
     * @param uri {@code ipps://host[:port]/path} with a pin, or {@code ipp://} to this machine only
     * @param pin the printer's own certificate: exactly this one is trusted, whatever name it bears
     * @param format in which pages are sent
     */
    public record Settings(URI uri, Optional<X509Certificate> pin, DocumentFormat format, Patience patience) {
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

        public static Settings of(URI uri, Optional<X509Certificate> pin, DocumentFormat format) {
            return new Settings(uri, pin, format, Patience.USUAL);
        }
    }

    public IppPrinter(Settings settings, Pace pace) {
        this.patience = settings.patience();
        this.format = settings.format();
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
        return answer instanceof Answer.Refused
                ? new PrinterStatus.NotReady(Set.of(answer.trouble()))
                : new PrinterStatus.Unreachable(answer.trouble(), answer.said());
    }

    @Override
    public PrintOutcome print(PrintJob job, PrintWitness witness) {
        // RFC 8011 section 4.2.5.1 first: what the printer can do now
        Answer described = wire.ask(requests.describePrinter(), patience.request());
        if (!(described instanceof Answer.Done done)) {
            return new PrintOutcome.NotPrinted(Set.of(described.trouble()), described.said());
        }
        PrinterDescription printer = described(done.packet());
        if (printer.status() instanceof PrinterStatus.NotReady notReady) {
            return new PrintOutcome.NotPrinted(notReady.troubles(), "not ready");
        }
        PrintOutcome outcome = new JobSubmission(wire, requests, patience, pace, printer, job, witness).print();
        LOG.info("job {}: {}", job.ticket().name(), outcome);
        return outcome;
    }

    @Override
    public PrintOutcome resume(PrintTicket ticket, OptionalInt jobId, PrintWitness witness) {
        Found found = new JobSearch(wire, requests, patience, pace).find(ticket, jobId);
        PrintOutcome outcome;
        if (found instanceof Found.Job job) {
            outcome = new JobFollower(wire, requests, patience, pace, ticket, job.id(), witness)
                    .followWithdrawingUnsent();
        } else if (found instanceof Found.Unheard unheard) {
            outcome = new PrintOutcome.Unknown(
                    -1, Set.of(unheard.answer().trouble()), unheard.answer().said());
        } else {
            outcome = new PrintOutcome.Unknown(-1, Set.of(), ((Found.Nowhere) found).detail());
        }
        LOG.info("job {}, asked after again: {}", ticket.name(), outcome);
        return outcome;
    }

    private PrinterDescription described(IppPacket packet) {
        PrinterDescription description = PrinterDescription.of(packet, format);
        if (!description.reasons().unnamed().equals(unnamed)) {
            unnamed = description.reasons().unnamed();
            LOG.info("printer-state-reasons without a word for them: {}", unnamed);
        }
        return description;
    }

    /** Nothing is held open: idle connections end by themselves. */
    @Override
    public void close() {}
}
