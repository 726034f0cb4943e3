package jp.madoguchi.kiosk.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.DeviceFailure.Words;
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
            return look(unit.status(), asked.keySet());
        }
    }

    @SuppressWarnings("try") // it works by being open
    private int watched(Map<Integer, Integer> at, Set<Integer> accepts) {
        try (CtrlC ctrlC = CtrlC.interruptsThisThread();
                CashUnit unit = devices.cash(port, at, accepts)) {
            devices.watch(spec.commandLine().getOut()).run(BETWEEN_LOOKS, () -> seen(unit.status(), at.keySet()));
            return Exit.DONE;
        }
    }

    private int look(CashStatus status, Set<Integer> addresses) throws Stop {
        PrintWriter out = spec.commandLine().getOut();
        String told = devices.watch(out).told(seen(status, addresses));
        if (status instanceof CashStatus.NotReady notReady) {
            boolean gone = notReady.trouble() == CashTrouble.UNREACHABLE;
            throw new Stop(gone ? Exit.NO_DEVICE : Exit.NOT_USABLE, told);
        }
        out.println(told);
        return Exit.DONE;
    }

    private Watch.Seen seen(CashStatus status, Set<Integer> addresses) {
        if (status instanceof CashStatus.Ready ready) {
            List<DeviceFailure> warnings = List.copyOf(new TreeSet<>(ready.warnings()));
            return new Watch.Seen(
                    warnings.isEmpty() ? all(addresses) : new Words("入金できます（注意あり）", "ready, with a warning"), warnings);
        }
        CashStatus.NotReady notReady = (CashStatus.NotReady) status;
        Words why = notReady.trouble() == CashTrouble.UNREACHABLE && !Files.exists(Path.of(port))
                ? new Words("デバイスファイル " + port + " がない", "the device file " + port + " does not exist")
                : new Words(notReady.detail(), notReady.detail());
        return why.en().isEmpty()
                ? new Watch.Seen(new Words("入金できません", "not ready"), List.of(notReady.trouble()))
                : new Watch.Seen(
                        new Words("入金できません: " + why.ja(), "not ready: " + why.en()), List.of(notReady.trouble()));
    }

    /** Without a warning everything that was asked for answers: a part that is silent is one. */
    private Words all(Set<Integer> addresses) {
        String at = addresses.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return new Words(
                "入金できます（応答: 硬貨の受け入れ装置、ホッパー " + at + (notes ? "、紙幣の装置" : "") + "）",
                "ready (answering: coin acceptor, " + (addresses.size() == 1 ? "hopper " : "hoppers ") + at
                        + (notes ? ", bill validator" : "") + ")");
    }
}
