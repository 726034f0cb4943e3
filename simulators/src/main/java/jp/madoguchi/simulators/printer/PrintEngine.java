package jp.madoguchi.simulators.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.model.PrinterState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import jp.madoguchi.simulators.watch.Watched;

/**
 * The jobs and the worker that prints them side by side, one job at a time. Every method but {@link #close} and {@link #run}
 * is called inside {@link #watched}'s lock.
 */
final class PrintEngine implements Runnable, AutoCloseable {
    /** How long a created job waits for its document (RFC 8011, 5.4.31: multiple-operation-time-out). */
    static final Duration DOCUMENT_TIMEOUT = Duration.ofSeconds(60);

    /** Ended jobs the printer remembers; the ones before are gone. */
    static final int HISTORY = 50;

    final Watched watched = new Watched();
    final Mechanism mechanism = new Mechanism();
    private final Path directory;
    private final PrinterSettings settings;
    private final Thread worker;
    private final TreeMap<Integer, SimulatedJob> jobs = new TreeMap<>();
    private final List<SimulatedJob> received = new ArrayList<>();
    private int nextId;
    private Instant poweredAt;
    private boolean powered = true;
    private boolean closed;
    private CounterLie lie = CounterLie.NONE;
    private boolean countsAnew;

    private PrintEngine(Path directory, PrinterSettings settings, int firstId) {
        this.directory = directory;
        this.settings = settings;
        this.nextId = firstId;
        this.poweredAt = settings.clock().instant();
        this.worker = new Thread(this, "simulated-printer");
        this.worker.setDaemon(true);
    }

    /** Keeps documents in {@code directory}; job ids go on after those already lying there, so that none is overwritten. */
    static PrintEngine start(Path directory, PrinterSettings settings) throws IOException {
        Files.createDirectories(directory);
        int last = 0;
        try (var files = Files.newDirectoryStream(directory, "job-*.p??")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String number = name.replaceFirst("^job-([0-9]*).*", "$1");
                if (number.matches("[0-9]{1,9}")) {
                    last = Math.max(last, Integer.parseInt(number));
                }
            }
        }
        PrintEngine engine = new PrintEngine(directory, settings, last + 1);
        engine.worker.start();
        return engine;
    }

    // The conversation's side.

    SimulatedJob create(Optional<String> name, String user, List<Attribute<?>> template) {
        int id = nextId++;
        SimulatedJob job = new SimulatedJob(
                id,
                name.orElse("job-" + id),
                user,
                template,
                upTime(),
                settings.clock().instant());
        jobs.put(id, job);
        return job;
    }

    /** Takes a job's document: on disk first, then in the queue. */
    void document(SimulatedJob job, byte[] bytes, String ending, int pages) throws IOException {
        Path file = directory.resolve("job-" + job.id + "." + ending);
        for (int again = 2; Files.exists(file); again++) { // the printer counts anew
            file = directory.resolve("job-" + job.id + "-" + again + "." + ending);
        }
        Path part = directory.resolve("job-" + job.id + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        job.document(file, pages, bytes.length);
        received.add(job);
    }

    Optional<SimulatedJob> job(int id) {
        return Optional.ofNullable(jobs.get(id));
    }

    boolean everExisted(int id) {
        return id > 0 && id < nextId;
    }

    /** Oldest first. */
    List<SimulatedJob> jobs() {
        return List.copyOf(jobs.values());
    }

    /** Cancel-Job; answers whether it was possible in the job's state (RFC 8011, 4.3.3.1). */
    boolean cancel(SimulatedJob job) {
        if (job.phase().ended() || job.cancelling()) {
            return false;
        }
        if (job.phase() == JobPhase.PROCESSING && !job.needsSheet()) {
            job.cancelAtSheetEnd();
        } else {
            end(job, JobPhase.CANCELED, "job-canceled-by-user");
        }
        return true;
    }

    void abort(SimulatedJob job, String reason) {
        end(job, JobPhase.ABORTED, reason);
    }

    /** Gives up the jobs whose document did not come in time. */
    void expire() {
        Instant oldest = settings.clock().instant().minus(DOCUMENT_TIMEOUT);
        for (SimulatedJob job : jobs()) {
            if (job.waitsForDocument() && job.created.isBefore(oldest)) {
                abort(job, "aborted-by-system");
            }
        }
    }

    DocumentOffer documents() {
        return settings.documents();
    }

    CounterLie lie() {
        return lie;
    }

    void lie(CounterLie told) {
        lie = told;
    }

    /** Whether job ids begin at 1 again after a loss of power. */
    void countAnew(boolean anew) {
        countsAnew = anew;
    }

    boolean powered() {
        return powered;
    }

    /** Seconds since power-up, from 1 (RFC 8011, 5.4.29). */
    int upTime() {
        return (int) Duration.between(poweredAt, settings.clock().instant()).toSeconds() + 1;
    }

    PrinterState state() {
        if (!mechanism.ready(true) && !finishesSheet()) {
            return PrinterState.stopped;
        }
        return current().isPresent() ? PrinterState.processing : PrinterState.idle;
    }

    List<String> stateReasons() {
        return mechanism.reasons(current().filter(SimulatedJob::needsSheet).isPresent());
    }

    int queued() {
        return (int) jobs.values().stream().filter(job -> !job.phase().ended()).count();
    }

    List<PrintedJob> printed() {
        return received.stream()
                .map(SimulatedJob::printed)
                .filter(Objects::nonNull)
                .toList();
    }

    // The hand's side.

    void clearJam(AfterJam after) {
        if (mechanism.clearJam()) {
            Optional<SimulatedJob> job = current();
            job.ifPresent(SimulatedJob::loseSheet);
            if (after == AfterJam.ABORT) {
                job.ifPresent(stuck -> abort(stuck, "aborted-by-system"));
            }
        }
    }

    /** Everything the printer remembered is forgotten; what is on paper is on paper. */
    void powerOff() {
        for (SimulatedJob job : jobs()) {
            if (!job.phase().ended()) {
                end(job, JobPhase.ABORTED, "aborted-by-system");
            }
        }
        jobs.clear();
        powered = false;
        nextId = countsAnew ? 1 : nextId;
    }

    void powerOn() {
        if (!powered) {
            powered = true;
            poweredAt = settings.clock().instant();
        }
    }

    // The worker's side.

    @Override
    public void run() {
        try {
            while (true) {
                watched.await(() -> closed || waiting().isPresent());
                Optional<SimulatedJob> job = watched.change(this::begin);
                if (job.isEmpty()) {
                    return;
                }
                print(job.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closing: nobody waits for this thread's result
        }
    }

    private Optional<SimulatedJob> begin() {
        Optional<SimulatedJob> job = closed ? Optional.empty() : waiting();
        job.ifPresent(waiting -> waiting.begin(upTime()));
        return job;
    }

    private void print(SimulatedJob job) throws InterruptedException {
        boolean goesOn = true;
        while (goesOn) {
            watched.await(() -> closed || job.phase().ended(), settings.perSide());
            goesOn = watched.change(() -> side(job));
            watched.await(() -> closed || job.phase().ended() || mechanism.ready(job.needsSheet()));
        }
    }

    /** Prints one side if it can, and stops the job where it cannot go on; answers whether more is to come. */
    private boolean side(SimulatedJob job) {
        if (closed || job.phase().ended()) {
            return false;
        }
        if (mechanism.ready(job.needsSheet())) {
            job.goOn();
            printSide(job);
        }
        if (!job.phase().ended() && !mechanism.ready(job.needsSheet())) {
            job.stop();
        }
        return !job.phase().ended();
    }

    private void printSide(SimulatedJob job) {
        if (job.needsSheet()) {
            mechanism.feed();
            job.sheetFed();
        }
        if (mechanism.jamsAt(job.nextSide())) {
            return;
        }
        if (mechanism.losesPowerAt(job.nextSide())) {
            powerOff();
            return;
        }
        if (job.sideDone()) {
            mechanism.eject();
        }
        if (job.allDone()) {
            end(job, JobPhase.COMPLETED, "job-completed-successfully");
        } else if (job.cancelling() && job.needsSheet()) {
            end(job, JobPhase.CANCELED, "job-canceled-by-user");
        }
    }

    private void end(SimulatedJob job, JobPhase phase, String reason) {
        job.end(phase, reason, upTime());
        List<SimulatedJob> ended =
                jobs.values().stream().filter(old -> old.phase().ended()).toList();
        ended.stream().limit(Math.max(0, ended.size() - HISTORY)).forEach(old -> jobs.remove(old.id));
    }

    private Optional<SimulatedJob> waiting() {
        return jobs.values().stream().filter(SimulatedJob::waitsForPrinting).findFirst();
    }

    private Optional<SimulatedJob> current() {
        return jobs.values().stream()
                .filter(job -> job.phase() == JobPhase.PROCESSING || job.phase() == JobPhase.STOPPED)
                .findFirst();
    }

    /** The cassette is empty, but the sheet in the paper path still gets its back. */
    private boolean finishesSheet() {
        return current().filter(job -> mechanism.ready(job.needsSheet())).isPresent();
    }

    @Override
    public void close() {
        watched.change(() -> {
            closed = true;
        });
        worker.interrupt();
    }
}
