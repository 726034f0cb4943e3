package jp.madoguchi.kiosk.act;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.health.Pulse;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The one thread that owns a device. Acts are done in the order in which they were asked for, at once; between them, and at
 * least this often, the device is looked at. An exception that no act foresaw is a defect and ends the visit safely.
 */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final int FATAL = 70;

    private final LinkedBlockingQueue<Runnable> acts = new LinkedBlockingQueue<>();
    private final Posts posts;
    private final Duration pause;
    private final Runnable look;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile long moved = System.nanoTime();

    /** @param look asks the device how it is; called first of all */
    Worker(String name, Posts posts, Duration pause, Runnable look) {
        this.posts = posts;
        this.pause = pause;
        this.look = look;
        this.thread = new Thread(this::work, name);
    }

    void start() {
        thread.start();
    }

    void submit(VisitId visit, Runnable act) {
        acts.add(() -> carryOut(visit, act));
    }

    private void work() {
        try {
            workUntilClosed();
        } catch (Error fatal) {
            // A part without its thread would look ready for ever. The service manager starts the program anew, and the
            // ledger knows what was open.
            LOG.error("the program cannot go on", fatal);
            Runtime.getRuntime().halt(FATAL);
        }
    }

    private void workUntilClosed() {
        guard(look);
        while (open) {
            try {
                moves();
                Runnable act = acts.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
                moves();
                if (act == null) {
                    guard(look);
                } else {
                    act.run();
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** What is being done comes along: it may last as long again. */
    void moves() {
        moved = System.nanoTime();
    }

    /** @param longest that one act, or one look, may last without a word of how it comes along */
    Pulse pulse(Duration longest) {
        return new Pulse(thread.getName(), longest, () -> moved);
    }

    /** Looks at the device before its time. */
    void lookNow() {
        acts.add(() -> guard(look));
    }

    /** Looks at the device before its time; done when it has been looked at. */
    CompletableFuture<Void> looked() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        acts.add(() -> {
            guard(look);
            done.complete(null);
        });
        return done;
    }

    /** Asks the device something that belongs to no visit. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        acts.add(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException defect) {
                LOG.error("asking a device met a defect of the program", defect);
                answer.completeExceptionally(defect);
            }
        });
        return answer;
    }

    /** Tries the device for the staff, unless somebody is served by the time its turn has come. */
    CompletableFuture<Tested> test(Part part, BooleanSupplier idle, Supplier<Tested> test) {
        return ask(() -> idle.getAsBoolean() ? test.get() : new Tested(part, Tested.Finding.NOT_NOW));
    }

    private void carryOut(VisitId visit, Runnable act) {
        MDC.put("visit", visit.hex());
        try {
            act.run();
        } catch (LedgerUnavailable failure) {
            LOG.error("visit {}: a fact could not be recorded", visit, failure);
            posts.post(visit, new Event.LedgerFailed());
        } catch (RuntimeException defect) {
            LOG.error("visit {}: a defect of the program", visit, defect);
            posts.post(visit, new Event.DefectFound());
        } finally {
            MDC.remove("visit");
        }
    }

    private static void guard(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException defect) {
            LOG.error("looking at a device met a defect of the program", defect);
        }
    }

    /** Lets what was asked for come to its end, for so long. */
    void close(Duration atMost) {
        acts.add(() -> open = false);
        try {
            thread.join(atMost.toMillis());
            if (thread.isAlive()) {
                LOG.warn("{} is still at work after {}", thread.getName(), atMost);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
