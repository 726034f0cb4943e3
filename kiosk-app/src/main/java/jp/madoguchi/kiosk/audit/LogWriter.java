package jp.madoguchi.kiosk.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.ledger.Ledger;

/**
 * Puts entries at the end of the chain. A file ends with its month (of UTC, by the entries' own time), or
 * when it is large. One thread.
 */
final class LogWriter implements AutoCloseable {
    private static final long LARGE = 16L << 20;

    /** Writes all of it; the seam by which tests fill the disk. */
    @FunctionalInterface
    interface Append {
        void to(FileChannel channel, ByteBuffer lines) throws IOException;
    }

    static final Append REALLY = (channel, lines) -> {
        while (lines.hasRemaining()) {
            channel.write(lines);
        }
    };

    private final LogFolder folder;
    private final Append append;
    private final long large;
    private Head head = new Head(0, Instant.EPOCH, Entry.NONE_BEFORE);
    private Optional<FileChannel> channel = Optional.empty();
    private long length;

    private LogWriter(LogFolder folder, Append append, long large) {
        this.folder = folder;
        this.append = append;
        this.large = large;
    }

    /** Goes on where the log ends, having told what it found there and that the program starts. */
    static LogWriter open(LogFolder folder, String kiosk, Instant now, Append append) throws IOException {
        return open(folder, kiosk, now, append, LARGE);
    }

    static LogWriter open(LogFolder folder, String kiosk, Instant now, Append append, long large) throws IOException {
        folder.make();
        LogWriter writer = new LogWriter(folder, append, large);
        Optional<LogFolder.End> end = folder.end();
        if (end.isPresent()) {
            writer.goOnAt(end.get());
        }
        try {
            List<Told> greeting = greeting(end, kiosk, now);
            while (!greeting.isEmpty()) {
                greeting = greeting.subList(writer.write(greeting), greeting.size());
            }
        } catch (IOException unwritable) {
            writer.close();
            throw unwritable;
        }
        return writer;
    }

    private void goOnAt(LogFolder.End end) throws IOException {
        head = new Head(end.last().sequence(), end.last().at(), end.last().hash());
        length = end.length();
        channel = Optional.of(FileChannel.open(end.file(), StandardOpenOption.WRITE));
    }

    private static List<Told> greeting(Optional<LogFolder.End> end, String kiosk, Instant now) {
        List<Told> greeting = new ArrayList<>();
        if (end.isEmpty()) {
            greeting.add(told(now, AuditEvent.LOG_BEGUN, Detail.KIOSK, kiosk));
        }
        end.filter(found -> found.cut() > 0)
                .ifPresent(
                        found -> greeting.add(told(now, AuditEvent.LOG_CUT, Detail.BYTES, Long.toString(found.cut()))));
        String last = end.map(found ->
                        found.last().event().equals(AuditEvent.PROGRAM_STOPPED.name()) ? "clean" : "interrupted")
                .orElse("first");
        greeting.add(told(now, AuditEvent.PROGRAM_STARTED, Detail.REASON, last));
        return greeting;
    }

    private static Told told(Instant now, AuditEvent event, Detail detail, String value) {
        return Told.of(now, event, Ledger.NO_VISIT, Map.of(detail.key(), value));
    }

    /** The youngest entry that is on the disk. */
    Head head() {
        return head;
    }

    /**
     * Returns once the first of them are on the disk: as many as belong into one file.
     *
     * @return how many
     * @throws IOException when none of them is in the log
     */
    int write(List<Told> batch) throws IOException {
        YearMonth month = month(batch.get(0).at());
        if (length >= large || (head.sequence() > 0 && !month.equals(month(head.at())))) {
            shut();
        }
        StringBuilder lines = new StringBuilder();
        Head last = head;
        int next = 0;
        while (next < batch.size()
                && length + lines.length() < large
                && month(batch.get(next).at()).equals(month)) {
            Entry entry = batch.get(next).after(last.sequence(), last.hash());
            lines.append(entry.line()).append('\n');
            last = new Head(entry.sequence(), entry.at(), entry.hash());
            next++;
        }
        appendDurably(lines.toString().getBytes(StandardCharsets.US_ASCII));
        head = last;
        return next;
    }

    private void appendDurably(byte[] lines) throws IOException {
        FileChannel file = channel.isPresent() ? channel.get() : fresh();
        file.position(length); // over what an earlier attempt left of the same lines
        append.to(file, ByteBuffer.wrap(lines));
        file.force(true);
        length += lines.length;
    }

    private FileChannel fresh() throws IOException {
        Path file = folder.fileFrom(head.sequence() + 1);
        FileChannel fresh = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        channel = Optional.of(fresh);
        length = 0;
        folder.sync();
        return fresh;
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC));
    }

    private void shut() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
        channel = Optional.empty();
        length = 0;
    }

    @Override
    public void close() throws IOException {
        shut();
    }
}
