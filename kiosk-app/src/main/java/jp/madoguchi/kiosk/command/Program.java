package jp.madoguchi.kiosk.command;

import java.nio.file.Path;

/** The program that {@code run} runs; the composition root knows it. */
@FunctionalInterface
public interface Program {
    /** Returns when it has been told to stop and has stopped. */
    void runUntilStopped(Path config) throws Unusable, InterruptedException;

    /** It cannot start; the message is for the technician, a line for each problem. */
    final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unusable(String message) {
            super(message);
        }
    }
}
