package jp.madoguchi.workbench.real;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.madoguchi.workbench.FreshFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiosk bench card}: the same card, used in turn by this project's driver and by OpenSC. */
@Command(
        name = "./kiosk bench card",
        mixinStandardHelpOptions = true,
        description = "Certificate, PIN and signature from one simulated card: this driver beside OpenSC.")
final class CardBench implements Callable<Integer> {
    private static final double NANOS_PER_MS = 1e6;

    @Option(names = "--delay", paramLabel = "MS", defaultValue = "15", description = "what a command takes; 15")
    private int delay;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "20", description = "rounds that count; 20")
    private int rounds;

    @Option(
            names = "--limit",
            paramLabel = "RATIO",
            defaultValue = "1.10",
            description = "exit 1 when this driver's ratio is above it; 1.10")
    private double limit;

    @Spec
    private CommandSpec spec;

    /** What one program made of its rounds. */
    record Result(String name, int commands, List<Long> nanos) {
        /** @param ofRounds 0 the fastest, 0.5 the median, 1 the slowest */
        double millis(double ofRounds) {
            List<Long> sorted = nanos.stream().sorted().toList();
            return sorted.get((int) Math.round(ofRounds * (sorted.size() - 1))) / NANOS_PER_MS;
        }

        /** What the card takes, in ms. */
        double own(int delay) {
            return (double) commands * delay;
        }

        /** The median over what the card takes; without a delay it takes nothing. */
        double ratio(int delay) {
            return millis(0.5) / own(delay);
        }
    }

    public static void main(String... arguments) {
        System.exit(new CommandLine(new CardBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (delay < 0 || rounds < 1 || !(limit > 0)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "a delay of 0 or more, a round or more, and a limit above 0");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Result> results;
        try (FreshFolder dir = FreshFolder.empty()) {
            results = run(dir.path(), Duration.ofMillis(delay), rounds);
        }
        out.printf(
                Locale.ROOT,
                "One card, %d ms a command; %d rounds in turn, after one that does not count. Wall time in ms.%n%n",
                delay,
                rounds);
        out.printf("%-22s %8s %8s %8s %8s %8s %6s%n", "", "commands", "card's", "median", "min", "max", "ratio");
        for (Result result : results) {
            out.printf(
                    Locale.ROOT,
                    "%-22s %8d %8.0f %8.1f %8.1f %8.1f %6s%n",
                    result.name(),
                    result.commands(),
                    result.own(delay),
                    result.millis(0.5),
                    result.millis(0),
                    result.millis(1),
                    delay == 0 ? "-" : String.format(Locale.ROOT, "%.3f", result.ratio(delay)));
        }
        boolean slow = tooSlow(results.get(0), delay, limit);
        if (slow) {
            out.printf(
                    Locale.ROOT,
                    "%n%s takes more than %.2f times what the card takes.%n",
                    results.get(0).name(),
                    limit);
        }
        out.flush();
        return slow ? 1 : 0;
    }

    /** A card without a delay sets no measure. */
    static boolean tooSlow(Result driver, int delay, double limit) {
        return delay > 0 && driver.ratio(delay) > limit;
    }

    /** In turn, so that whatever else this machine does meets all of them. Each must send the same commands every time. */
    static List<Result> run(Path dir, Duration delay, int rounds) throws Exception {
        try (CardDesk desk = CardDesk.open(dir, delay);
                CardUser driver = new DriverUser(desk);
                CardUser named = OpenScUser.named(desk, dir);
                CardUser unnamed = OpenScUser.unnamed(desk, dir)) {
            List<CardUser> users = List.of(driver, named, unnamed);
            List<Result> results = new ArrayList<>();
            for (CardUser user : users) {
                results.add(new Result(user.name(), used(desk, user).commands(), new ArrayList<>()));
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < users.size(); i++) {
                    Used used = used(desk, users.get(i));
                    Result result = results.get(i);
                    result.nanos().add(used.nanos());
                    if (used.commands() != result.commands()) {
                        throw new AssertionError(result.name() + " sent " + used.commands() + " commands, before it "
                                + result.commands());
                    }
                }
            }
            return results;
        }
    }

    private record Used(int commands, long nanos) {}

    private static Used used(CardDesk desk, CardUser user) throws Exception {
        desk.card().clearCommands();
        long nanos = user.use();
        return new Used(desk.card().commands().size(), nanos);
    }
}
