package jp.madoguchi.kiosk.command;

import java.util.Locale;
import java.util.concurrent.Callable;
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
        exitCodeList = {"0:ready", "2:wrong usage", "4:does not answer", "6:answers and is not ready"})
final class CashCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "DEV", required = true, description = "the serial device")
    private String port = "";

    @Option(
            names = "--hopper",
            paramLabel = "ADDRESS",
            defaultValue = "3",
            description = "the ccTalk address of the hopper of 100 yen coins (${DEFAULT-VALUE} when not given)")
    private int hopper;

    @Spec
    private CommandSpec spec;

    private final Devices devices;

    CashCommand(Devices devices) {
        this.devices = devices;
    }

    @Override
    public Integer call() throws Stop {
        try (CashUnit unit = devices.cash(port, hopper)) {
            CashStatus status = unit.status();
            if (status instanceof CashStatus.Ready) {
                spec.commandLine().getOut().println("ready: coin acceptor and hopper answer");
                return Exit.DONE;
            }
            CashStatus.NotReady notReady = (CashStatus.NotReady) status;
            boolean gone = notReady.trouble() == CashTrouble.UNREACHABLE;
            throw new Stop(
                    gone ? Exit.NO_DEVICE : Exit.NOT_USABLE,
                    (gone ? port + " does not answer: " : "not ready: ") + words(notReady));
        }
    }

    private static String words(CashStatus.NotReady notReady) {
        String trouble = notReady.trouble().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return notReady.detail().isEmpty() ? trouble : trouble + " (" + notReady.detail() + ")";
    }
}
