package jp.madoguchi.kiosk.visit;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import jp.madoguchi.kiosk.audit.Audit;
import jp.madoguchi.kiosk.audit.AuditEvent;
import jp.madoguchi.kiosk.audit.Detail;
import jp.madoguchi.kiosk.flow.Effect;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Flow;
import jp.madoguchi.kiosk.flow.Hands;
import jp.madoguchi.kiosk.flow.Step;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Readiness;
import jp.madoguchi.kiosk.terms.RequestId;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Moves the visit. The one place that assigns it and logs what became of it. Events may be posted from any thread; they are
 * taken one at a time, on {@code loop}, which must run its tasks in order on one thread. Does no I/O: effects are handed
 * over and answered by events.
 */
public final class VisitRunner {
    private static final Logger LOG = LoggerFactory.getLogger(VisitRunner.class);

    private final Flow flow;
    private final SecureRandom random;
    private final Executor loop;
    private final Timers timers;
    private final LongSupplier nanoTime;
    private final Audit audit;
    private final CopyOnWriteArrayList<Consumer<Screen>> watchers = new CopyOnWriteArrayList<>();

    private volatile Language greeting = Language.JA;
    private volatile Screen screen;
    private Optional<Hands> hands = Optional.empty();
    private Optional<Timers.Pending> pending = Optional.empty();
    private long waits;

    /**
     * Shows that the kiosk is closed until the {@linkplain #begin hands are there} and every part has answered.
     *
     * @param nanoTime nanoseconds that no clock steps: {@link Screen#until} is told in them
     */
    public VisitRunner(
            Flow flow, SecureRandom random, Executor loop, Timers timers, LongSupplier nanoTime, Audit audit) {
        this.flow = flow;
        this.random = random;
        this.loop = loop;
        this.timers = timers;
        this.nanoTime = nanoTime;
        this.audit = audit;
        this.screen = new Screen(next(Readiness.unknown(), false, false), 1, 1);
    }

    /**
     * From now on these hands carry out what the flow asks for. Once; no visit can begin before.
     *
     * @param latched as the ledger remembers it
     */
    public void begin(Hands made, boolean latched) {
        loop.execute(() -> {
            hands = Optional.of(made);
            Visit closed = screen.visit();
            show(next(closed.readiness(), closed.card().present(), latched), true, OptionalLong.empty());
            waitAnew();
        });
    }

    /** What is to be shown now. Any thread. */
    public Screen screen() {
        return screen;
    }

    /** From now on the kiosk speaks this language while nobody is served. Any thread. */
    public void greetIn(Language language) {
        loop.execute(() -> {
            greeting = language;
            if (screen.visit().stage().idle()) {
                take(new Event.SpeakLanguage(language));
            }
        });
    }

    /** Calls {@code watcher} on the loop after every change. It must return at once. */
    public void watch(Consumer<Screen> watcher) {
        watchers.add(watcher);
    }

    /** Something happened to this visit. An event of another visit is dropped. */
    public void post(VisitId visit, Event event) {
        loop.execute(() -> {
            if (visit.equals(screen.visit().id())) {
                take(event);
            } else {
                late(visit, event);
            }
        });
    }

    /** Money is never dropped: what comes after the end of its visit is in the ledger, and owed. */
    private void late(VisitId visit, Event event) {
        if (event instanceof Event.CoinInserted || event instanceof Event.MoneyUncounted) {
            LOG.warn("visit {}: {} was told after its end", visit, name(event));
            audit.tell(AuditEvent.MONEY_AFTER_END, visit, Map.of(Detail.TOLD.key(), name(event)));
            hands.orElseThrow().closeAnew(visit);
        } else {
            LOG.info("visit {}: {} came after its end and was dropped", visit, name(event));
            audit.tell(AuditEvent.LATE_EVENT_DROPPED, visit, Map.of(Detail.TOLD.key(), name(event)));
        }
    }

    /** Something happened that concerns whoever is there. */
    public void post(Event event) {
        loop.execute(() -> take(event));
    }

    /**
     * The resident touched the screen of this number. A tap on a screen that has gone is dropped. Completes with what is to
     * be shown then, whatever became of it: a page that gets no answer shows nothing newer while it waits.
     */
    public CompletableFuture<Screen> tap(long number, Event event) {
        CompletableFuture<Screen> shown = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                takeOn(number, event);
            } finally {
                shown.complete(screen);
            }
        });
        return shown;
    }

    private void takeOn(long number, Event event) {
        if (number == screen.number()) {
            take(event, true);
        } else {
            LOG.info("{}: a stale {} was dropped", screen.visit().stage(), name(event));
        }
    }

    /** The resident is still there: the wait begins anew, and a warning is gone. What waits for a device is not delayed. */
    public void touch(long number) {
        loop.execute(() -> {
            if (number == screen.number() && screen.visit().waitsForAPerson()) {
                waitAnew();
            }
        });
    }

    private void take(Event event) {
        take(event, false);
    }

    /** {@code touched}: by a hand, whether it changes anything or not. */
    private void take(Event event, boolean touched) {
        Visit before = screen.visit();
        MDC.put("visit", before.id().hex());
        if (event instanceof Event.DefectFound) {
            audit.tell(
                    AuditEvent.DEFECT_FOUND,
                    before.id(),
                    Map.of(Detail.STAGE.key(), before.stage().name()));
        }
        try {
            Step step = flow.apply(before, event);
            log(before, event, step);
            // Whoever looks at the screen after an effect was answered must find the state that asked for it.
            boolean moved = assign(before, step);
            try {
                for (Effect effect : step.effects()) {
                    effect.carryOut(before.id(), hands.orElseThrow());
                }
            } finally {
                boolean person = touched || showsAPerson(before, event);
                if (moved || event instanceof Event.TimeUp || (person && before.waitsForAPerson())) {
                    waitAnew();
                }
            }
        } catch (RuntimeException defect) {
            LOG.error(
                    "visit {}: {} at {} met a defect of the program", before.id(), name(event), before.stage(), defect);
            if (!(event instanceof Event.DefectFound)) {
                post(before.id(), new Event.DefectFound());
            }
        } finally {
            MDC.remove("visit");
        }
    }

    /** Whether that is another screen. */
    private boolean assign(Visit before, Step step) {
        Visit last = step.next();
        Visit now = step.over() ? next(last.readiness(), last.card().present(), last.latched()) : last;
        boolean moved = now.stage() != before.stage() || step.over();
        if (!now.equals(before)) {
            show(now, moved, moved ? OptionalLong.empty() : screen.until());
        }
        return moved;
    }

    private void show(Visit now, boolean moved, OptionalLong until) {
        screen = new Screen(now, screen.number() + (moved ? 1 : 0), screen.revision() + 1, until);
        watchers.forEach(watcher -> tell(watcher, screen));
    }

    /** A watcher that fails must not keep an effect from being carried out. */
    private static void tell(Consumer<Screen> watcher, Screen screen) {
        try {
            watcher.accept(screen);
        } catch (RuntimeException defect) {
            LOG.error("a watcher of the screen met a defect of the program", defect);
        }
    }

    /** Signs that a person is there. A card on the edge of the reader comes and goes by itself; it tells of a person where it is waited for. */
    private static boolean showsAPerson(Visit before, Event event) {
        return event instanceof Event.SpeakLanguage
                || event instanceof Event.PageTurned
                || event instanceof Event.SlipAsked
                || event instanceof Event.CoinInserted
                || (event instanceof Event.CardTaken && before.stage() == Stage.ENDED);
    }

    private void waitAnew() {
        if (screen.until().isPresent()) {
            show(screen.visit(), false, OptionalLong.empty());
        }
        pending.ifPresent(Timers.Pending::cancel);
        long mine = ++waits;
        Patience patience = patience();
        pending = patience.endless()
                ? Optional.empty()
                : Optional.of(timers.after(patience.silence(), () -> loop.execute(() -> silenceOver(mine))));
    }

    /** Whatever becomes of it, time is up at last. */
    private Patience patience() {
        try {
            return Patience.with(screen.visit(), greeting, flow);
        } catch (RuntimeException defect) {
            Visit visit = screen.visit();
            LOG.error("visit {}: its patience at {} met a defect of the program", visit.id(), visit.stage(), defect);
            return new Patience(visit.stage().patience(), Duration.ZERO);
        }
    }

    /** A timer that had fired already when its wait was begun anew says nothing. */
    private void silenceOver(long wait) {
        Duration warning = patience().warning();
        if (warning.isZero()) {
            timeUp(wait);
        } else if (wait == waits) {
            pending = Optional.of(timers.after(warning, () -> loop.execute(() -> timeUp(wait))));
            show(screen.visit(), false, OptionalLong.of(nanoTime.getAsLong() + warning.toNanos()));
        }
    }

    private void timeUp(long wait) {
        if (wait == waits) {
            take(new Event.TimeUp());
        }
    }

    private Visit next(Readiness readiness, boolean cardPresent, boolean latched) {
        return Visit.waiting(
                VisitId.random(random), RequestId.random(random), greeting, readiness, cardPresent, latched);
    }

    private void log(Visit before, Event event, Step step) {
        Optional<String> ignored = flow.ignored(before, event);
        if (ignored.isPresent()) {
            LOG.info("visit {}: {} at {} ignored: {}", before.id(), name(event), before.stage(), ignored.get());
        } else if (step.over() || step.next().stage() != before.stage()) {
            Object to = step.over() ? "over" : step.next().stage();
            LOG.info("visit {}: {} -> {} by {}", before.id(), before.stage(), to, name(event));
        }
    }

    private static String name(Event event) {
        return event.getClass().getSimpleName();
    }
}
