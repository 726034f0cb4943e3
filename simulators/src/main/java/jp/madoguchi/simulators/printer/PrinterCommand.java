package jp.madoguchi.simulators.printer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.madoguchi.simulators.console.ConfigFile;
import jp.madoguchi.simulators.console.LineConsole;
import jp.madoguchi.simulators.console.PortNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate printer}. */
@Command(
        name = "printer",
        description = "An A4 duplex printer on IPP that keeps what it printed in DIR/printed.",
        footer = {
            "",
            "DIR/printer.toml is the [printer] section for the kiosk's configuration; with --tls it names DIR/printer.pem.",
            "Commands on standard input, each answered with one line:",
            "  door open | door close   opens or closes the printer",
            "  paper N                  loads the cassette to N sheets",
            "  jam N                    jams while side N of the next job is printed",
            "  clear [abort]            clears the jam; the job goes on, or is given up",
            "  offline | online         the switch at its panel",
            "  toner low | toner ok     what it says of its toner",
            "  line cut | line mend     the cable; the printer goes on",
            "  power off | power on     the current; it forgets its jobs",
            "  power-loss N             the current fails while side N of the next job is printed",
            "  ids anew | ids on        whether job ids begin at 1 after that",
            "  lie KIND                 what it says of its counters: none, nothing, side-fewer, side-more,",
            "                           sheet-fewer, sheet-more, unreported",
            "  fault OPERATION KIND     the next such operation (create-job, send-document, ...) meets lose-request,",
            "                           cut-request, lose-reply, cut-reply, garble-reply, wrong-reply, busy,",
            "                           http-error, power-loss-before or power-loss-after",
            "  take                     takes the sheets out of the output tray",
            "  jobs                     what came out, job by job",
            "  quit                     ends"
        })
public final class PrinterCommand implements Callable<Integer> {
    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "Where it keeps everything.")
    @SuppressWarnings("NullAway.Init") // required: set by picocli before call()
    private Path dir;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortNumber.class,
            description = "TCP port on 127.0.0.1; a free one when not given.")
    private int port;

    @Option(names = "--tls", description = "speaks ipps, with a certificate that it makes")
    private boolean tls;

    @Option(names = "--takes", paramLabel = "FORMAT", description = "pdf or raster alone; both when not given")
    private @Nullable Format takes;

    @Option(
            names = "--sheet-back",
            paramLabel = "KEYWORD",
            defaultValue = "normal",
            description = "how it wants a raster's backs: normal, flipped, rotated, manual-tumble")
    private String sheetBack = "normal";

    private enum Format {
        pdf,
        raster
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this and ends.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (PrinterSimulator printer = start()) {
            List<String> lines = new ArrayList<>(List.of("uri = " + ConfigFile.quoted(printer.uri())));
            Optional<X509Certificate> certificate = printer.certificate();
            if (certificate.isPresent()) {
                Files.writeString(dir.resolve("printer.pem"), pem(certificate.get()));
                lines.add("certificate = \"printer.pem\"");
            }
            ConfigFile.write(dir, "printer", lines);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            new LineConsole(in, spec.commandLine().getOut())
                    .serve(printer.uri().toString(), words -> carryOut(printer, words));
        }
        return 0;
    }

    private PrinterSimulator start() throws IOException {
        try {
            PrinterSettings settings = PrinterSettings.lifelike().taking(offer());
            return PrinterSimulator.start(dir, port, tls ? settings.as(PrinterIdentity.make()) : settings);
        } catch (BindException e) {
            throw new IOException("port " + port + " cannot be had: " + e.getMessage(), e);
        }
    }

    private DocumentOffer offer() {
        DocumentOffer all = DocumentOffer.ALL.turned(sheetBack);
        return takes == null ? all : all.only(takes == Format.pdf ? DocumentOffer.PDF : DocumentOffer.RASTER);
    }

    private static String pem(X509Certificate certificate) throws IOException {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    private static String carryOut(PrinterSimulator printer, List<String> words) {
        switch (String.join(" ", words)) {
            case "door open" -> printer.openDoor();
            case "door close" -> printer.closeDoor();
            case "offline" -> printer.offline();
            case "online" -> printer.online();
            case "toner low" -> printer.lowToner(true);
            case "toner ok" -> printer.lowToner(false);
            case "line cut" -> printer.line(false);
            case "line mend" -> printer.line(true);
            case "power off" -> printer.powerOff();
            case "power on" -> printer.powerOn();
            case "ids anew" -> printer.countAnewAfterPowerLoss(true);
            case "ids on" -> printer.countAnewAfterPowerLoss(false);
            case "clear" -> printer.clearJam(AfterJam.RESUME);
            case "clear abort" -> printer.clearJam(AfterJam.ABORT);
            case "take" -> {
                return "took " + printer.takePaper() + " sheets";
            }
            case "jobs" -> {
                return jobs(printer);
            }
            default -> adjust(printer, words);
        }
        return "now: " + String.join(" ", printer.stateReasons());
    }

    private static void adjust(PrinterSimulator printer, List<String> words) {
        switch (words.get(0)) {
            case "paper" -> printer.paper(LineConsole.number(words));
            case "jam" -> printer.jamAtSide(LineConsole.number(words));
            case "power-loss" -> printer.losePowerAtSide(LineConsole.number(words));
            case "lie" -> printer.lie(constant(CounterLie.class, words, 1));
            case "fault" -> printer.inject(constant(IppOperation.class, words, 1), constant(WireFault.class, words, 2));
            default -> throw new IllegalArgumentException("no such command: " + String.join(" ", words));
        }
    }

    /** {@code lose-reply} is LOSE_REPLY; throws {@code IllegalArgumentException} for what there is not. */
    private static <E extends Enum<E>> E constant(Class<E> type, List<String> words, int at) {
        String word = at < words.size() ? words.get(at) : "";
        return Arrays.stream(type.getEnumConstants())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such word here: " + word));
    }

    private static String jobs(PrinterSimulator printer) {
        List<PrintedJob> jobs = printer.printed();
        return jobs.isEmpty()
                ? "no jobs"
                : jobs.stream()
                        .map(job -> job.name() + " " + job.phase() + " " + job.impressions() + " sides " + job.sheets()
                                + " sheets " + job.file().getFileName())
                        .collect(Collectors.joining("; "));
    }
}
