package jp.madoguchi.kiosk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Entry;
import jp.madoguchi.kiosk.audit.LogFolder;
import jp.madoguchi.kiosk.terms.Japan;
import jp.madoguchi.kiosk.terms.VisitId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What happened, for people. */
@Command(
        name = "list",
        header = "Lists the youngest entries of the audit log.",
        description = {
            "Of each it tells when, what, of which visit (by its claim number), and what it means.",
            "What to do about each stands in docs/audit.md."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "2:wrong usage", "3:the configuration cannot be used, or there is no log"})
final class AuditListCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "the TOML file of the program")
    private @Nullable Path config;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "100",
            description = "so many at most (${DEFAULT-VALUE}); 0: all")
    private int last;

    @Option(names = "--visit", paramLabel = "NUMBER", description = "of one visit alone, by its claim number")
    private @Nullable String visit;

    @Spec
    private @Nullable CommandSpec spec;

    private final Program program;
    private final Watch.Language language;

    AuditListCommand(Program program, Watch.Language language) {
        this.program = program;
        this.language = language;
    }

    @Override
    public Integer call() throws Stop {
        Path file = config;
        CommandSpec self = spec;
        if (file == null || self == null) {
            throw new IllegalStateException("picocli demands --config and injects the specification");
        }
        Deque<Entry> youngest = new ArrayDeque<>();
        try {
            LogFolder.read(program.audit(file).folder(), entry -> {
                if (wanted(entry)) {
                    youngest.add(entry);
                }
                if (last > 0 && youngest.size() > last) {
                    youngest.remove();
                }
            });
        } catch (Program.Unusable unusable) {
            throw new Stop(Exit.CONFIGURATION, String.valueOf(unusable.getMessage()));
        } catch (IOException none) {
            throw new Stop(Exit.CONFIGURATION, "there is no audit log: " + none.getMessage());
        }
        PrintWriter out = self.commandLine().getOut();
        youngest.forEach(entry -> out.println(line(entry)));
        return Exit.DONE;
    }

    private boolean wanted(Entry entry) {
        String number = visit;
        return number == null
                || entry.visit().startsWith(number.replace("-", "").toLowerCase(Locale.ROOT));
    }

    private String line(Entry entry) {
        String number = VisitId.of(entry.visit()).map(VisitId::claimNumber).orElse("");
        String details =
                entry.details().entrySet().stream().map(AuditListCommand::words).collect(Collectors.joining(" "));
        return String.format(
                        Locale.ROOT,
                        "%6d  %s  %-9s  %-23s %s  %s",
                        entry.sequence(),
                        TIME.format(entry.at().atZone(Japan.TIME)),
                        number,
                        entry.event(),
                        entry.known().map(this::meaning).orElse(""),
                        details)
                .stripTrailing();
    }

    private static String words(Map.Entry<String, String> detail) {
        return detail.getKey() + "=" + detail.getValue();
    }

    private String meaning(AuditEvent event) {
        return language == Watch.Language.JAPANESE
                ? event.meaning().ja()
                : event.meaning().en();
    }
}
