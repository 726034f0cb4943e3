package jp.madoguchi.kiosk.health;

import java.util.function.LongSupplier;
import java.util.function.ObjDoubleConsumer;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.visit.Screen;

/** How long visits stand at each stage, and how many begin; who practises is none. Belongs to the visit's thread. */
final class StageClock {
    private final LongSupplier nanoTime;
    private final Runnable begun;
    private final ObjDoubleConsumer<Stage> stood;
    private Visit visit;
    private long since;

    /**
     * Begins with what is shown.
     *
     * @param begun is called for every visit that somebody begins
     * @param stood is called with the seconds for which a visit stood at a stage where somebody is served
     */
    StageClock(Screen screen, LongSupplier nanoTime, Runnable begun, ObjDoubleConsumer<Stage> stood) {
        this.nanoTime = nanoTime;
        this.begun = begun;
        this.stood = stood;
        this.visit = screen.visit();
        this.since = nanoTime.getAsLong();
    }

    void follow(Screen screen) {
        Visit visitNow = screen.visit();
        boolean same = visitNow.id().equals(visit.id());
        if (same && visitNow.stage() == visit.stage() && visitNow.served() == visit.served()) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (visit.served()) {
            stood.accept(visit.stage(), (now - since) / 1e9);
        }
        if (visitNow.served() && !(same && visit.served())) {
            begun.run();
        }
        visit = visitNow;
        since = now;
    }
}
