package jp.madoguchi.workbench.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import jp.madoguchi.simulators.card.CardIssuer;
import jp.madoguchi.simulators.center.CenterSimulator;
import jp.madoguchi.workbench.FreshFolder;

/** Plans drawn by a seed, in chains that may be played side by side. Any thread. */
public final class Campaign {
    /** Plans in one world. */
    public static final int CHAIN = 12;

    private static final Set<String> POLLS = Set.of("Get-Job-Attributes", "Get-Jobs");
    private static final List<Moment> MOMENTS = List.of(Moment.values());
    private static final int EARLY_STEPS = 14;

    private final Path prepared;
    private final Machines machines;
    private final long seed;
    private final List<Mishap> mishaps;
    private final Map<Scenario, List<Step>> steps = new EnumMap<>(Scenario.class);
    private final Map<Scenario, Duration> lengths = new EnumMap<>(Scenario.class);

    /** Makes a machine for a chain. */
    @FunctionalInterface
    public interface Machines {
        Machine make(Path dir, Random random) throws IOException;
    }

    private Campaign(Path prepared, Machines machines, long seed, Set<Mishap> mishaps) {
        this.mishaps = List.copyOf(new TreeSet<>(mishaps));
        this.prepared = prepared;
        this.machines = machines;
        this.seed = seed;
    }

    /**
     * Makes cards and keys, and plays each scenario once without a stop to learn its steps.
     *
     * @param dir for cards and keys
     * @param lanes visits side by side
     * @param mishaps that may come with a stop
     */
    public static Campaign prepare(
            Path dir, List<Scenario> scenarios, long seed, int lanes, Set<Mishap> mishaps, Machines machines)
            throws IOException, InterruptedException {
        CardIssuer.prepare(dir);
        CenterSimulator.start(dir, 0).close();
        Campaign campaign = new Campaign(dir, machines, seed, mishaps);
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            Map<Scenario, Future<Chain.Undisturbed>> learning = new EnumMap<>(Scenario.class);
            for (Scenario scenario : scenarios) {
                learning.put(scenario, threads.submit(() -> campaign.learn(scenario)));
            }
            for (Map.Entry<Scenario, Future<Chain.Undisturbed>> each : learning.entrySet()) {
                campaign.learned(each.getKey(), each.getValue().get());
            }
            return campaign;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a visit that nothing stops", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Chain.Undisturbed learn(Scenario scenario) throws IOException, InterruptedException {
        try (FreshFolder world = FreshFolder.copyOf(prepared);
                Machine machine = machines.make(world.path(), new Random(seed))) {
            return new Chain(machine).undisturbed(scenario);
        }
    }

    /** Sorted, and without what is asked again and again for as long as it takes: the same each time. */
    private void learned(Scenario scenario, Chain.Undisturbed visit) {
        lengths.put(scenario, visit.length());
        steps.put(
                scenario,
                visit.steps().stream()
                        .filter(step -> !POLLS.contains(step.name()) || step.nth() == 1)
                        .sorted(Comparator.comparing(Step::name)
                                .thenComparing(Step::nth)
                                .thenComparing(Step::moment))
                        .distinct()
                        .toList());
    }

    /** The program in this JVM, with something between its ledger and the disk. */
    public static Machines inThisProcess(UnaryOperator<LedgerWatch> between) {
        return (dir, random) -> new SameProcess(dir, random, between);
    }

    /** Every moment of every step that a visit of the scenario comes to. */
    public List<Step> steps(Scenario scenario) {
        return steps.getOrDefault(scenario, List.of());
    }

    /** So many plans: every step once before any comes twice; every tenth at an instant. The same for the same seed. */
    public List<Plan> plans(int count) {
        Random random = new Random(seed);
        List<Plan> plans = new ArrayList<>();
        List<Plan> round = new ArrayList<>();
        while (plans.size() < count) {
            if (round.isEmpty()) {
                steps.forEach(
                        (scenario, all) -> all.forEach(step -> round.add(plan(scenario, Optional.of(step), random))));
                for (int instants = round.size() / 10; instants > 0; instants--) {
                    Scenario[] scenarios = steps.keySet().toArray(Scenario[]::new);
                    round.add(plan(scenarios[random.nextInt(scenarios.length)], Optional.empty(), random));
                }
                Collections.shuffle(round, random);
            }
            plans.add(round.remove(round.size() - 1));
        }
        return plans;
    }

    private Plan plan(Scenario scenario, Optional<Step> step, Random random) {
        Mishap mishap = random.nextBoolean() ? Mishap.NONE : mishaps.get(random.nextInt(mishaps.size()));
        Optional<Mark.Early> early = random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(
                        new Mark.Early(1 + random.nextInt(EARLY_STEPS), MOMENTS.get(random.nextInt(MOMENTS.size()))));
        long instant = (long) (random.nextDouble()
                * lengths.getOrDefault(scenario, Duration.ZERO).toMillis());
        return new Plan(scenario, step, Duration.ofMillis(instant), mishap, early);
    }

    /** Plays the plans of one chain, counted from 0, in a world of its own. */
    public List<Row> play(List<Plan> plans, int chain) throws IOException, InterruptedException {
        int first = chain * CHAIN;
        try (FreshFolder world = FreshFolder.copyOf(prepared);
                Machine machine = machines.make(world.path(), new Random(seed + chain))) {
            return new Chain(machine).play(plans.subList(first, Math.min(plans.size(), first + CHAIN)), first);
        }
    }
}
