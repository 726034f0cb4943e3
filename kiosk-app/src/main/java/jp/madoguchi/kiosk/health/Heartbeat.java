package jp.madoguchi.kiosk.health;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the service manager that the program is ready, how it is, and that it moves, for as long as everything in it does. When
 * something stands still it says so once, with where, and then nothing more: the service manager starts the program anew, and
 * the ledger knows what was open. A thread of its own.
 */
public final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int FRAMES = 12;

    private final Checkup checkup;
    private final Door door;
    private final Beats web;
    private final ServiceManager manager;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "health"));

    private Optional<Future<?>> beating = Optional.empty();
    private boolean ready;
    private String status = "";
    private Set<String> told = Set.of();

    /**
     * Nothing is told before {@link #start}.
     *
     * @param web beats when {@code door} was answered; one of the pulses of {@code checkup}
     */
    public Heartbeat(Checkup checkup, Door door, Beats web, ServiceManager manager) {
        this.checkup = checkup;
        this.door = door;
        this.web = web;
        this.manager = manager;
    }

    public void start() {
        Duration interval = manager.interval();
        beating = Optional.of(
                thread.scheduleWithFixedDelay(this::guarded, 0, interval.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void guarded() {
        try {
            beat();
        } catch (RuntimeException defect) { // no more beats would be a restart for nothing but this
            LOG.error("telling how the program is met a defect of the program", defect);
        }
    }

    /** One look at everything. */
    void beat() {
        boolean answered = door.answers();
        if (answered) {
            web.beat();
        }
        Health health = checkup.now();
        tellStuck(health.stuck());
        StringBuilder state = new StringBuilder();
        if (answered && !ready) {
            state.append("READY=1\n");
        }
        String words = StatusLine.of(health);
        if (!words.equals(status)) {
            state.append("STATUS=").append(words).append('\n');
        }
        if (health.stuck().isEmpty()) {
            state.append("WATCHDOG=1\n");
        }
        if (state.isEmpty() || manager.tell(state.toString())) { // what was not taken is told again at the next beat
            ready |= answered;
            status = words;
        }
    }

    private void tellStuck(Set<String> stuck) {
        Set<String> fresh = new HashSet<>(stuck);
        fresh.removeAll(told);
        fresh.forEach(name -> LOG.error("{} does not move any more{}", name, where(name)));
        told.stream().filter(name -> !stuck.contains(name)).forEach(name -> LOG.warn("{} moves again", name));
        told = Set.copyOf(stuck);
    }

    /** Names of methods, and no values. */
    private static String where(String name) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().equals(name))
                .map(each -> Arrays.stream(each.getValue())
                        .limit(FRAMES)
                        .map(frame -> "\n\tat " + frame)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    /** The program is being stopped: what stands still from now on does so rightfully. */
    @Override
    public void close() {
        beating.ifPresent(each -> each.cancel(false));
        thread.shutdown(); // a beat that is being told is told
        manager.tell("STOPPING=1\nSTATUS=stopping: what was begun is being finished\n");
    }
}
