package jp.madoguchi.simulators.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Reads command lines and answers each with one line, until {@code quit}. The end of the input leaves the simulator running. */
public final class LineConsole {
    private final BufferedReader in;
    private final PrintWriter out;

    public LineConsole(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    /** Carries out a command's words. */
    @FunctionalInterface
    public interface Commands {
        /**
         * @return the answer, one line
         * @throws IllegalArgumentException when the words make no command; its message is the answer
         */
        String carryOut(List<String> words);
    }

    /** Prints {@code ready: where} and serves; returns after {@code quit}. */
    public void serve(String where, Commands commands) throws IOException, InterruptedException {
        say("ready: " + where);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            List<String> words = List.of(line.strip().split("\\s+"));
            if (words.equals(List.of("quit"))) {
                return;
            }
            if (!words.equals(List.of(""))) {
                say(answer(words, commands));
            }
        }
        new CountDownLatch(1).await(); // until the process is told to end
    }

    /** The whole number in a command's second word. */
    public static int number(List<String> words) {
        String word = words.size() == 2 ? words.get(1) : "";
        if (!word.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException(words.get(0) + " takes one whole number");
        }
        return Integer.parseInt(word);
    }

    private static String answer(List<String> words, Commands commands) {
        try {
            return commands.carryOut(words);
        } catch (IllegalArgumentException e) {
            return "error: " + e.getMessage();
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
