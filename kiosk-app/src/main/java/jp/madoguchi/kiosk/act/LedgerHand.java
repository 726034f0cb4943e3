package jp.madoguchi.kiosk.act;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Outcome;
import jp.madoguchi.kiosk.health.Owed;
import jp.madoguchi.kiosk.health.Pulse;
import jp.madoguchi.kiosk.ledger.Balance;
import jp.madoguchi.kiosk.ledger.Claim;
import jp.madoguchi.kiosk.ledger.Claims;
import jp.madoguchi.kiosk.ledger.Closing;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.ledger.LedgerTrouble;
import jp.madoguchi.kiosk.ledger.LedgerUnavailable;
import jp.madoguchi.kiosk.staff.Tested;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the flow itself decides: claims and the end of a visit. What the ledger refuses is tried again. */
final class LedgerHand implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerHand.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** Of writing one fact after the other on a slow disk. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final long UNCOUNTED = -1;
    private final Desk desk;
    private final OldVisits old;
    private final Worker worker;
    private final Unwritten unwritten;
    private final StatusLog told = new StatusLog("ledger");
    private final Deque<Runnable> unfinished = new ArrayDeque<>();

    /** After how many facts of this run the claims were last counted. */
    private long counted = UNCOUNTED;

    LedgerHand(Desk desk, OldVisits old) {
        this.desk = desk;
        this.old = old;
        this.unwritten = desk.unwritten();
        this.worker = new Worker("ledger", desk.posts(), LOOK, this::look);
    }

    void start() {
        worker.start();
    }

    Pulse pulse() {
        return worker.pulse(LONGEST);
    }

    void claim(VisitId visit, Yen owed) {
        worker.submit(visit, () -> {
            LOG.warn("visit {}: {} yen are owed, claim {}", visit, owed.amount(), visit.claimNumber());
            unfinished.add(() -> {
                boolean certain = Balance.of(desk.ledger().facts(visit)).certain();
                desk.ledger().record(visit, new Fact.Claimed(owed.amount(), certain));
            });
            finishAll();
        });
    }

    /** @param recorded is called when the new end is durable, which may be later than now */
    void closeAnew(VisitId visit, Runnable recorded) {
        worker.submit(visit, () -> {
            unfinished.add(() -> {
                Closing.closeAnew(desk.ledger(), visit);
                recorded.run();
            });
            finishAll();
        });
    }

    /** @param recorded is called when the end is durable, which may be later than now */
    void finish(VisitId visit, Outcome outcome, Runnable recorded) {
        worker.submit(visit, () -> {
            unfinished.add(() -> {
                close(visit, outcome);
                recorded.run();
            });
            finishAll();
        });
    }

    /** What the ledger refuses is written as soon as it no longer does; what the other hands have to tell comes first. */
    private void finishAll() {
        unwritten.write();
        while (!unfinished.isEmpty()) {
            unfinished.element().run();
            unfinished.remove();
        }
    }

    private void close(VisitId visit, Outcome outcome) {
        Fact.Ended ended = Closing.close(desk.ledger(), visit, outcome.reason().name());
        LOG.info("visit {} ended: {}", visit, ended);
        if (ended.inserted() != outcome.money().inserted().amount()
                || ended.returned() != outcome.money().returned().amount()
                || ended.owed() != outcome.money().owed().amount()) {
            LOG.error("visit {}: the ledger says {}, the flow {}", visit, ended, outcome.money());
        }
    }

    CompletableFuture<Void> looked() {
        return worker.looked();
    }

    CompletableFuture<Tested> test(BooleanSupplier idle) {
        return worker.test(
                Part.LEDGER,
                idle,
                () -> desk.ledger()
                        .trouble()
                        .map(trouble -> new Tested(Part.LEDGER, Tested.Finding.IN_THE_WAY, Set.of(trouble.obstacle())))
                        .orElseGet(() -> new Tested(Part.LEDGER, Tested.Finding.LEDGER_WRITES)));
    }

    private void look() {
        Optional<LedgerTrouble> trouble = trouble();
        told.now(trouble.map(LedgerTrouble::name).orElse("sound"));
        tellOwed();
        desk.posts()
                .post(new Event.PartChanged(
                        Part.LEDGER,
                        trouble.map(LedgerTrouble::obstacle).map(Set::of).orElse(Set.of())));
    }

    /** What is owed changes with what is recorded, and with nothing else. */
    private void tellOwed() {
        long now = desk.ledger().recorded();
        if (now == counted) {
            return;
        }
        try {
            desk.vitals().owed(owed(new Claims(desk.ledger()).open()));
            counted = now;
        } catch (LedgerUnavailable refused) { // told above; it is counted again when it can be read
            counted = UNCOUNTED;
        }
    }

    private static Owed owed(List<Claim> open) {
        return new Owed(open.size(), open.stream().mapToInt(Claim::owed).sum(), (int)
                open.stream().filter(claim -> !claim.certain()).count());
    }

    /** It is ready for others when all that has happened is in it, and room for more. */
    private Optional<LedgerTrouble> trouble() {
        try {
            finishAll();
            Optional<LedgerTrouble> trouble = desk.ledger().trouble();
            if (trouble.isEmpty()) {
                old.look();
            }
            return trouble;
        } catch (LedgerUnavailable refused) {
            return Optional.of(refused.trouble());
        }
    }

    @Override
    public void close() {
        worker.close(StopTimes.LEDGER);
    }
}
