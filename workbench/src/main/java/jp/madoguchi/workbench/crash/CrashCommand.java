package jp.madoguchi.workbench.crash;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the campaign and prints its table. */
@Command(
        name = "crash",
        description = {
            "Stops the program at every durable step and at random instants, starts it anew, and holds what it then believes",
            "against what happened in the world. docs/crash.md says what is stopped, and how."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every rule held after every stop",
            "1:a rule was broken, or there were fewer stops than asked for",
            "2:wrong usage"
        })
public final class CrashCommand implements Callable<Integer> {
    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "200",
            description = "the program is stopped so often, or a little oftener (${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "draws the plans (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--lanes",
            paramLabel = "N",
            defaultValue = "8",
            description = "worlds side by side (${DEFAULT-VALUE}); most of a visit is waiting")
    private int lanes;

    @Option(names = "--scenario", paramLabel = "SCENARIO", description = "one of them only: ${COMPLETION-CANDIDATES}")
    private Optional<Scenario> scenario = Optional.empty();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "600",
            description = "begins no chain of plans after so long (${DEFAULT-VALUE})")
    private int minutes;

    @Option(names = "--chain", paramLabel = "N", description = "plays this chain of plans alone, again, row by row")
    private Optional<Integer> only = Optional.empty();

    @Option(
            names = "--late",
            paramLabel = "FACT",
            description = "shows the campaign a program that writes this fact too late; it must find that")
    private Optional<String> late = Optional.empty();

    @Option(
            names = "--kills",
            description =
                    "kills the whole program on its real wires (SIGKILL), which takes seconds; without it, it is stopped"
                            + " within this process")
    private boolean kills;

    @Spec
    private CommandSpec command;

    private final PrintStream out;
    private final Campaign.Machines killed;

    /** @param killed makes what is killed */
    public CrashCommand(PrintStream out, Campaign.Machines killed) {
        this.out = out;
        this.killed = killed;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (kills && late.isPresent()) {
            throw new ParameterException(
                    command.commandLine(), "--late shows a program within this process, not --kills");
        }
        long begin = System.nanoTime();
        UnaryOperator<LedgerWatch> between = watch -> late.isPresent() ? new LateWrites(late.get(), watch) : watch;
        Set<Mishap> mishaps = EnumSet.allOf(Mishap.class);
        if (kills) {
            mishaps.removeAll(Mishap.WITHIN_A_PROCESS);
        }
        List<Scenario> scenarios = scenario.map(List::of).orElseGet(() -> List.of(Scenario.values()));
        Campaign campaign = Campaign.prepare(
                Files.createTempDirectory("madoguchi-crash-keys"),
                scenarios,
                seed,
                lanes,
                mishaps,
                kills ? killed : Campaign.inThisProcess(between));
        for (Scenario each : scenarios) {
            out.println(each + ": " + campaign.steps(each).size() + " places to stop at");
        }
        out.printf(Locale.ROOT, "prepared in %d s%n%n", seconds(begin));
        List<Row> rows = only.isPresent() ? again(campaign, only.get()) : played(campaign);
        out.println();
        out.print(Table.of(rows));
        int stops = rows.stream().mapToInt(Row::stops).sum();
        long violations =
                rows.stream().filter(row -> !row.violations().isEmpty()).count();
        out.printf(
                Locale.ROOT,
                "%nseed %d: %d visits, %d stops, %d of them while a start settled another; %d with a broken rule; %d s, %.0f stops a minute%n",
                seed,
                rows.size(),
                stops,
                rows.stream().filter(row -> row.early().isPresent()).count(),
                violations,
                seconds(begin),
                stops * 60.0 / Math.max(1, seconds(begin)));
        return violations == 0 && (only.isPresent() || stops >= runs) ? 0 : 1;
    }

    private static long seconds(long begin) {
        return (System.nanoTime() - begin) / 1_000_000_000;
    }

    private List<Row> again(Campaign campaign, int chain) throws IOException, InterruptedException {
        List<Row> rows = campaign.play(campaign.plans((chain + 1) * Campaign.CHAIN), chain);
        rows.forEach(out::println);
        return rows;
    }

    /** Chain after chain, until there were stops enough. */
    private List<Row> played(Campaign campaign) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        List<Row> rows = new ArrayList<>();
        int chain = 0;
        try {
            List<Future<List<Row>>> pending = new ArrayList<>();
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
            for (int stops = 0; stops < runs && System.nanoTime() < end; ) {
                while (pending.size() < lanes) {
                    int next = chain++;
                    pending.add(threads.submit(() -> chain(campaign, next)));
                }
                stops += add(pending.remove(0).get(), rows);
            }
            for (Future<List<Row>> each : pending) {
                add(each.get(), rows);
            }
            return rows;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Tells what is to be told of a chain; answers how many stops it had. */
    @CanIgnoreReturnValue
    private int add(List<Row> played, List<Row> rows) {
        int stops = played.stream().mapToInt(Row::stops).sum();
        out.println("chain " + played.get(0).number() / Campaign.CHAIN + ": " + played.size() + " visits, " + stops
                + " stops");
        played.stream().filter(row -> !row.violations().isEmpty()).forEach(this::tell);
        rows.addAll(played);
        return stops;
    }

    private void tell(Row row) {
        out.println("BROKEN " + row);
        out.println("  again: ./kiosk bench crash " + (kills ? "--kills " : "") + "--seed " + seed + " --chain "
                + row.number() / Campaign.CHAIN);
    }

    /** A chain that dies is a broken rule like the others. */
    private static List<Row> chain(Campaign campaign, int chain) throws InterruptedException {
        List<Plan> plans = campaign.plans((chain + 1) * Campaign.CHAIN);
        try {
            return campaign.play(plans, chain);
        } catch (IOException | RuntimeException died) {
            return List.of(new Row(
                    chain * Campaign.CHAIN,
                    plans.get(chain * Campaign.CHAIN),
                    Optional.empty(),
                    Optional.empty(),
                    "died",
                    List.of("the chain died: " + died)));
        }
    }
}
