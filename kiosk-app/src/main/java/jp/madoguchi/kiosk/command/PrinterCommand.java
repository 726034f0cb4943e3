package jp.madoguchi.kiosk.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.DeviceFailure.Words;
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
        exitCodeList = {
            "0:ready",
            "2:wrong usage",
            "4:does not answer",
            "6:answers and is not ready, or is no such printer"
        })
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
            String told = devices.watch(out).told(seen(status));
            if (status instanceof PrinterStatus.Ready) {
                out.println(told);
                return Exit.DONE;
            }
            boolean silent = status instanceof PrinterStatus.Unreachable unreachable
                    && unreachable.trouble() == PrinterTrouble.UNREACHABLE;
            throw new Stop(silent ? Exit.NO_DEVICE : Exit.NOT_USABLE, told);
        }
    }

    private Printer printer() {
        return devices.printer(uri, Optional.ofNullable(certificate), format);
    }

    private Watch.Seen seen(PrinterStatus status) {
        if (status instanceof PrinterStatus.Ready ready) {
            Words words = ready.warnings().isEmpty()
                    ? new Words("印刷できます", "ready")
                    : new Words("印刷できます（注意あり）", "ready, with a warning");
            return new Watch.Seen(words, sorted(ready.warnings()));
        }
        if (status instanceof PrinterStatus.NotReady notReady) {
            return new Watch.Seen(new Words("印刷できません", "not ready"), sorted(notReady.troubles()));
        }
        PrinterStatus.Unreachable unreachable = (PrinterStatus.Unreachable) status;
        String where = uri + ": " + unreachable.detail();
        return new Watch.Seen(new Words("印刷できません: " + where, "not ready: " + where), List.of(unreachable.trouble()));
    }

    private static List<DeviceFailure> sorted(Set<PrinterTrouble> troubles) {
        return troubles.stream().sorted().map(DeviceFailure.class::cast).toList();
    }
}
