package jp.madoguchi.kiosk.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of every command that asks the running program: with which configuration it runs. */
final class Running {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "the TOML file of the running program")
    private @Nullable Path config;

    /** What is asked of it. */
    interface Question<T> {
        T ask(Path config) throws Program.Unusable, IOException;
    }

    <T> T ask(Question<T> question) throws Stop {
        Path file = config;
        if (file == null) {
            throw new IllegalStateException("picocli demands --config");
        }
        try {
            return question.ask(file);
        } catch (Program.Unusable unusable) {
            throw new Stop(Exit.CONFIGURATION, String.valueOf(unusable.getMessage()));
        } catch (IOException silent) {
            throw new Stop(
                    Exit.NO_DEVICE,
                    "no program runs with " + file + ", or it does not answer (" + silent.getMessage() + ")");
        }
    }
}
