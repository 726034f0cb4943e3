package jp.madoguchi.workbench.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * A program in a process of its own. All that it says is kept, line by line; a test waits for lines, never for time. It is
 * stopped by its own handle.
 */
final class RunningProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int heard;
    private boolean ended;

    private RunningProgram(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** Starts it; both of its outputs are one stream of lines. */
    static RunningProgram start(String name, ProcessBuilder builder) throws IOException {
        RunningProgram program =
                new RunningProgram(name, builder.redirectErrorStream(true).start());
        Thread listener = new Thread(program::listen, name + " lines");
        listener.setDaemon(true);
        listener.start();
        return program;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException gone) {
            hear("(" + gone.getMessage() + ")");
        } finally {
            lock.lock();
            try {
                ended = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void hear(String line) {
        lock.lock();
        try {
            said.add(line);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next line, after the one that was awaited last, in which {@code pattern} is found. */
    String await(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        lock.lock();
        try {
            long nanos = PATIENCE.toNanos();
            while (true) {
                while (heard < said.size()) {
                    String line = said.get(heard++);
                    if (wanted.matcher(line).find()) {
                        return line;
                    }
                }
                if (ended || nanos <= 0) {
                    throw new AssertionError(name + (ended ? " ended" : " kept silent") + " before it said " + pattern
                            + "; it said:\n" + String.join("\n", said));
                }
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(name + ": interrupted while it was awaited", interrupted);
        } finally {
            lock.unlock();
        }
    }

    /** Says a line to it, and awaits what it answers. */
    String ask(String line, String pattern) throws IOException {
        process.outputWriter(UTF_8).append(line).append('\n').flush();
        return await(pattern);
    }

    List<String> said() {
        lock.lock();
        try {
            return List.copyOf(said);
        } finally {
            lock.unlock();
        }
    }

    /** Asks it to end (SIGTERM) and says with what code it did. */
    int stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(name + " did not end when told to; it said:\n" + String.join("\n", said()));
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
