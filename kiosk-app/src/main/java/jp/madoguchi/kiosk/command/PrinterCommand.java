package jp.madoguchi.kiosk.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.devices.print.PrinterStatus;
import jp.madoguchi.devices.print.PrinterTrouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the printer is. */
@Command(
        name = "printer",
        description = "Says whether the printer could print a certificate now.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:ready", "2:wrong usage", "4:does not answer", "6:answers and is not ready"})
final class PrinterCommand implements Callable<Integer> {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    @Option(
            names = "--uri",
            paramLabel = "URI",
            required = true,
            description = "ipps://HOST/PATH, or ipp://localhost/PATH")
    private URI uri = URI.create("");

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "PEM of the only certificate it may show (ipps)")
    private @Nullable Path certificate;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "pdf",
            description = "in which pages are to go to it: pdf or raster (${DEFAULT-VALUE} when not given)")
    private DocumentFormat format = DocumentFormat.PDF;

    @Option(
            names = "--watch",
            description = {
                "looks again and again, and prints a line with the local time whenever something has changed,",
                "with code, meaning and action, until Ctrl-C; prints nothing on paper"
            })
    private boolean watch;

    @Spec
    private CommandSpec spec;

    private final Devices devices;

    PrinterCommand(Devices devices) {
        this.devices = devices;
    }

    @Override
    public Integer call() throws Stop {
        return watch ? watch() : look();
    }

    private int watch() {
        CtrlC ctrlC = CtrlC.interruptsThisThread();
        try (ctrlC;
                Printer printer = printer()) {
            devices.watch(spec.commandLine().getOut()).run(BETWEEN, () -> seen(printer.status()));
            return Exit.DONE;
        }
    }

    private int look() throws Stop {
        PrintWriter out = spec.commandLine().getOut();
        try (Printer printer = printer()) {
            PrinterStatus status = printer.status();
            if (status instanceof PrinterStatus.Ready ready) {
                out.println(ready.warnings().isEmpty() ? "ready" : "ready; look soon at: " + words(ready.warnings()));
                return Exit.DONE;
            }
            if (status instanceof PrinterStatus.NotReady notReady) {
                throw new Stop(Exit.NOT_USABLE, "not ready: " + words(notReady.troubles()));
            }
            PrinterStatus.Unreachable unreachable = (PrinterStatus.Unreachable) status;
            if (unreachable.trouble() == PrinterTrouble.WRONG_CERTIFICATE) {
                throw new Stop(Exit.NOT_USABLE, uri + " is another printer: " + unreachable.detail());
            }
            throw new Stop(Exit.NO_DEVICE, uri + " does not answer: " + unreachable.detail());
        }
    }

    private Printer printer() {
        return devices.printer(uri, Optional.ofNullable(certificate), format);
    }

    private static Watch.Seen seen(PrinterStatus status) {
        if (status instanceof PrinterStatus.Ready ready) {
            return new Watch.Seen("ready", sorted(ready.warnings()));
        }
        return status instanceof PrinterStatus.NotReady notReady
                ? new Watch.Seen("not ready", sorted(notReady.troubles()))
                : new Watch.Seen("not ready", List.of(((PrinterStatus.Unreachable) status).trouble()));
    }

    private static List<DeviceFailure> sorted(Set<PrinterTrouble> troubles) {
        return troubles.stream().sorted().map(DeviceFailure.class::cast).toList();
    }

    private static String words(Set<PrinterTrouble> troubles) {
        return troubles.stream()
                .sorted()
                .map(trouble -> trouble.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
