package jp.madoguchi.workbench.real;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.madoguchi.workbench.FreshFolder;
import jp.madoguchi.workbench.ScreenClient;
import org.jsoup.nodes.Element;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./kiosk bench visit}: from the tap that has the PIN checked to the screen that the center's answer brings, which is
 * {@code take-card}, since the card still lies there; the menu comes when a hand has lifted it. Kiosk, card, center, printer and cash
 * unit are processes of their own on their real wires, a clock on two of them.
 */
@Command(
        name = "./kiosk bench visit",
        mixinStandardHelpOptions = true,
        description = "The time from PIN to menu, by who was waited for: the card, the center, or this program.")
final class VisitBench implements Callable<Integer> {
    private static final double NANOS_PER_MS = 1e6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern MAIN =
            Pattern.compile("data-stage=\"([a-z-]+)\"[^>]* data-revision=\"(\\d+)\"", Pattern.DOTALL);
    private static final String PIN = "1234";

    @Option(names = "--delay", paramLabel = "MS", defaultValue = "15", description = "what a card command takes; 15")
    private int delay;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "60", description = "visits that count; 60")
    private int rounds;

    @Option(
            names = "--limit",
            paramLabel = "MS",
            defaultValue = "15",
            description = "exit 1 when this program's own median is above it; 15")
    private double limit;

    @Spec
    private CommandSpec spec;

    /**
     * One visit.
     *
     * @param menu nanoseconds from asking for the menu, once the card is lifted, to having it
     */
    record Round(MenuTime time, long menu) {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new VisitBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (delay < 0 || rounds < 1 || !(limit > 0)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "a delay of 0 or more, a visit or more, and a limit above 0");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Round> all;
        try (FreshFolder dir = FreshFolder.empty()) {
            all = run(dir.path(), Duration.ofMillis(delay), rounds + 1);
        }
        print(out, all);
        double ours = millis(all.subList(1, all.size()), round -> round.time().ours(), 0.5);
        if (ours > limit) {
            out.printf(Locale.ROOT, "%nThis program takes more than %.1f ms.%n", limit);
        }
        out.flush();
        return ours > limit ? 1 : 0;
    }

    private void print(PrintWriter out, List<Round> all) {
        List<Round> counted = all.subList(1, all.size());
        out.printf(
                Locale.ROOT,
                "From PIN to menu: %d visits after a first one; %d card commands of %d ms. Wall time in ms.%n%n",
                counted.size(),
                counted.get(0).time().commands(),
                delay);
        out.printf("%-36s %8s %8s %8s %10s%n", "", "median", "min", "max", "1st visit");
        row(out, all, "in all", round -> round.time().total());
        row(out, all, "the card", round -> round.time().card());
        row(out, all, "the center", round -> round.time().center());
        row(out, all, "this program", round -> round.time().ours());
        row(out, all, "  tap to first card command", round -> round.time().toCard());
        row(out, all, "  between card commands", round -> round.time().betweenCommands());
        row(
                out,
                all,
                "  card's answer to center's question",
                round -> round.time().toCenter());
        row(out, all, "  center's answer to screen", round -> round.time().toScreen());
        row(out, all, "the menu, card lifted: asked to there", Round::menu);
        out.printf(Locale.ROOT, "%nIn all over card and center: %.3f (median of the visits' ratios)%n", ratio(counted));
    }

    private static void row(PrintWriter out, List<Round> all, String name, ToLongFunction<Round> nanos) {
        List<Round> counted = all.subList(1, all.size());
        out.printf(
                Locale.ROOT,
                "%-36s %8.1f %8.1f %8.1f %10.1f%n",
                name,
                millis(counted, nanos, 0.5),
                millis(counted, nanos, 0),
                millis(counted, nanos, 1),
                nanos.applyAsLong(all.get(0)) / NANOS_PER_MS);
    }

    /** @param ofRounds 0 the fastest, 0.5 the median, 1 the slowest */
    private static double millis(List<Round> rounds, ToLongFunction<Round> nanos, double ofRounds) {
        List<Long> sorted = rounds.stream().map(nanos::applyAsLong).sorted().toList();
        return sorted.get((int) Math.round(ofRounds * (sorted.size() - 1))) / NANOS_PER_MS;
    }

    private static double ratio(List<Round> rounds) {
        List<Double> sorted = rounds.stream()
                .map(Round::time)
                .map(time -> (double) time.total() / (time.card() + time.center()))
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The first of them finds a program that has served nobody yet. */
    static List<Round> run(Path dir, Duration delay, int visits) throws Exception {
        try (Clocked clocks = new Clocked(delay);
                Town town = Town.start(dir, clocks)) {
            town.startKiosk();
            try (ScreenClient client = town.session().open()) {
                List<Round> rounds = new ArrayList<>();
                for (int i = 0; i < visits; i++) {
                    rounds.add(visit(town, clocks, client));
                }
                return rounds;
            }
        }
    }

    private static Round visit(Town town, Clocked clocks, ScreenClient client) throws Exception {
        tap(client, screen(client, "welcome"), "[data-do=begin][data-lang=ja]");
        shown(client, "place-card");
        clocks.center().taken();
        town.placeCard("aomori-hanako");
        Element pad = screen(client, "enter-pin");
        clocks.center().awaitAnswer(); // a person types for longer than the center's challenge takes
        for (int i = 0; i < PIN.length(); i++) {
            client.press(pad, PIN.charAt(i));
        }
        clocks.card().taken();
        clocks.center().taken();
        long begin = System.nanoTime();
        tap(client, pad, "[data-do=pin-entered]");
        shown(client, "take-card");
        long end = System.nanoTime();
        MenuTime time = MenuTime.between(
                begin, end, clocks.card().taken(), clocks.center().taken());
        town.takeCard();
        Shown menu = shown(client, "choose-document");
        tap(client, client.screen(), "[data-do=cancel]");
        tap(client, screen(client, "ended"), "[data-do=acknowledge]");
        return new Round(time, menu.nanos());
    }

    /**
     * A screen as it was delivered.
     *
     * @param nanos from asking for it to having it
     */
    private record Shown(String stage, long revision, long nanos) {
        static Shown by(ScreenClient client) throws IOException {
            long asked = System.nanoTime();
            String html = client.html();
            long nanos = System.nanoTime() - asked;
            Matcher main = MAIN.matcher(html);
            if (!main.find()) {
                throw new AssertionError("no screen");
            }
            return new Shown(main.group(1), Long.parseLong(main.group(2)), nanos);
        }
    }

    /** Asks for the screen whenever there is a new one, as the page does, until it is this one. */
    private static Shown shown(ScreenClient client, String wanted) throws IOException, InterruptedException {
        Shown shown = Shown.by(client);
        while (!shown.stage().equals(wanted)) {
            if (!client.changedSince(shown.revision(), PATIENCE)) {
                throw new AssertionError(wanted + " never comes; the screen is " + shown.stage());
            }
            shown = Shown.by(client);
        }
        return shown;
    }

    private static Element screen(ScreenClient client, String wanted) throws IOException, InterruptedException {
        shown(client, wanted);
        return client.screen();
    }

    private static void tap(ScreenClient client, Element screen, String button) throws IOException {
        Element found = screen.selectFirst(button);
        if (found == null) {
            throw new AssertionError(screen.attr("data-stage") + " has no " + button);
        }
        Element after = client.tap(screen, found, Map.of());
        if (after.attr("data-stage").isEmpty()) {
            throw new AssertionError("a tap was answered without a stage");
        }
    }

    /** A clock on the card's wire and one on the center's. */
    private static final class Clocked implements Town.Between, AutoCloseable {
        private final List<Stopwatch> open = new ArrayList<>();
        private final Duration pace;

        Clocked(Duration pace) {
            this.pace = pace;
        }

        @Override
        public int reader(int port) throws IOException {
            return opened(port, Stopwatch.Asks.CALLED);
        }

        @Override
        public int center(int port) throws IOException {
            return open.size() > 1 ? center().port() : opened(port, Stopwatch.Asks.CALLER);
        }

        private int opened(int port, Stopwatch.Asks asks) throws IOException {
            Stopwatch watch = Stopwatch.before(port, asks);
            open.add(watch);
            return watch.port();
        }

        Stopwatch card() {
            return open.get(0);
        }

        Stopwatch center() {
            return open.get(1);
        }

        @Override
        public Duration pace() {
            return pace;
        }

        @Override
        public void close() throws IOException {
            for (Stopwatch watch : open) {
                watch.close();
            }
        }
    }
}
