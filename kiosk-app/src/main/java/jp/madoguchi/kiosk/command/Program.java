package jp.madoguchi.kiosk.command;

import java.io.IOException;
import java.nio.file.Path;

/** The program that {@code run} runs; the composition root knows it. */
public interface Program {
    /** Returns the exit code when it has been told to stop. */
    int runUntilStopped(Path config) throws Unusable;

    /** A one-time code with which this account can be enrolled at the desk of the running program. */
    String enrolmentCode(Path config, String name, String role) throws Unusable, IOException;

    /** A page that opens the screen of the program that runs with this configuration, once. */
    String sessionPage(Path config) throws Unusable, IOException;

    /** With which keys the program that runs with this configuration speaks to the center. */
    KeysInUse keys(Path config) throws Unusable, IOException;

    /**
     * What the running program says of its keys.
     *
     * @param words one line
     * @param refused whether others lie there that it does not use
     */
    record KeysInUse(String words, boolean refused) {}

    /** It cannot start; the message is for the technician, a line for each problem. */
    final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unusable(String message) {
            super(message);
        }
    }
}
