package jp.madoguchi.simulators.center;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jp.madoguchi.simulators.console.PortNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code simulate center}: one center by itself, obeying lines on its standard input. Exit codes: 0 after {@code quit}, 1
 * when it cannot start, 2 for a wrong command line.
 */
@Command(
        name = "center",
        description = "The issuance center on HTTPS, with test keys, municipalities and fictional residents.",
        footer = {
            "",
            "DIR/center.toml is the [center] section for the kiosk's configuration; the cards and DIR/auth_ca.pem,",
            "which it trusts, come from 'simulate card'.",
            "Commands on standard input, each answered with one line, outcomes with one more for each:",
            "  cut | restore    cuts the line to the center, or mends it",
            "  delay MS         answers so many milliseconds later",
            "  close TEXT       closes the center; the text is shown to residents",
            "  open             opens it again",
            "  maintain FROM UNTIL TEXT   announces a stop; times as 2026-12-01T01:00:00Z",
            "  validity both | crl | none the services that answer for cards' certificates",
            "  signer announce | change | retire   the next document signer, step by step",
            "  kiosk announce   writes DIR/kiosk-next.p12, good beside kiosk.p12",
            "  registrations answer       the offices answer every 本籍地利用登録 that waits",
            "  outcomes         what kiosks have reported, visit by visit",
            "  quit             ends"
        })
public final class CenterCommand implements Callable<Integer> {
    private final InputStream input;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "Folder with PKI, municipalities, residents; made if missing.")
    private @Nullable Path dir;

    @Option(
            names = "--port",
            defaultValue = "9443",
            paramLabel = "N",
            converter = PortNumber.class,
            description = "TCP port on localhost (${DEFAULT-VALUE}); 0 takes a free one.")
    private int port;

    @Option(names = "--kiosk", defaultValue = "K-0001", description = "Kiosk id in the identity made for the kiosk.")
    private String kiosk = "";

    @Option(
            names = "--hours",
            description = "Keeps the hours of the service and of each office; else open at any hour.")
    private boolean hours;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this and ends.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    public CenterCommand() {
        this(System.in);
    }

    CenterCommand(InputStream input) {
        this.input = input;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        CenterSettings settings;
        try {
            settings = CenterSettings.in(Objects.requireNonNull(dir))
                    .withPort(port)
                    .withKiosk(kiosk);
            settings = hours ? settings.keepingHours() : settings;
        } catch (IllegalArgumentException e) {
            err.println("center: " + e.getMessage());
            return 2;
        }
        try (CenterSimulator center = CenterSimulator.start(settings)) {
            out.println("ready: " + center.url());
            out.flush();
            obey(center, out);
            return 0;
        } catch (BindException e) {
            err.println("center: port " + port + " is in use");
            return 1;
        } catch (IOException e) {
            err.println("center: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
            return 1;
        }
    }

    /** Until {@code quit}; when the input ends, until the process is ended from outside. */
    private void obey(CenterSimulator center, PrintWriter out) throws IOException, InterruptedException {
        CenterConsole console = new CenterConsole(center);
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.strip().split("\\s+", 2);
            if (words[0].equals("quit")) {
                return;
            }
            if (!words[0].isEmpty()) {
                out.println(console.obey(words[0], words.length > 1 ? words[1] : ""));
                out.flush();
            }
        }
        new CountDownLatch(1).await();
    }
}
