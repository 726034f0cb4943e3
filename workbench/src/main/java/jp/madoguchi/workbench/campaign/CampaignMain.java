package jp.madoguchi.workbench.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.madoguchi.kiosk.Kiosk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the campaign and prints its table. */
@Command(
        name = "campaign",
        description =
                "Strikes every exchange with card, printer and cash unit, one for each row, and prints what came of it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every blow fell, and every rule held in every visit",
            "1:a rule was broken, or a blow found nothing to strike",
            "2:wrong usage"
        })
public final class CampaignMain implements Callable<Integer> {
    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "so many rows, drawn by the seed; all of them when not given")
    private Optional<Integer> runs = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "draws the rows (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "rows of one device only: ${COMPLETION-CANDIDATES}")
    private Optional<Device> device = Optional.empty();

    @Option(
            names = "--lanes",
            paramLabel = "N",
            defaultValue = "2",
            description = "visits side by side (${DEFAULT-VALUE})")
    private int lanes;

    private final PrintStream out;

    private CampaignMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new CampaignMain(System.out)).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, Kiosk.Unusable, InterruptedException, ExecutionException {
        Campaign campaign = Campaign.prepare(Files.createTempDirectory("madoguchi-campaign-keys"));
        for (Token token : Token.values()) {
            describe(campaign, token, Device.CARD);
        }
        describe(campaign, Token.CARD, Device.PRINTER);
        describe(campaign, Token.CARD, Device.CASH);
        List<Strike> strikes = new ArrayList<>(campaign.strikes().stream()
                .filter(strike ->
                        device.isEmpty() || device.get() == strike.blow().device())
                .toList());
        if (runs.isPresent()) {
            Collections.shuffle(strikes, new Random(seed));
            strikes = strikes.subList(0, Math.min(runs.get(), strikes.size()));
        }
        out.println(Row.heading());
        List<Row> rows = played(campaign, strikes);
        long broken = rows.stream().filter(row -> !row.violations().isEmpty()).count();
        out.println(rows.size() + " rows, " + rows.stream().filter(Row::fell).count() + " struck, " + broken
                + " with a broken rule");
        return broken == 0 && !rows.isEmpty() && rows.stream().allMatch(Row::fell) ? 0 : 1;
    }

    private void describe(Campaign campaign, Token token, Device device) {
        List<String> exchanges = campaign.exchanges(token, device);
        out.println(
                Strike.where(token, device) + ": " + exchanges.size() + " exchanges: " + String.join(", ", exchanges));
    }

    /** A visit that dies is a row like the others. */
    private static Row row(Campaign campaign, Strike strike) throws InterruptedException {
        try {
            return campaign.play(strike);
        } catch (IOException | Kiosk.Unusable | RuntimeException died) {
            return new Row(strike, "?", "died", "", "", List.of("the visit died: " + died));
        }
    }

    private List<Row> played(Campaign campaign, List<Strike> strikes) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<Row>> pending = new ArrayList<>();
            for (Strike strike : strikes) {
                pending.add(threads.submit(() -> row(campaign, strike)));
            }
            List<Row> rows = new ArrayList<>();
            for (Future<Row> each : pending) {
                Row row = each.get();
                out.println(row);
                rows.add(row);
            }
            return rows;
        } finally {
            threads.shutdownNow();
        }
    }
}
