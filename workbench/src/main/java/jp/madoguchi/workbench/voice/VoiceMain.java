package jp.madoguchi.workbench.voice;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.voice.Clips;
import jp.madoguchi.kiosk.voice.Recording;
import jp.madoguchi.kiosk.voice.Sayings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiosk voice}: the recordings of the voice guidance. */
@Command(
        name = "./kiosk voice",
        description =
                "Makes the recordings of the voice guidance that are missing, and removes those that nothing says any more.",
        mixinStandardHelpOptions = true)
public final class VoiceMain implements Callable<Integer> {
    private static final int KILO = 1024;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            defaultValue = "${env:MADOGUCHI_VOICE}",
            description = "where they are kept; ${DEFAULT-VALUE}")
    private Path out = Path.of("");

    @Option(
            names = "--mei",
            required = true,
            paramLabel = "FILE",
            defaultValue = "${env:MADOGUCHI_MEI}",
            description = "the HTS voice of Japanese; ${DEFAULT-VALUE}")
    private Path mei = Path.of("");

    @Option(names = "--lanes", description = "how many at a time; as many as there are processors")
    private int lanes = Runtime.getRuntime().availableProcessors();

    @Option(names = "--list", description = "only say what there is to record")
    private boolean list;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VoiceMain())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("voice: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter console = spec.commandLine().getOut();
        Set<Recording> all = Stream.of(Language.values())
                .flatMap(language -> Sayings.of(language).recordings().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (list) {
            all.stream()
                    .map(each -> each.tongue() + "\t" + each.name() + "\t" + each.words())
                    .sorted()
                    .forEach(console::println);
            return 0;
        }
        Files.createDirectories(out);
        List<Recording> missing = Studio.missing(out, all);
        long begun = System.nanoTime();
        new Studio(mei, lanes).make(out, missing);
        double seconds = (System.nanoTime() - begun) / 1e9;
        tidy(all);
        console.printf(
                Locale.ROOT,
                "%d recordings, %d of them made now in %.0f s; %.1f MB in %s%n",
                all.size(),
                missing.size(),
                seconds,
                (double) size() / KILO / KILO,
                out);
        return 0;
    }

    private void tidy(Collection<Recording> all) throws IOException {
        Set<String> wanted =
                all.stream().map(each -> each.name() + Clips.ENDING).collect(Collectors.toSet());
        for (Path file : files()) {
            if (!wanted.contains(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
    }

    private long size() throws IOException {
        long size = 0;
        for (Path file : files()) {
            size += Files.size(file);
        }
        return size;
    }

    /** Nothing but what was made here: whatever else lies in the folder is somebody's. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{20}\\.(opus|wav|part)"))
                    .toList();
        }
    }
}
