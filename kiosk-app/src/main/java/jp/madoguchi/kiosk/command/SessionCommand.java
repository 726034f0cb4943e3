package jp.madoguchi.kiosk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a display session calls before each start of its browser. */
@Command(
        name = "session",
        description = {
            "Asks the running program for a fresh one-time token and writes a page, readable by its owner alone,",
            "that opens the screen when a browser loads it: the token is never in an address or on a command line."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the page is written",
            "2:wrong usage",
            "3:the configuration cannot be used, or the page cannot be written",
            "4:the program does not run"
        })
final class SessionCommand implements Callable<Integer> {
    @Mixin
    private Running running = new Running();

    @Option(names = "--page", paramLabel = "FILE", required = true, description = "the HTML page to write")
    private @Nullable Path page;

    private final Program program;

    SessionCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Stop {
        Path target = page;
        if (target == null) {
            throw new IllegalStateException("picocli demands --page");
        }
        String html = running.ask(program::sessionPage);
        try {
            write(target.toAbsolutePath(), html);
            return Exit.DONE;
        } catch (IOException unwritable) {
            throw new Stop(Exit.CONFIGURATION, target + ": the page cannot be written there");
        }
    }

    /** Never readable by others, not even while it is being written. */
    private static void write(Path target, String html) throws IOException {
        Path fresh = Files.createTempFile(
                target.getParent(),
                ".session",
                ".html",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, html);
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
