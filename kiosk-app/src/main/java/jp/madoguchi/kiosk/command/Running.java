package jp.madoguchi.kiosk.command;

import java.io.IOException;
import java.nio.file.Path;

/** The program that runs with a configuration. */
final class Running {
    /** What is asked of it. */
    interface Question<T> {
        T ask(Path config) throws Program.Unusable, IOException;
    }

    private Running() {}

    static <T> T ask(Path config, Question<T> question) throws Stop {
        try {
            return question.ask(config);
        } catch (Program.Unusable unusable) {
            throw new Stop(Exit.CONFIGURATION, String.valueOf(unusable.getMessage()));
        } catch (IOException silent) {
            throw new Stop(
                    Exit.NO_DEVICE,
                    "no program runs with " + config + ", or it does not answer (" + silent.getMessage() + ")");
        }
    }
}
