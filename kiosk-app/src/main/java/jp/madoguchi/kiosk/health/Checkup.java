package jp.madoguchi.kiosk.health;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Screen;

/** Makes {@link Health} of what the screen shows, the hands tell and the pulses do. Any thread; asks no device. */
public final class Checkup {
    /**
     * What is asked when it is made.
     *
     * @param screen what is shown now: whoever has seen it finds nothing older here
     * @param pulses of all that must move by now
     * @param hoppers coins certain to be there, by their worth in yen
     * @param certificateEnds of the certificate by which the kiosk is known to the center
     */
    public record Sources(
            String kiosk,
            Supplier<Screen> screen,
            Vitals vitals,
            Supplier<List<Pulse>> pulses,
            Supplier<Map<Integer, Integer>> hoppers,
            Supplier<Instant> certificateEnds,
            Supplier<AuditState> audit) {}

    private final Sources sources;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Instant started;
    private final Map<Part, Instant> since = new EnumMap<>(Part.class);

    private Readiness readiness = Readiness.unknown();
    private Stage stage;
    private State state = State.STARTING;
    private Instant stateSince;

    /** @param nanoTime by which the pulses count */
    public Checkup(Sources sources, Clock clock, LongSupplier nanoTime) {
        this.sources = sources;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.started = clock.instant();
        this.stage = sources.screen().get().visit().stage();
        this.stateSince = started;
        for (Part part : Part.values()) {
            since.put(part, started);
        }
        look();
    }

    /** The screen shows something else, and since now. */
    public synchronized void look() {
        look(stuck());
    }

    private void look(Set<String> stuck) {
        Screen screen = sources.screen().get();
        Readiness now = screen.visit().readiness();
        for (Part part : Part.values()) {
            if (!obstacles(now, part).equals(obstacles(readiness, part))) {
                since.put(part, clock.instant());
            }
        }
        readiness = now;
        stage = screen.visit().stage();
        observe(stuck);
    }

    public synchronized Health now() {
        Set<String> stuck = stuck();
        look(stuck);
        Map<Part, PartHealth> parts = new EnumMap<>(Part.class);
        since.forEach((part, at) -> parts.put(
                part,
                new PartHealth(obstacles(readiness, part), sources.vitals().failures(part), at)));
        return new Health(
                sources.kiosk(),
                clock.instant(),
                started,
                state,
                stateSince,
                stage,
                parts,
                sources.hoppers().get(),
                sources.vitals().owed(),
                sources.certificateEnds().get(),
                sources.audit().get(),
                stuck);
    }

    private void observe(Set<String> stuck) {
        State now = State.of(stage, readiness, !stuck.isEmpty());
        if (now != state) {
            state = now;
            stateSince = clock.instant();
        }
    }

    private Set<String> stuck() {
        long now = nanoTime.getAsLong();
        return sources.pulses().get().stream()
                .filter(pulse -> pulse.stuck(now))
                .map(Pulse::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Obstacle> obstacles(Readiness readiness, Part part) {
        return readiness.obstacles().getOrDefault(part, Set.of(Obstacle.NOT_ASKED_YET));
    }
}
