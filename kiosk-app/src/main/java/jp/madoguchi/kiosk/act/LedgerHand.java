package jp.madoguchi.kiosk.act;

import java.time.Duration;
import java.util.Set;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.flow.Outcome;
import jp.madoguchi.kiosk.ledger.Closing;
import jp.madoguchi.kiosk.ledger.Fact;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;
import jp.madoguchi.kiosk.terms.VisitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the flow itself decides: claims, the latch, the end of a visit. */
final class LedgerHand implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerHand.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Desk desk;
    private final Worker worker;

    LedgerHand(Desk desk) {
        this.desk = desk;
        this.worker = new Worker("ledger", desk.posts(), LOOK, this::look);
    }

    void start() {
        worker.start();
    }

    void claim(VisitId visit, Yen owed) {
        worker.submit(visit, () -> {
            LOG.warn("visit {}: {} yen are owed, claim {}", visit, owed.amount(), visit.claimNumber());
            desk.ledger().record(visit, new Fact.Claimed(owed.amount()));
        });
    }

    void latch(VisitId visit, String check) {
        worker.submit(visit, () -> {
            LOG.error("visit {}: the service is latched off by {}", visit, check);
            desk.ledger().record(visit, new Fact.Latched(check));
        });
    }

    /** @param recorded is called when the end is durable */
    void finish(VisitId visit, Outcome outcome, Runnable recorded) {
        worker.submit(visit, () -> {
            Fact.Ended ended =
                    Closing.close(desk.ledger(), visit, outcome.reason().name());
            LOG.info("visit {} ended: {}", visit, ended);
            if (ended.inserted() != outcome.money().inserted().amount()
                    || ended.returned() != outcome.money().returned().amount()
                    || ended.owed() != outcome.money().owed().amount()) {
                LOG.error("visit {}: the ledger says {}, the flow {}", visit, ended, outcome.money());
            }
            recorded.run();
        });
    }

    private void look() {
        boolean sound = desk.ledger().sound();
        desk.posts().post(new Event.PartChanged(Part.LEDGER, sound ? Set.of() : Set.of(Obstacle.LEDGER_FAILED)));
    }

    @Override
    public void close() {
        worker.close();
    }
}
