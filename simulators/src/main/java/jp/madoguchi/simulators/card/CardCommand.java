package jp.madoguchi.simulators.card;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jp.madoguchi.simulators.console.PortNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code simulate card}: a card on pcscd's virtual reader, and a hand that is told on standard input what to do.
 * Exit codes: 0 quit, 1 the files in DIR cannot be used, 2 wrong arguments.
 */
@Command(
        name = "card",
        mixinStandardHelpOptions = true,
        description = "A fictional resident's card on the virtual reader (vpcd) of a running pcscd.",
        footer = {
            "",
            "Then on standard input, one a line:",
            "  place [ID]  lay the card of ID (a directory of DIR/cards) on the reader, or the last one again",
            "  take        take the card away",
            "  quit        end; the end of the input does not end the program"
        })
public final class CardCommand implements Callable<Integer> {
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InputStream in;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "where residents, CAs and cards are kept; made if missing")
    private Path dir = Path.of(".");

    @ArgGroup
    private @Nullable Which which;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "where pcscd runs (${DEFAULT-VALUE})")
    private String host = "";

    @Option(
            names = "--port",
            defaultValue = "35963",
            paramLabel = "N",
            converter = PortNumber.class,
            description = "vpcd's port (${DEFAULT-VALUE}; second slot 35964)")
    private int port;

    @Option(
            names = "--pace",
            defaultValue = "0",
            paramLabel = "MS",
            description = "what each command takes, the chip's computing included (${DEFAULT-VALUE}: that alone)")
    private int pace;

    /** The card to begin with; without any, the first resident's. */
    static final class Which {
        @Option(names = "--resident", description = "begin with the card DIR/cards/ID", paramLabel = "ID")
        private @Nullable String resident;

        @Option(names = "--card", description = "begin with the card in this directory", paramLabel = "DIRECTORY")
        private @Nullable Path card;
    }

    public CardCommand() {
        this(System.in);
    }

    CardCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            IssuedCards cards = CardIssuer.prepare(dir);
            Named first = first(cards);
            try (VpcdCard reader = new VpcdCard(host, port, RETRY)) {
                serve(first, cards, reader);
            }
            return 0;
        } catch (IOException e) {
            say(err(), "error: " + oneLine(e));
            return 1;
        }
    }

    private record Named(String name, JpkiCard card) {}

    private Named first(IssuedCards cards) throws IOException {
        if (which != null && which.card != null) {
            return new Named(which.card.toString(), paced(JpkiCard.load(which.card)));
        }
        String id = which != null && which.resident != null ? which.resident : firstId(cards);
        return new Named(id, paced(cards.open(id)));
    }

    private JpkiCard paced(JpkiCard card) {
        card.script(new Fault.Paced(Fault.When.always(), Duration.ofMillis(pace)));
        return card;
    }

    private String firstId(IssuedCards cards) throws IOException {
        return cards.ids().stream().findFirst().orElseThrow(() -> new IOException(dir + ": there is no card"));
    }

    private void serve(Named first, IssuedCards cards, VpcdCard reader) throws IOException, InterruptedException {
        reader.place(first.card());
        for (boolean told = false; !reader.await(true, PATIENCE); told = true) {
            if (!told) {
                say(err(), "waiting for vpcd at " + host + ":" + port + "; is pcscd running with its virtual reader?");
            }
        }
        say(out(), "ready: " + first.name() + " on vpcd " + host + ":" + port);
        obey(first, cards, reader);
    }

    private void obey(Named first, IssuedCards cards, VpcdCard reader) throws IOException, InterruptedException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Named last = first;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.strip().split(" +", 2);
            switch (words[0]) {
                case "" -> {}
                case "quit" -> {
                    return;
                }
                case "take" -> {
                    reader.take();
                    say(out(), "taken");
                }
                case "place" -> {
                    try {
                        last = words.length == 1 ? last : new Named(words[1], paced(cards.open(words[1])));
                        reader.place(last.card());
                        say(out(), "placed: " + last.name());
                    } catch (IOException e) {
                        say(err(), "error: " + oneLine(e));
                    }
                }
                default -> say(err(), "error: say place [ID], take or quit");
            }
        }
        new CountDownLatch(1).await(); // the card lies there until the process is ended
    }

    private static String oneLine(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private static void say(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
