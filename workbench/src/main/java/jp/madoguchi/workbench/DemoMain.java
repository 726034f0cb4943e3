package jp.madoguchi.workbench;

import java.io.IOException;
import java.io.PrintWriter;
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

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoMain())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("demo: " + failure.getMessage());
                    return 3;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Kiosk.Unusable {
        Path dir = Files.createTempDirectory("madoguchi-demo");
        try {
            return headless ? play(dir) : show(dir);
        } finally {
            delete(dir);
        }
    }

    private int show(Path dir) throws IOException, InterruptedException, Kiosk.Unusable {
        PrintWriter console = spec.commandLine().getOut();
        try (OutsideWorld outside = new OutsideWorld(benchPort);
                Workbench bench = Workbench.start(
                        dir, new Workbench.Settings(port, Optional.of(outside.opener()), PrinterSettings.lifelike()))) {
            outside.show(bench);
            console.println("Kiosk screen    " + bench.kiosk().address());
            console.println("Outside world   " + outside.address());
            console.println("Place a card and drop coins in the outside world. Every PIN is 1234. Ctrl-C stops.");
            console.flush();
            CountDownLatch stop = new CountDownLatch(1);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop.countDown();
                awaitQuietly(stopped);
            }));
            stop.await();
            stopped.countDown();
        }
        return 0;
    }

    private static void awaitQuietly(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int play(Path dir) throws IOException, InterruptedException, Kiosk.Unusable {
        PrintWriter console = spec.commandLine().getOut();
        Path target = out;
        if (target == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--headless needs --out DIR");
        }
        try (Workbench bench =
                Workbench.start(dir, new Workbench.Settings(0, Optional.empty(), PrinterSettings.instant()))) {
            if (!bench.cards().ids().contains(resident)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "there is no resident " + resident + "; there are: "
                                + String.join(", ", bench.cards().ids()));
            }
            Resident.Ended ended = new Resident(
                            bench.kiosk().address(),
                            bench.kiosk().screenToken(),
                            new WorkbenchHands(bench),
                            new Resident.Wish(resident, pin, document, copies),
                            console)
                    .play();
            leave(bench.printer().printed(), target);
            ended.refusal().ifPresent(reason -> console.println("refused: " + reason));
            console.flush();
            return ended.refusal().isPresent() ? 1 : 0;
        }
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
