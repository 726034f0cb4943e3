package jp.madoguchi.workbench.papers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import jp.madoguchi.kiosk.terms.Offer;
import jp.madoguchi.workbench.FreshFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiosk papers}: every certificate, to look at. */
@Command(
        name = "./kiosk papers",
        description = {
            "Issues every certificate with every choice to every resident of the simulated center,",
            "verifies each as a kiosk does, and leaves it in --out as PDF and as pictures.",
            "index.html there shows them all. Takes no money and prints nothing."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:nothing was issued", "2:wrong usage", "3:cannot start"})
public final class PapersMain implements Callable<Integer> {
    private static final int NOTHING = 1;
    private static final int CANNOT_START = 3;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where they go; made when absent")
    private Path out = Path.of("");

    @Option(
            names = "--only",
            paramLabel = "WORDS",
            description = "those with these words in their name, e.g. seal-registration or sample-anna")
    private Optional<String> only = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** What is wrong is one line for the person who typed the command. */
    static CommandLine commandLine() {
        return new CommandLine(new PapersMain())
                .setParameterExceptionHandler((wrong, arguments) -> {
                    wrong.getCommandLine().getErr().println("papers: " + wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("papers: " + failure.getMessage());
                    return CANNOT_START;
                });
    }

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        PrintWriter console = spec.commandLine().getOut();
        try (FreshFolder world = FreshFolder.empty();
                Counter counter = Counter.open(world.path(), Clock.systemUTC())) {
            PaperFolder folder = PaperFolder.in(out);
            for (String resident : counter.residents()) {
                Counter.Answer answer = counter.serve(resident);
                if (answer instanceof Counter.Refused refused) {
                    console.println(resident + ": " + refused.reason());
                } else {
                    try (Served served = (Served) answer) {
                        console.println(resident + ": " + issueAll(served, folder));
                    }
                }
                console.flush();
            }
            Path index = folder.index();
            console.println("certificates: " + folder.size() + "; look at them in " + index);
            return folder.size() == 0 ? NOTHING : 0;
        }
    }

    private int issueAll(Served served, PaperFolder folder) throws IOException {
        int issued = 0;
        for (Offer offer : served.offers()) {
            for (SortedMap<String, String> options : Choices.of(offer)) {
                String name = Paper.name(served.resident(), offer.kind(), options);
                if (only.isEmpty() || name.contains(only.get())) {
                    folder.add(served.issue(offer, options));
                    issued++;
                }
            }
        }
        return issued;
    }
}
