package jp.madoguchi.workbench.attack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.madoguchi.kiosk.Kiosk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the attacks and prints their table. */
@Command(
        name = "attacks",
        description = "A hostile center and a hostile network against whole visits; prints what came of each attack.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every attack came to what it must", "1:one did not", "2:wrong usage"})
public final class AttacksMain implements Callable<Integer> {
    @Option(
            names = "--only",
            paramLabel = "WORDS",
            description = "rows with these words in attack or outcome; all when not given")
    private Optional<String> only = Optional.empty();

    @Option(
            names = "--lanes",
            paramLabel = "N",
            defaultValue = "8",
            description = "rows side by side (${DEFAULT-VALUE}); some wait for a time-out of 20 s")
    private int lanes;

    private final PrintStream out;

    private AttacksMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AttacksMain(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        List<Attack> attacks = Attacks.all().stream()
                .filter(attack -> only.isEmpty() || (attack + " " + attack.must()).contains(only.get()))
                .toList();
        try (Theatre theatre = Theatre.prepare(Files.createTempDirectory("madoguchi-attacks-keys"))) {
            out.println(Outcome.heading());
            List<Outcome> outcomes = played(theatre, attacks);
            long wrong = outcomes.stream()
                    .filter(each -> !each.violations().isEmpty())
                    .count();
            out.println();
            out.printf(Locale.ROOT, "%d attacks, %d of them not as they must be%n", outcomes.size(), wrong);
            return wrong == 0 && !outcomes.isEmpty() ? 0 : 1;
        }
    }

    private List<Outcome> played(Theatre theatre, List<Attack> attacks)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<Outcome>> pending = new ArrayList<>();
            for (Attack attack : attacks) {
                pending.add(threads.submit(() -> outcome(theatre, attack)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : pending) {
                outcomes.add(each.get());
                out.println(each.get().row(outcomes.size()));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A visit that dies is a row like the others. */
    private static Outcome outcome(Theatre theatre, Attack attack) throws InterruptedException {
        try {
            return theatre.play(attack);
        } catch (IOException | GeneralSecurityException | Kiosk.Unusable | RuntimeException died) {
            return new Outcome(attack, List.of("died"), List.of("the visit died: " + died), 0);
        }
    }
}
