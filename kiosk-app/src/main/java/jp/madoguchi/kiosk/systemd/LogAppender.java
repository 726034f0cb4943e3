package jp.madoguchi.kiosk.systemd;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the program's lines go: to the journal, when standard error leads there, and else to standard error, for a terminal or a
 * file. What the journal does not take goes to standard error, too. Any thread.
 */
public final class LogAppender extends ConsoleAppender<ILoggingEvent> {
    private static final String JOURNAL = "/run/systemd/journal/socket";
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Optional<Datagrams> journal = Optional.empty();

    @Override
    public void start() {
        if (leadsToJournal(System.getenv().getOrDefault("JOURNAL_STREAM", ""))) {
            journal = Datagrams.to(JOURNAL);
        }
        super.start();
    }

    /** @param stream device and inode of what systemd connected; whoever redirected it since wants the lines elsewhere */
    private static boolean leadsToJournal(String stream) {
        try {
            return stream.equals(Files.getAttribute(STANDARD_ERROR, "unix:dev") + ":"
                    + Files.getAttribute(STANDARD_ERROR, "unix:ino"));
        } catch (IOException | RuntimeException unknown) {
            return false;
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean taken = journal.isPresent() && journal.get().send(JournalEntry.of(event));
        if (!taken) {
            super.append(event);
        }
    }
}
