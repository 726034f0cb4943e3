package jp.madoguchi.kiosk;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import jp.madoguchi.devices.print.PrintOutcome;
import jp.madoguchi.kiosk.act.KioskHands;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.ledger.LedgerTrouble;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.staff.DeskPrinter;
import jp.madoguchi.kiosk.staff.DeviceTests;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.visit.Timers;
import jp.madoguchi.kiosk.visit.VisitRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the ledger and sets the hands to work: none moves before all that earlier runs left is read. While the ledger cannot be used
 * the screen says why; what may pass is tried again.
 */
final class Beginning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final VisitRunner runner;
    private final Supplier<KioskHands> make;
    private final Timers timers;
    private final ExecutorService later = Executors.newSingleThreadExecutor(task -> new Thread(task, "beginning"));
    private volatile Optional<KioskHands> hands = Optional.empty();
    private Optional<LedgerTrouble> told = Optional.empty();

    /** @param make the hands, from an open ledger; nothing that it does may harm when it is done again */
    Beginning(Ledger ledger, VisitRunner runner, Timers timers, Supplier<KioskHands> make) {
        this.ledger = ledger;
        this.runner = runner;
        this.timers = timers;
        this.make = make;
    }

    /** Begins now if the ledger allows, and otherwise as soon as it does. */
    synchronized void begin() {
        if (later.isShutdown()) {
            return;
        }
        Optional<LedgerTrouble> trouble = attempt();
        trouble.ifPresent(this::wait);
    }

    private Optional<LedgerTrouble> attempt() {
        Optional<LedgerTrouble> trouble = ledger.open();
        if (trouble.isPresent()) {
            return trouble;
        }
        try {
            boolean latched = ledger.latched();
            KioskHands made = make.get();
            hands = Optional.of(made);
            runner.begin(made, latched);
            made.start();
            return Optional.empty();
        } catch (LedgerUnavailable refused) {
            return Optional.of(refused.trouble());
        }
    }

    /** Empty as long as the ledger cannot be used. Any thread; never blocks. */
    Optional<KioskHands> hands() {
        return hands;
    }

    private void wait(LedgerTrouble trouble) {
        if (!told.equals(Optional.of(trouble))) {
            told = Optional.of(trouble);
            LOG.error(
                    "{} [{}]: the ledger cannot be used, {}",
                    trouble.obstacle().code(),
                    trouble,
                    trouble.passes() ? "and is tried again" : "and is left as it is: docs/ledger.md says what to do");
            runner.post(new Event.PartChanged(Part.LEDGER, Set.of(trouble.obstacle())));
        }
        if (trouble.passes()) {
            timers.after(PAUSE, () -> later.execute(this::again));
        }
    }

    private void again() {
        try {
            begin();
        } catch (RuntimeException defect) { // what the first attempt would have told the technician
            LOG.error("the kiosk cannot begin, and tries again", defect);
            timers.after(PAUSE, () -> later.execute(this::again));
        }
    }

    /** Prints for the staff; before the hands are there nothing comes out. */
    DeskPrinter printer() {
        return (job, paper) -> hands.map(made -> made.print(job, paper))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        new PrintOutcome.NotPrinted(Set.of(), "the kiosk has not begun")));
    }

    /** The ledger has other counts of the hoppers; hands that come later read them by themselves. */
    void recount() {
        hands.ifPresent(KioskHands::recount);
    }

    /** The devices as the staff try them; before the hands are there nobody can. */
    DeviceTests devices() {
        return new DeviceTests() {
            @Override
            public CompletableFuture<Void> lookNow() {
                return hands.map(KioskHands::lookNow).orElseGet(() -> CompletableFuture.completedFuture(null));
            }

            @Override
            public CompletableFuture<Tested> test(Part part) {
                return hands.map(made -> made.test(part))
                        .orElseGet(() -> CompletableFuture.completedFuture(new Tested(part, Tested.Finding.SILENT)));
            }
        };
    }

    @Override
    public synchronized void close() {
        later.shutdown();
        hands.ifPresent(KioskHands::close);
    }
}
