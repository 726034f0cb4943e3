package jp.madoguchi.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.Kiosk;
import jp.madoguchi.kiosk.control.ControlSocket;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.simulators.printer.PrinterSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiosk demo}: to look at, or played by itself. */
@Command(
        name = "./kiosk demo",
        description = {
            "A kiosk on this machine, with simulated card reader, printer, cash unit and center.",
            "Without --headless: prints two addresses to open in a browser, and runs until Ctrl-C.",
            "With --headless: plays one resident through the same screens and leaves the printed pages in --out."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the document was delivered (--headless), or stopped by Ctrl-C",
            "1:the visit was refused; the last line says why",
            "2:wrong usage",
            "3:the demo cannot start"
        })
public final class DemoMain implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int CANNOT_START = 3;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port of the kiosk's screen (${DEFAULT-VALUE}); 0: any")
    private int port;

    @Option(
            names = "--bench-port",
            defaultValue = "8081",
            description = "port of the outside world (${DEFAULT-VALUE}); 0: any")
    private int benchPort;

    @Option(names = "--headless", description = "play one resident")
    private boolean headless;

    @Option(names = "--document", defaultValue = "residence-record", description = "what is wanted (${DEFAULT-VALUE})")
    private String document = "";

    @Option(names = "--out", paramLabel = "DIR", description = "where printed.pdf, page-1.png … and the receipt go")
    private @Nullable Path out;

    @Option(
            names = "--resident",
            paramLabel = "NAME",
            defaultValue = "aomori-hanako",
            description = "who (${DEFAULT-VALUE})")
    private String resident = "";

    @Option(names = "--pin", defaultValue = "1234", description = "the PIN that is typed (${DEFAULT-VALUE})")
    private String pin = "";

    @Option(names = "--copies", defaultValue = "1", description = "how many copies (${DEFAULT-VALUE})")
    private int copies;

    @Option(names = "--voice", paramLabel = "DIR", description = "the recordings of the voice guidance")
    private @Nullable Path voice;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** What is wrong is one line for the person who typed the command. */
    static CommandLine commandLine() {
        return new CommandLine(new DemoMain())
                .setParameterExceptionHandler((wrong, arguments) -> {
                    wrong.getCommandLine().getErr().println("demo: " + wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("demo: " + failure.getMessage());
                    return CANNOT_START;
                });
    }

    @Override
    public Integer call() throws IOException, Kiosk.Unusable, InterruptedException {
        if (headless && out == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--headless needs --out DIR");
        }
        if (!pin.matches("[0-9]{4}")) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--pin takes 4 digits");
        }
        Path dir = Files.createTempDirectory("madoguchi-demo");
        CtrlC stop = CtrlC.ofThisThread();
        try {
            return out != null && headless ? play(dir, out) : show(dir);
        } catch (IOException | Kiosk.Unusable | InterruptedException failure) {
            if (stop.asked()) {
                return 0;
            }
            throw failure;
        } finally {
            delete(dir);
            stop.answered();
        }
    }

    private int show(Path dir) throws IOException, InterruptedException, Kiosk.Unusable {
        PrintWriter console = spec.commandLine().getOut();
        try (OutsideWorld outside = outside();
                Workbench bench = Workbench.start(dir, settings(outside))) {
            outside.show(bench);
            console.println("Kiosk screen    " + bench.kiosk().address());
            console.println("Outside world   " + outside.address());
            console.println("Voice guidance  " + (voice == null ? "none yet: ./kiosk voice makes it" : "in " + voice));
            console.println("Staff desk      店員 → はじめて使う → "
                    + ControlSocket.ask(dir.resolve("data/control.sock"), "enrol manager-1 manager"));
            console.println(
                    "Place a card and drop coins in the outside world. Every PIN is 1234, every signature password TEST1234. Ctrl-C stops.");
            console.flush();
            new CountDownLatch(1).await(); // until Ctrl-C
        }
        return 0;
    }

    private Workbench.Settings settings(OutsideWorld outside) {
        Workbench.Settings mute =
                new Workbench.Settings(port, Optional.of(outside.opener()), PrinterSettings.lifelike());
        return voice == null ? mute : mute.speaking(voice.toAbsolutePath());
    }

    private OutsideWorld outside() throws IOException {
        try {
            return new OutsideWorld(benchPort);
        } catch (BindException taken) {
            throw new IOException("the outside world's port " + benchPort + " is taken", taken);
        }
    }

    private int play(Path dir, Path target) throws IOException, InterruptedException, Kiosk.Unusable {
        PrintWriter console = spec.commandLine().getOut();
        try (Workbench bench =
                Workbench.start(dir, new Workbench.Settings(0, Optional.empty(), PrinterSettings.instant()))) {
            List<String> residents = bench.cards().ids();
            if (!residents.contains(resident)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "there is no resident " + resident + "; there are: " + String.join(", ", residents));
            }
            int code = play(bench, new Resident.Wish(resident, pin, document, copies), console);
            leave(bench.printer().printed(), target);
            return code;
        }
    }

    /** The exit code: whether this resident got what was wished. */
    static int play(Workbench bench, Resident.Wish wish, PrintWriter console) throws IOException, InterruptedException {
        Resident.Ended ended;
        try {
            ended = new Resident(bench.kiosk().address(), bench.kiosk().screenToken(), bench.hands(), wish, console)
                    .play();
        } catch (IOException failure) {
            if (Thread.interrupted()) { // in the middle of a request; what is closed next must not be hurried
                throw new InterruptedException();
            }
            throw failure;
        }
        ended.refusal().ifPresent(reason -> console.println("refused: " + reason));
        console.flush();
        return ended.refusal().isPresent() ? REFUSED : 0;
    }

    /** The document is the first job, the receipt the second. */
    private static void leave(List<PrintedJob> jobs, Path dir) throws IOException {
        Files.createDirectories(dir);
        if (!jobs.isEmpty()) {
            Path printed =
                    Files.copy(jobs.get(0).file(), dir.resolve("printed.pdf"), StandardCopyOption.REPLACE_EXISTING);
            PageImages.write(printed, dir, "page", false);
        }
        if (jobs.size() > 1) {
            Path receipt =
                    Files.copy(jobs.get(1).file(), dir.resolve("receipt.pdf"), StandardCopyOption.REPLACE_EXISTING);
            PageImages.write(receipt, dir, "receipt", true);
        }
    }

    private static void delete(Path dir) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
