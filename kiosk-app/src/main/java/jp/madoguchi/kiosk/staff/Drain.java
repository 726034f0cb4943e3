package jp.madoguchi.kiosk.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.OpenClaim;
import jp.madoguchi.kiosk.flow.Paper;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Screen;
import jp.madoguchi.kiosk.visit.Timers;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the kiosk to rest, and then does what for. From the first moment no visit begins; one that is under way has until the
 * deadline to finish and is undone then: what the devices do comes to its end, money goes back, a paid document is printed. Any thread;
 * the visit's own looks in at every change, so nothing here waits for a disk while it holds the monitor.
 */
public final class Drain {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    /** How long whoever stands there has. */
    public static final Duration GRACE = Duration.ofSeconds(60);

    /** How often an undone visit is told again: stages that the devices end do not hear it. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** A last screen whose card or claim nobody takes does not hold the kiosk for longer. Both outlast a restart. */
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    /** Whoever serves requests to the machine takes one within this time, or is not there. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(20);

    /** Who has taken a request has ended the program within this time, or cannot. */
    private static final Duration DONE_WITHIN = Duration.ofMinutes(5);

    /**
     * What is being waited for.
     *
     * @param undone whether the visit that was under way has been told to end
     * @param leaving whether the kiosk was at rest, and what it rests for is being done
     */
    public record State(Purpose purpose, String by, long deadline, boolean undone, boolean leaving) {}

    /** What stands on a last screen to be read. */
    private record Farewell(VisitId visit, Stage stage, Optional<OpenClaim> claim) {}

    private final VisitRunner runner;
    private final ServiceSwitch service;
    private final Machine machine;
    private final Timers timers;
    private final Pace pace;
    private final Deeds deeds;
    private final Consumer<Purpose> leave;
    private Optional<State> state = Optional.empty();
    private Optional<Farewell> standing = Optional.empty();
    private Optional<Purpose> refused = Optional.empty();
    private long round;

    /** @param leave ends the program for a restart; called once, on any thread, and returns at once */
    public Drain(
            VisitRunner runner,
            ServiceSwitch service,
            Machine machine,
            Timers timers,
            Pace pace,
            Deeds deeds,
            Consumer<Purpose> leave) {
        this.runner = runner;
        this.service = service;
        this.machine = machine;
        this.timers = timers;
        this.pace = pace;
        this.deeds = deeds;
        this.leave = leave;
        runner.watch(this::follow);
    }

    public synchronized Optional<State> state() {
        return state;
    }

    /** What was last asked of the machine and not taken by anyone; until the next attempt. */
    public synchronized Optional<Purpose> refused() {
        return refused;
    }

    /** How long whoever is there still has; zero when nothing is waited for. */
    public synchronized Duration left() {
        return state.map(now -> Duration.ofNanos(Math.max(0, now.deadline() - pace.nanos())))
                .orElse(Duration.ZERO);
    }

    /** Begins; false when something else is being waited for already, or when nobody serves what is asked of the machine. */
    @CheckReturnValue
    public boolean begin(Purpose purpose, Duration grace, String by) {
        return (!ofTheMachine(purpose) || machine.serves()) && beginNow(purpose, grace, by);
    }

    private synchronized boolean beginNow(Purpose purpose, Duration grace, String by) {
        if (state.isPresent()) {
            return false;
        }
        long mine = ++round;
        refused = Optional.empty();
        standing = Optional.empty();
        state = Optional.of(new State(purpose, by, pace.nanos() + grace.toNanos(), false, false));
        deeds.tell(AuditEvent.DRAIN_BEGUN, by, Detail.COMMAND, purpose.slug());
        LOG.info("{} asked for {}: no visit begins any more, one under way has {} s", by, purpose, grace.toSeconds());
        service.stopping(true); // the flow answers with a screen that says so: only then is an idle one at rest
        timers.after(grace, () -> undo(mine));
        return true;
    }

    /** Called off; false when nothing was waited for, it is too late, or it is the operator's drain and {@code by} is somebody else. */
    @CheckReturnValue
    public synchronized boolean callOff(String by) {
        if (state.isEmpty() || state.get().leaving() || !mayCallOff(state.get(), by)) {
            return false;
        }
        deeds.tell(
                AuditEvent.DRAIN_CALLED_OFF,
                by,
                Detail.COMMAND,
                state.get().purpose().slug());
        over();
        return true;
    }

    /** Whoever has the kiosk drained builds on it. */
    private static boolean mayCallOff(State now, String by) {
        return now.purpose() != Purpose.DRAIN || by.equals(Deeds.OPERATOR);
    }

    private void over() {
        round++;
        state = Optional.empty();
        service.stopping(false);
    }

    private static boolean ofTheMachine(Purpose purpose) {
        return purpose == Purpose.REBOOT || purpose == Purpose.POWER_OFF;
    }

    private synchronized void undo(long mine) {
        if (mine != round || state.isEmpty() || state.get().leaving()) {
            return;
        }
        State now = state.get();
        Screen screen = runner.screen();
        if (screen.visit().stage().idle()) {
            return;
        }
        if (!now.undone() || !last(screen.visit())) { // its last screen is to be read
            if (!now.undone()) {
                tellWithdrawn(screen.visit(), now.by());
                state = Optional.of(new State(now.purpose(), now.by(), now.deadline(), true, false));
                timers.after(AGAIN, () -> farewell(mine));
            }
            runner.post(screen.visit().id(), new Event.Withdrawn());
        }
        timers.after(AGAIN, () -> undo(mine));
    }

    private void tellWithdrawn(Visit visit, String by) {
        if (visit.served()) {
            deeds.tell(
                    AuditEvent.VISIT_WITHDRAWN,
                    visit.id(),
                    by,
                    Map.of(Detail.STAGE, visit.stage().slug()));
        }
    }

    private static boolean last(Visit visit) {
        return visit.stage() == Stage.ENDED || visit.stage() == Stage.TAKE_PAPER;
    }

    /** What the last screen says for good; nothing while money or the slip is on its way, which ends by itself. */
    private static Optional<Farewell> said(Visit visit) {
        boolean moves = !visit.money().leaving().isZero() || visit.paper().claimSlip() == Paper.Slip.ON_ITS_WAY;
        return last(visit) && !moves
                ? Optional.of(new Farewell(visit.id(), visit.stage(), visit.claim()))
                : Optional.empty();
    }

    /**
     * The last screen stands for its time, counted from when it is there: that may be long after the visit was told to end. Where the
     * program goes on, a claim that stood there is left to the desk.
     */
    private synchronized void farewell(long mine) {
        if (mine != round || state.isEmpty()) {
            return;
        }
        Visit visit = runner.screen().visit();
        Optional<Farewell> said = said(visit);
        if (said.isEmpty()) {
            timers.after(AGAIN, () -> farewell(mine));
        } else if (!said.equals(standing)) {
            timers.after(FAREWELL, () -> farewell(mine));
        } else if (state.get().purpose() != Purpose.DRAIN) {
            rest();
        } else {
            runner.post(visit.id(), new Event.Acknowledged());
            timers.after(AGAIN, () -> farewell(mine));
        }
        standing = said;
    }

    private synchronized void follow(Screen screen) {
        boolean told = screen.visit().readiness().all().contains(Obstacle.STOPPING);
        if (state.isPresent() && told && screen.visit().stage().idle()) {
            rest();
        }
    }

    /** Nobody is served, and nobody can begin. */
    private void rest() {
        State now = state.orElseThrow();
        if (now.leaving() || now.purpose() == Purpose.DRAIN) {
            return;
        }
        state = Optional.of(new State(now.purpose(), now.by(), now.deadline(), now.undone(), true));
        switch (now.purpose()) {
            case END_VISIT -> over();
            case RESTART -> leave.accept(now.purpose());
            case REBOOT, POWER_OFF -> ask(now.purpose());
            case DRAIN -> {}
        }
    }

    private void ask(Purpose purpose) {
        long mine = round;
        machine.leave(purpose, left -> asked(mine, purpose, left));
    }

    private synchronized void asked(long mine, Purpose purpose, boolean left) {
        if (mine != round) {
            return;
        }
        if (left) {
            timers.after(TAKEN_WITHIN, () -> waitForTheMachine(mine, purpose));
        } else {
            untaken(purpose);
        }
    }

    private synchronized void waitForTheMachine(long mine, Purpose purpose) {
        if (mine == round) {
            machine.takeBack(purpose, found -> waited(mine, purpose, found));
        }
    }

    private synchronized void waited(long mine, Purpose purpose, Machine.TakenBack found) {
        if (mine != round) {
            return;
        }
        switch (found) {
            case UNTAKEN -> {
                LOG.error("nobody took the request {}; the service goes on", purpose);
                untaken(purpose);
            }
            case TAKEN -> timers.after(DONE_WITHIN, () -> waitForTheEnd(mine, purpose));
            case STAYS -> timers.after(TAKEN_WITHIN, () -> waitForTheMachine(mine, purpose)); // nobody is to begin
        }
    }

    private synchronized void waitForTheEnd(long mine, Purpose purpose) {
        if (mine == round) {
            LOG.error("the request {} was taken, and nothing came of it; the service goes on", purpose);
            untaken(purpose);
        }
    }

    private void untaken(Purpose purpose) {
        refused = Optional.of(purpose);
        over();
    }
}
