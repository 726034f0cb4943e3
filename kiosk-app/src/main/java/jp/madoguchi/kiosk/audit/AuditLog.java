package jp.madoguchi.kiosk.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log of a running program: what is told is on the disk a moment later, by a thread of its own, each time with one fsync
 * for all that has come meanwhile. Nobody waits for it. While the disk refuses, entries wait in memory, so many and no more, and
 * what does not fit is counted; the count is the next thing that the log tells. It begins with the start of the program and ends
 * with its stop; where that end is missing, the run was interrupted.
 */
public final class AuditLog implements Audit, AutoCloseable {
    /** How patient it is; other values for tests alone. */
    record Limits(int waiting, int batch, Duration again, Duration closing) {
        static final Limits USUAL = new Limits(20_000, 1000, Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private final LogFolder folder;
    private final KeptCheckpoints kept;
    private final String kiosk;
    private final Clock clock;
    private final LogWriter.Append append;
    private final Limits limits;
    private final Waiting waiting;
    private final Thread thread = new Thread(this::work, "audit");
    private Optional<LogWriter> writer = Optional.empty();
    private volatile Optional<Head> head = Optional.empty();
    private volatile boolean sound = true;

    private AuditLog(Path folder, String kiosk, Clock clock, LogWriter.Append append, Limits limits) {
        this.folder = new LogFolder(folder);
        this.kept = new KeptCheckpoints(folder);
        this.kiosk = KioskName.of(kiosk);
        this.clock = clock;
        this.append = append;
        this.limits = limits;
        this.waiting = new Waiting(limits.waiting());
    }

    /** Goes on with the log in {@code folder}, or begins it; when that cannot be done now it is tried again. */
    public static AuditLog open(Path folder, String kiosk, Clock clock) {
        return open(folder, kiosk, clock, LogWriter.REALLY, Limits.USUAL);
    }

    static AuditLog open(Path folder, String kiosk, Clock clock, LogWriter.Append append, Limits limits) {
        AuditLog log = new AuditLog(folder, kiosk, clock, append, limits);
        log.thread.start();
        return log;
    }

    @Override
    public void tell(AuditEvent event, VisitId visit, Map<String, String> details) {
        waiting.add(Told.of(clock.instant(), event, visit, details));
    }

    /** The youngest entry that is on the disk; empty until there is one. Any thread. */
    public Optional<Head> head() {
        return head;
    }

    /** The log as far as it is on the disk now, to be signed; empty until there is an entry. Any thread. */
    public Optional<Checkpoint> checkpoint() {
        return head.map(youngest -> new Checkpoint(kiosk, youngest.sequence(), clock.instant(), youngest.hash()));
    }

    /** Keeps a checkpoint beside the log. Any thread; throws when the disk refuses. */
    public void keep(Checkpoint checkpoint, byte[] signed) throws IOException {
        kept.keep(checkpoint.sequence(), signed);
    }

    /** Whether the last attempt to write succeeded. Any thread. */
    public boolean sound() {
        return sound;
    }

    private void work() {
        try {
            boolean more = writeAll(new ArrayList<>(), false); // the start of the program
            while (more) {
                Waiting.Next next = waiting.take(limits.batch());
                more = writeAll(entries(next), next.last());
            }
        } catch (InterruptedException stopped) {
            LOG.warn("the audit log was interrupted");
        } catch (Error fatal) {
            sound = false;
            LOG.error("the audit log cannot go on", fatal);
        }
        shut();
    }

    private List<Told> entries(Waiting.Next next) {
        List<Told> entries = new ArrayList<>(next.entries());
        if (next.lost() > 0) {
            entries.add(told(AuditEvent.ENTRIES_LOST, Map.of(Detail.COUNT.key(), Long.toString(next.lost()))));
        }
        if (next.last()) {
            entries.add(told(AuditEvent.PROGRAM_STOPPED, Map.of()));
        }
        return entries;
    }

    private Told told(AuditEvent event, Map<String, String> details) {
        return Told.of(clock.instant(), event, Ledger.NO_VISIT, details);
    }

    /**
     * Tries until they are on the disk; once the program stops, only once more.
     *
     * @return whether there is more to come
     */
    private boolean writeAll(List<Told> entries, boolean last) throws InterruptedException {
        boolean once = last;
        while (true) {
            try {
                write(entries);
                told(Optional.empty());
                return !last;
            } catch (IOException | RuntimeException unwritable) {
                told(Optional.of(unwritable));
            }
            if (once) {
                return false;
            }
            once = waiting.pause(limits.again());
        }
    }

    private void write(List<Told> entries) throws IOException {
        if (writer.isEmpty()) {
            writer = Optional.of(LogWriter.open(folder, kiosk, clock.instant(), append));
            head = writer.map(LogWriter::head);
        }
        while (!entries.isEmpty()) {
            int written = writer.get().write(entries);
            entries.subList(0, written).clear();
            head = writer.map(LogWriter::head);
        }
    }

    /** To the technician's log, each time that it is otherwise than before. */
    private void told(Optional<Exception> trouble) {
        boolean now = trouble.isEmpty();
        if (now != sound) {
            trouble.ifPresentOrElse(
                    why -> LOG.error("the audit log cannot be written; entries wait", why),
                    () -> LOG.info("the audit log is written again"));
        }
        sound = now;
    }

    private void shut() {
        try {
            if (writer.isPresent()) {
                writer.get().close();
            }
        } catch (IOException left) {
            LOG.warn("the audit log could not be closed: {}", left.getMessage());
        }
    }

    /** What was told before is written; what is told from now on may not be. */
    @Override
    public void close() {
        waiting.close();
        try {
            thread.join(limits.closing().toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
