package jp.madoguchi.kiosk.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Another process that writes to a ledger, and does not finish: a technician with a SQLite shell. */
public final class LockHolder implements AutoCloseable {
    private static final String LOCKED = "locked";

    private final Process process;

    private LockHolder(Process process) {
        this.process = process;
    }

    /** Returns once the file is locked; closing it ends the process, and with it the lock. */
    public static LockHolder of(Path file) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        LockHolder holder = new LockHolder(process);
        String said = process.inputReader(UTF_8).readLine();
        if (!LOCKED.equals(said)) {
            holder.close();
            throw new IOException("no lock was taken: " + said);
        }
        return holder;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = raw.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            System.out.println(LOCKED);
            System.in.read(); // until it is closed, or killed
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
