package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.Attribute;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One job and how far it came. Guarded by the engine's lock. */
final class SimulatedJob {
    final int id;
    final String name;
    final String user;
    /** The job template attributes the printer honours for it. */
    final List<Attribute<?>> template;
    /** Up-time in seconds. */
    final int createdAt;

    final Instant created;
    private final boolean duplex;
    private final int copies;

    private @Nullable Path file;
    private int pages;
    private int octets;
    private JobPhase phase = JobPhase.PENDING;
    private String reason = "job-incoming";
    private int sides;
    private int sheets;
    private boolean sheetLost;
    private @Nullable Integer processingAt;
    private @Nullable Integer endedAt;

    SimulatedJob(int id, String name, String user, List<Attribute<?>> template, int upTime, Instant created) {
        this.id = id;
        this.name = name;
        this.user = user;
        this.template = List.copyOf(template);
        this.createdAt = upTime;
        this.created = created;
        this.duplex = JobTemplate.duplex(template);
        this.copies = JobTemplate.copies(template);
    }

    void document(Path received, int pageCount, int size) {
        file = received;
        pages = pageCount;
        octets = size;
        reason = "none";
    }

    boolean hasDocument() {
        return file != null;
    }

    boolean waitsForDocument() {
        return phase == JobPhase.PENDING && file == null;
    }

    boolean waitsForPrinting() {
        return phase == JobPhase.PENDING && file != null;
    }

    void begin(int upTime) {
        phase = JobPhase.PROCESSING;
        reason = "job-printing";
        processingAt = upTime;
    }

    void stop() {
        phase = JobPhase.STOPPED;
        reason = "printer-stopped";
    }

    void goOn() {
        if (phase == JobPhase.STOPPED) {
            phase = JobPhase.PROCESSING;
            reason = "job-printing";
        }
    }

    /** Cancel-Job has come, and the sheet in the paper path is still to be finished. */
    void cancelAtSheetEnd() {
        reason = "processing-to-stop-point";
    }

    boolean cancelling() {
        return reason.equals("processing-to-stop-point");
    }

    void end(JobPhase end, String why, int upTime) {
        phase = end;
        reason = why;
        endedAt = upTime;
    }

    /** The next side goes on a sheet that is not in the paper path yet. */
    boolean needsSheet() {
        return sheetLost || atSheetStart();
    }

    boolean atSheetStart() {
        return !duplex || (sides % pages) % 2 == 0;
    }

    void sheetFed() {
        sheetLost = false;
    }

    /** The sheet was pulled out by hand; its front is printed again and not counted twice. */
    void loseSheet() {
        sheetLost = true;
    }

    /** Counts a printed side; answers whether its sheet is complete, which a copy's last one always is. */
    boolean sideDone() {
        sides++;
        boolean complete = atSheetStart();
        if (complete) {
            sheets++;
        }
        return complete;
    }

    int nextSide() {
        return sides + 1;
    }

    boolean allDone() {
        return sides == sidesInAll();
    }

    int sidesInAll() {
        return pages * copies;
    }

    int sheetsInAll() {
        return copies * (duplex ? (pages + 1) / 2 : pages);
    }

    int sides() {
        return sides;
    }

    int sheets() {
        return sheets;
    }

    int kiloOctets() {
        return (octets + 1023) / 1024;
    }

    JobPhase phase() {
        return phase;
    }

    String reason() {
        return reason;
    }

    @Nullable
    Integer processingAt() {
        return processingAt;
    }

    @Nullable
    Integer endedAt() {
        return endedAt;
    }

    @Nullable
    PrintedJob printed() {
        return file == null ? null : new PrintedJob(id, name, file, phase, sides, sheets);
    }
}
