package jp.madoguchi.kiosk.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.cash.CashStatus;
import jp.madoguchi.devices.cash.CashTrouble;
import jp.madoguchi.devices.cash.CashUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the cash unit is. Takes and gives no money. */
@Command(
        name = "cash",
        description = "Says whether the cash unit could take money now. Takes and gives none.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:ready; or --watch was ended",
            "2:wrong usage",
            "4:does not answer",
            "6:answers and is not ready"
        })
final class CashCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Option(names = "--port", paramLabel = "DEV", required = true, description = "the serial device")
    private String port = "";

    @Option(
            names = "--hopper",
            paramLabel = "ADDRESS=YEN",
            description = "a hopper's ccTalk address and its coin; may be repeated (3=100 when not given)")
    private Map<Integer, Integer> hoppers = new TreeMap<>();

    @Option(names = "--notes", description = "there is a bill validator for 1000 yen notes")
    private boolean notes;

    @Option(names = "--watch", description = "looks again and again and prints what has changed, until Ctrl-C")
    private boolean watch;

    @Spec
    private CommandSpec spec;

    private final Devices devices;

    CashCommand(Devices devices) {
        this.devices = devices;
    }

    @Override
    public Integer call() throws Stop {
        Map<Integer, Integer> asked = hoppers.isEmpty() ? Map.of(3, 100) : hoppers;
        Set<Integer> accepts = notes ? Set.of(10, 50, 100, 500, 1000) : Set.of(10, 50, 100, 500);
        if (watch) {
            return watched(asked, accepts);
        }
        try (CashUnit unit = devices.cash(port, asked, accepts)) {
            return told(unit.status());
        }
    }

    @SuppressWarnings("try") // it works by being open
    private int watched(Map<Integer, Integer> at, Set<Integer> accepts) {
        try (CtrlC ctrlC = CtrlC.interruptsThisThread();
                CashUnit unit = devices.cash(port, at, accepts)) {
            devices.watch(spec.commandLine().getOut()).run(BETWEEN_LOOKS, () -> seen(unit.status()));
            return Exit.DONE;
        }
    }

    private static Watch.Seen seen(CashStatus status) {
        if (status instanceof CashStatus.Ready ready) {
            List<DeviceFailure> warnings = List.copyOf(new TreeSet<>(ready.warnings()));
            return new Watch.Seen(warnings.isEmpty() ? "ready" : "ready, with a warning", warnings);
        }
        CashStatus.NotReady notReady = (CashStatus.NotReady) status;
        return new Watch.Seen("not ready: " + notReady.detail(), List.of(notReady.trouble()));
    }

    private int told(CashStatus status) throws Stop {
        if (status instanceof CashStatus.Ready ready) {
            spec.commandLine().getOut().println("ready: coin acceptor and hopper answer");
            ready.warnings().stream()
                    .sorted()
                    .forEach(warning -> spec.commandLine().getOut().println("warning: " + words(warning)));
            return Exit.DONE;
        }
        CashStatus.NotReady notReady = (CashStatus.NotReady) status;
        boolean gone = notReady.trouble() == CashTrouble.UNREACHABLE;
        throw new Stop(
                gone ? Exit.NO_DEVICE : Exit.NOT_USABLE,
                (gone ? port + " does not answer: " : "not ready: ")
                        + words(notReady.trouble())
                        + (notReady.detail().isEmpty() ? "" : " (" + notReady.detail() + ")"));
    }

    private static String words(CashTrouble trouble) {
        return trouble.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
