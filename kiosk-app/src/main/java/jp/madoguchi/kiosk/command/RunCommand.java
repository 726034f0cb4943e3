package jp.madoguchi.kiosk.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program of a terminal. */
@Command(
        name = "run",
        description = {
            "Runs the program of a terminal until it is told to stop (SIGTERM, Ctrl-C).",
            "Devices and center may still be away when it starts: the screen says what is missing."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "2:wrong usage",
            "3:the configuration, or a file that it names, cannot be used",
            "75:stopped to be started anew, as staff or the control socket asked",
            "130:stopped by Ctrl-C",
            "143:stopped by SIGTERM"
        })
final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "the TOML file; docs/configuration.md")
    private @Nullable Path config;

    private final Program program;

    RunCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Stop {
        Path file = config;
        if (file == null) {
            throw new IllegalStateException("picocli demands --config");
        }
        try {
            return program.runUntilStopped(file);
        } catch (Program.Unusable unusable) {
            throw new Stop(Exit.CONFIGURATION, String.valueOf(unusable.getMessage()));
        }
    }
}
