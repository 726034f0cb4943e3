package jp.madoguchi.simulators.cash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.madoguchi.simulators.console.ConfigFile;
import jp.madoguchi.simulators.console.LineConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate cash}. */
@Command(
        name = "cash",
        description = "A coin acceptor and a 100-yen hopper on ccTalk, on a serial device.",
        footer = {
            "",
            "DIR/cash.toml is the [cash] section for the kiosk's configuration.",
            "Commands on standard input, each answered with one line:",
            "  coin YEN    drops a coin: accepted, or returned to the tray",
            "  hopper N    fills or empties the hopper to N coins",
            "  tray        what lies in the return tray",
            "  take        takes it",
            "  reset       the current fails and comes back",
            "  quit        ends"
        })
public final class CashCommand implements Callable<Integer> {
    private static final Duration PER_COIN = Duration.ofMillis(250);

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "Where it writes cash.toml.")
    @SuppressWarnings("NullAway.Init") // required: set by picocli before call()
    private Path dir;

    @Option(
            names = "--device",
            paramLabel = "TTY",
            description = {
                "The serial device the simulated devices sit on; the kiosk has the other end of its cable.",
                "Without it socat makes a pair: DIR/cash for the kiosk, DIR/cash-device for the devices."
            })
    private @Nullable Path device;

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
        if (device != null) {
            serve(device, device, "# port = the other end of " + device);
            return 0;
        }
        try (PtyPair pair = PtyPair.create(dir)) {
            serve(pair.devices, pair.kiosk, "port = " + ConfigFile.quoted(pair.kiosk));
        }
        return 0;
    }

    private void serve(Path devices, Path named, String port) throws IOException, InterruptedException {
        try (CashSimulator cash = CashSimulator.onDevice(devices, PER_COIN)) {
            ConfigFile.write(dir, "cash", List.of(port, "hoppers = { 3 = 100 }"));
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            new LineConsole(in, spec.commandLine().getOut()).serve(named.toString(), words -> carryOut(cash, words));
        }
    }

    private static String carryOut(CashSimulator cash, List<String> words) {
        return switch (words.get(0)) {
            case "coin" -> cash.drop(LineConsole.number(words)).name().toLowerCase(Locale.ROOT);
            case "hopper" -> {
                cash.fillHopper(LineConsole.number(words));
                yield "hopper " + cash.coinsInHopper();
            }
            case "tray" -> "tray " + cash.tray();
            case "take" -> "took " + cash.takeCoins();
            case "reset" -> {
                cash.powerReset();
                yield "reset";
            }
            default -> throw new IllegalArgumentException("no such command: " + String.join(" ", words));
        };
    }
}
