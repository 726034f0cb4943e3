package jp.madoguchi.kiosk.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

    @Spec
    private CommandSpec spec;

    private final Devices devices;

    PrinterCommand(Devices devices) {
        this.devices = devices;
    }

    @Override
    public Integer call() throws Stop {
        PrintWriter out = spec.commandLine().getOut();
        try (Printer printer = devices.printer(uri, Optional.ofNullable(certificate))) {
            PrinterStatus status = printer.status();
            if (status instanceof PrinterStatus.Ready ready) {
                out.println(ready.warnings().isEmpty() ? "ready" : "ready; look soon at: " + words(ready.warnings()));
                return Exit.DONE;
            }
            if (status instanceof PrinterStatus.NotReady notReady) {
                throw new Stop(Exit.NOT_USABLE, "not ready: " + words(notReady.troubles()));
            }
            throw new Stop(Exit.NO_DEVICE, uri + " does not answer: " + ((PrinterStatus.Unreachable) status).detail());
        }
    }

    private static String words(Set<PrinterTrouble> troubles) {
        return troubles.stream()
                .sorted()
                .map(trouble -> trouble.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
