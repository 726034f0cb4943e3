package jp.madoguchi.simulators.cash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        description = "A coin acceptor, hoppers and perhaps a bill validator on ccTalk, on a serial device.",
        footer = {
            "",
            "DIR/cash.toml is the [cash] section for the kiosk's configuration.",
            "Commands on standard input, each answered with one line:",
            "  coin YEN    drops a coin: accepted, or returned to the tray",
            "  note YEN    inserts a note: held, or returned to the tray (with --notes)",
            "  pull        pulls the note out of the escrow",
            "  hopper [ADDRESS] N   fills or empties a hopper to N coins",
            "  tray        what lies in the return tray",
            "  take        takes it",
            "  jam, clear  a coin is stuck in the acceptor; is taken out",
            "  stick, unstick       the escrow does not move its note; moves again",
            "  full, emptied        the stacker has no room; is emptied",
            "  unplug, plug         the cable",
            "  fault NAME  the next message meets it: lose_reply, corrupt_reply, reset_after ...",
            "  reset       the current fails and comes back",
            "  quit        ends"
        })
public final class CashCommand implements Callable<Integer> {
    private static final Duration PER_TURN = Duration.ofMillis(250);

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
            names = "--hopper",
            paramLabel = "ADDRESS=YEN",
            description = "A hopper at a ccTalk address, and its coin; may be repeated. 3=100 without it.")
    private Map<Integer, Integer> hoppers = new TreeMap<>();

    @Option(names = "--notes", description = "With a bill validator at address 40.")
    private boolean notes;

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
        CashSetup setup = new CashSetup(hoppers.isEmpty() ? CashSetup.ONE_HOPPER : hoppers, notes, PER_TURN);
        if (device != null) {
            try (CashSimulator cash = CashSimulator.onDevice(device, setup)) {
                serve(cash, setup, device, "# port = the other end of " + device);
            }
            return 0;
        }
        try (CashSimulator cash = CashSimulator.onPty(dir, setup)) {
            Path port = dir.toAbsolutePath().resolve("cash");
            serve(cash, setup, port, "port = " + ConfigFile.quoted(port));
        }
        return 0;
    }

    private void serve(CashSimulator cash, CashSetup setup, Path named, String port)
            throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of(port, "hoppers = " + table(setup.hoppers())));
        if (notes) {
            lines.add("accepts = [100, 500, 1000]");
        }
        ConfigFile.write(dir, "cash", lines);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        new LineConsole(in, spec.commandLine().getOut()).serve(named.toString(), words -> carryOut(cash, words));
    }

    private static String table(Map<Integer, Integer> hoppers) {
        return new TreeMap<>(hoppers)
                .entrySet().stream()
                        .map(each -> each.getKey() + " = " + each.getValue())
                        .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String carryOut(CashSimulator cash, List<String> words) {
        return switch (words.get(0)) {
            case "coin" -> cash.drop(LineConsole.number(words)).name().toLowerCase(Locale.ROOT);
            case "note" -> cash.insertNote(LineConsole.number(words)).name().toLowerCase(Locale.ROOT);
            case "pull" -> done("pulled", cash::pullNote);
            case "hopper" -> hopper(cash, words);
            case "tray" -> "tray " + cash.tray();
            case "take" -> "took " + cash.takeCoins();
            case "jam" -> done("jammed", cash::jam);
            case "clear" -> done("cleared", cash::clearJam);
            case "stick" -> done("stuck", () -> cash.stickEscrow(true));
            case "unstick" -> done("free", () -> cash.stickEscrow(false));
            case "full" -> done("full", cash::fillStacker);
            case "emptied" -> "took " + cash.emptyStacker();
            case "unplug" -> done("unplugged", cash::unplug);
            case "plug" -> done("plugged in", cash::plugIn);
            case "fault" -> fault(cash, words);
            case "reset" -> done("reset", cash::powerReset);
            default -> throw new IllegalArgumentException("no such command: " + String.join(" ", words));
        };
    }

    private static String hopper(CashSimulator cash, List<String> words) {
        if (words.size() == 3) {
            int address = LineConsole.number(words.subList(0, 2));
            cash.fillHopper(address, LineConsole.number(words.subList(1, 3)));
            return "hopper " + address + " " + cash.coinsInHopper(address);
        }
        cash.fillHopper(LineConsole.number(words));
        return "hopper " + cash.coinsInHopper();
    }

    private static String fault(CashSimulator cash, List<String> words) {
        BusFault fault = BusFault.valueOf(words.get(words.size() - 1).toUpperCase(Locale.ROOT));
        cash.injectAt(1, fault);
        return "next: " + fault.name().toLowerCase(Locale.ROOT);
    }

    private static String done(String word, Runnable act) {
        act.run();
        return word;
    }
}
