package jp.madoguchi.simulators.printer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.madoguchi.simulators.console.ConfigFile;
import jp.madoguchi.simulators.console.LineConsole;
import jp.madoguchi.simulators.console.PortNumber;
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
            "DIR/printer.toml is the [printer] section for the kiosk's configuration.",
            "Commands on standard input, each answered with one line:",
            "  door open | door close   opens or closes the printer",
            "  paper N                  loads the cassette to N sheets",
            "  jam N                    jams while side N of the next job is printed",
            "  clear [abort]            clears the jam; the job goes on, or is given up",
            "  offline | online         the switch at its panel",
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
            ConfigFile.write(dir, "printer", List.of("uri = " + ConfigFile.quoted(printer.uri())));
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            new LineConsole(in, spec.commandLine().getOut())
                    .serve(printer.uri().toString(), words -> carryOut(printer, words));
        }
        return 0;
    }

    private PrinterSimulator start() throws IOException {
        try {
            return PrinterSimulator.start(dir, port, PrinterSettings.lifelike());
        } catch (BindException e) {
            throw new IOException("port " + port + " cannot be had: " + e.getMessage(), e);
        }
    }

    private static String carryOut(PrinterSimulator printer, List<String> words) {
        switch (String.join(" ", words)) {
            case "door open" -> printer.openDoor();
            case "door close" -> printer.closeDoor();
            case "offline" -> printer.offline();
            case "online" -> printer.online();
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
            default -> throw new IllegalArgumentException("no such command: " + String.join(" ", words));
        }
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
