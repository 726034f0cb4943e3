package jp.madoguchi.kiosk.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an operator asks after new keys were laid there. */
@Command(
        name = "keys",
        description = {
            "Says by which certificate the running program is known to the center, until when,",
            "and why other keys that lie there are not used."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the keys that lie there are used",
            "2:wrong usage",
            "3:other keys lie there and are refused, or the configuration cannot be used",
            "4:the program does not run"
        })
final class KeysCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "the TOML file of the running program")
    private @Nullable Path config;

    @Spec
    private @Nullable CommandSpec spec;

    private final Program program;

    KeysCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Stop {
        Path file = config;
        CommandSpec self = spec;
        if (file == null || self == null) {
            throw new IllegalStateException("picocli demands --config and injects the specification");
        }
        Program.KeysInUse keys = Running.ask(file, program::keys);
        self.commandLine().getOut().println(keys.words());
        return keys.refused() ? Exit.CONFIGURATION : Exit.DONE;
    }
}
