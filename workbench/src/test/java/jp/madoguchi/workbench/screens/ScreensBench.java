package jp.madoguchi.workbench.screens;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.workbench.KioskBrowser;
import jp.madoguchi.workbench.ScreenRules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiosk bench screens}: every screen in every language, with every aid, on every display, held to every rule. */
@Command(
        name = "./kiosk bench screens",
        description = {
            "Holds every screen to every rule: in every language, without aids, with each and with all, on every display.",
            "Exit code 1 when one is broken."
        },
        mixinStandardHelpOptions = true)
final class ScreensBench implements Callable<Integer> {
    @Mixin
    private Choice choice = new Choice();

    @Option(
            names = "--lanes",
            paramLabel = "N",
            defaultValue = "2",
            description = "browsers side by side; ${DEFAULT-VALUE}")
    private int lanes;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    private record Seen(ScreenState state, List<String> wrong) {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new ScreensBench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        if (lanes < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "at least one lane");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<ScreenState> states = choice.of(
                new Selection(new ScreenGallery()),
                new LinkedHashSet<>(Selection.aids()),
                List.of(Orientation.values()));
        long begin = System.nanoTime();
        List<Seen> all = inLanes(states);
        double seconds = (System.nanoTime() - begin) / 1e9;
        print(out, all, seconds);
        boolean broken = all.stream().anyMatch(seen -> !seen.wrong().isEmpty());
        return broken || all.isEmpty() ? 1 : 0;
    }

    /** Each lane has a browser of its own, and its share of what lies beside each other. */
    private List<Seen> inLanes(List<ScreenState> states) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<List<Seen>>> shares = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                List<ScreenState> share =
                        states.subList(states.size() * lane / lanes, states.size() * (lane + 1) / lanes);
                shares.add(threads.submit(() -> look(share)));
            }
            List<Seen> all = new ArrayList<>();
            for (Future<List<Seen>> share : shares) {
                all.addAll(share.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Seen> look(List<ScreenState> states) {
        ScreenRules rules = new ScreenRules();
        ScreenGallery gallery = new ScreenGallery();
        List<Seen> seen = new ArrayList<>();
        try (KioskBrowser browser = new KioskBrowser();
                Easel easel = new Easel(browser, gallery).unseen()) {
            for (ScreenState state : states) {
                easel.show(state);
                seen.add(new Seen(state, easel.broken(rules)));
            }
        }
        return seen;
    }

    private static void print(PrintWriter out, List<Seen> all, double seconds) {
        all.stream().filter(seen -> !seen.wrong().isEmpty()).forEach(seen -> {
            out.println(seen.state());
            seen.wrong().forEach(wrong -> out.println("  " + wrong));
        });
        out.printf("%n%-28s %8s %8s%n", "", "screens", "broken");
        rows(out, all, seen -> seen.state().sample().language().code());
        rows(out, all, seen -> seen.state().orientation().slug());
        rows(
                out,
                all,
                seen -> seen.state().aids().isEmpty()
                        ? "no aid"
                        : seen.state().aids().size() > 1
                                ? "all aids"
                                : seen.state().aids().iterator().next().slug());
        rows(out, all, seen -> "in all");
        Map<String, Long> rules = all.stream()
                .flatMap(seen -> seen.wrong().stream()
                        .map(wrong -> wrong.replaceFirst("^opened \\d+, ", "").replaceFirst(":.*", ""))
                        .distinct())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        rules.forEach((rule, times) -> out.printf("%-28s %8s %8d%n", "  " + rule, "", times));
        out.printf(Locale.ROOT, "%n%.0f s, %.0f ms a screen%n", seconds, 1000 * seconds / Math.max(1, all.size()));
        out.flush();
    }

    private static void rows(PrintWriter out, List<Seen> all, Function<Seen, String> of) {
        Map<String, List<Seen>> groups =
                all.stream().collect(Collectors.groupingBy(of, TreeMap::new, Collectors.toList()));
        groups.forEach((name, group) -> out.printf(
                "%-28s %8d %8d%n",
                name,
                group.size(),
                group.stream().filter(seen -> !seen.wrong().isEmpty()).count()));
        out.println();
    }
}
