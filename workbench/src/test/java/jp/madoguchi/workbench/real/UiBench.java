package jp.madoguchi.workbench.real;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.workbench.FreshFolder;
import jp.madoguchi.workbench.KioskBrowser;
import jp.madoguchi.workbench.screens.Orientation;
import jp.madoguchi.workbench.screens.Walk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiosk bench ui}: from the tap to the screen that is painted then, in Chromium, over whole visits. */
@Command(
        name = "./kiosk bench ui",
        description = {
            "From a tap to the next painted screen, over whole visits in Chromium, and how much of it the server takes.",
            "Exit code 1 when the 95th percentile is above --limit, or the server's 99th above --server-limit."
        },
        mixinStandardHelpOptions = true)
final class UiBench implements Callable<Integer> {
    /** A tap after which the card, the center, the ledger or the printer is at work beside the page. */
    private static final Set<String> AT_WORK = Set.of("pin-entered", "confirm", "acknowledge");

    /** For so many visits there is change in the hopper; then another kiosk goes on. */
    private static final int FOR_CHANGE = 20;

    /** Visits before those that count. */
    private static final int WARM_UP = 2;

    /** Languages gone through on a screen meanwhile: a kiosk runs for days, and its compiler's first minute is nobody's usual tap. */
    private static final int TURNS = 20;

    /**
     * Notes each tap when what it changed has been painted: a frame is made of it, and the task after that frame runs. Of that, the
     * answer is from the request's departure to its first byte, the way there and back included; the server's share is what the
     * server itself says of it, from the request's first byte to the answer that is written.
     */
    private static final String WATCH = """
            () => {
              window.taps = [];
              document.addEventListener('click', event => {
                const button = event.target.closest('button[data-do], button[data-pin]');
                if (!button) {
                  return; // what only opens asks nothing
                }
                const drawn = new MutationObserver(() => {
                  drawn.disconnect();
                  requestAnimationFrame(() => {
                    const frame = new MessageChannel();
                    frame.port1.onmessage = () => {
                      const whole = performance.now() - event.timeStamp;
                      const asked = performance.getEntriesByType('resource')
                        .find(each => each.startTime >= event.timeStamp && /[/](tap|pin|screen)$/.test(each.name));
                      performance.clearResourceTimings();
                      window.taps.push([button.dataset.do ?? 'pin key', whole, asked.responseStart - asked.requestStart, asked.serverTiming[0].duration]);
                    };
                    frame.port2.postMessage(0);
                  });
                });
                drawn.observe(document.body, { childList: true, subtree: true });
              }, { capture: true });
            }""";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "30",
            description = "visits that count; ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--limit",
            paramLabel = "MS",
            defaultValue = "100",
            description = "of the 95th percentile; ${DEFAULT-VALUE}")
    private double limit;

    @Option(
            names = "--server-limit",
            paramLabel = "MS",
            defaultValue = "5",
            description = "of the server's 99th percentile; ${DEFAULT-VALUE}")
    private double serverLimit;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    /** One tap, in milliseconds. */
    record Tap(String name, double whole, double answer, double server) {
        boolean alone() {
            return !AT_WORK.contains(name);
        }
    }

    public static void main(String... arguments) {
        System.exit(new CommandLine(new UiBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "at least one visit");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Tap> taps = new ArrayList<>();
        for (int played = 0; played < rounds; played += FOR_CHANGE) {
            taps.addAll(play(Math.min(FOR_CHANGE, rounds - played), TURNS));
        }
        double whole = percentile(alone(taps), Tap::whole, 0.95);
        double server = percentile(alone(taps), Tap::server, 0.99);
        print(out, taps);
        if (whole > limit) {
            out.printf(Locale.ROOT, "%nThe 95th of a hundred taps takes %.1f ms.%n", whole);
        }
        if (server > serverLimit) {
            out.printf(Locale.ROOT, "%nThe server takes %.1f ms for the 99th of a hundred taps.%n", server);
        }
        out.flush();
        return whole > limit || server > serverLimit ? 1 : 0;
    }

    /** After visits that warm up. */
    static List<Tap> play(int rounds, int turns) throws IOException, InterruptedException {
        List<Tap> taps = new ArrayList<>();
        try (FreshFolder dir = FreshFolder.empty();
                Town town = Town.start(dir.path());
                KioskBrowser browser = new KioskBrowser();
                BrowserContext person = browser.person(Orientation.UPRIGHT.width, Orientation.UPRIGHT.height)) {
            town.startTerminal();
            Town.Session session = town.session();
            Page screen = KioskBrowser.open(person, session.address(), session.token());
            screen.evaluate(WATCH);
            for (int i = 0; i < rounds + WARM_UP; i++) {
                visit(town, screen, i < WARM_UP ? turns : 1);
                List<Tap> told = told(screen);
                if (i >= WARM_UP) {
                    taps.addAll(told);
                }
            }
        }
        return taps;
    }

    private static void visit(Town town, Page screen, int turns) throws IOException {
        Walk walk = new Walk(town, screen, "ja").to("enter-pin");
        speakAll(screen);
        walk.to("choose-options");
        for (int turn = 0; turn < turns; turn++) {
            speakAll(screen);
        }
        screen.click("[data-do=back]");
        KioskBrowser.at(screen, "choose-document");
        speakAll(screen);
        walk.to("confirm");
        screen.click("[data-do=back]");
        KioskBrowser.at(screen, "choose-options");
        walk.to("take-paper").to("welcome");
        town.cash().ask("take", "^took ");
    }

    private static void speakAll(Page screen) {
        String begun = KioskBrowser.attribute(screen, "data-language");
        Stream<String> others = Stream.of(Language.values()).map(Language::code).filter(code -> !code.equals(begun));
        for (String code : Stream.concat(others, Stream.of(begun)).toList()) {
            screen.click("#languages summary");
            screen.click("[data-do=language][data-lang=" + code + "]");
            screen.waitForSelector("main[data-language=" + code + "]");
        }
    }

    private static List<Tap> told(Page screen) {
        List<?> told = (List<?>) screen.evaluate("() => window.taps.splice(0)");
        return told.stream()
                .map(each -> (List<?>) each)
                .map(tap ->
                        new Tap(String.valueOf(tap.get(0)), number(tap.get(1)), number(tap.get(2)), number(tap.get(3))))
                .toList();
    }

    private static double number(Object told) {
        return ((Number) told).doubleValue();
    }

    private static void print(PrintWriter out, List<Tap> taps) {
        out.printf(
                "%-28s %6s %8s %8s %8s %10s %8s %10s %8s%n",
                "ms", "taps", "median", "95th", "max", "answer", "99th", "server", "99th");
        rows(out, alone(taps));
        row(out, "in all", alone(taps));
        out.println();
        out.println("a device, the center or a durable write is at work beside:");
        rows(out, taps.stream().filter(tap -> !tap.alone()).toList());
    }

    private static void rows(PrintWriter out, List<Tap> taps) {
        Map<String, List<Tap>> byName =
                taps.stream().collect(Collectors.groupingBy(Tap::name, TreeMap::new, Collectors.toList()));
        byName.forEach((name, group) -> row(out, name, group));
    }

    private static void row(PrintWriter out, String name, List<Tap> taps) {
        out.printf(
                Locale.ROOT,
                "%-28s %6d %8.1f %8.1f %8.1f %10.1f %8.1f %10.1f %8.1f%n",
                name,
                taps.size(),
                percentile(taps, Tap::whole, 0.5),
                percentile(taps, Tap::whole, 0.95),
                percentile(taps, Tap::whole, 1),
                percentile(taps, Tap::answer, 0.5),
                percentile(taps, Tap::answer, 0.99),
                percentile(taps, Tap::server, 0.5),
                percentile(taps, Tap::server, 0.99));
    }

    private static List<Tap> alone(List<Tap> taps) {
        return taps.stream().filter(Tap::alone).toList();
    }

    static double percentile(List<Tap> taps, ToDoubleFunction<Tap> of, double share) {
        double[] sorted = taps.stream().mapToDouble(of).sorted().toArray();
        return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }
}
