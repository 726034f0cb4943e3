package jp.madoguchi.kiosk.health;

import java.util.function.LongSupplier;
import java.util.function.ObjDoubleConsumer;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.terms.VisitId;
import jp.madoguchi.kiosk.visit.Screen;

/** How long visits stand at each stage, and how many begin. Belongs to the visit's thread. */
final class StageClock {
    private final LongSupplier nanoTime;
    private final Runnable begun;
    private final ObjDoubleConsumer<Stage> stood;
    private VisitId visit;
    private Stage stage;
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
        this.visit = screen.visit().id();
        this.stage = screen.visit().stage();
        this.since = nanoTime.getAsLong();
    }

    void follow(Screen screen) {
        VisitId visitNow = screen.visit().id();
        Stage stageNow = screen.visit().stage();
        if (visitNow.equals(visit) && stageNow == stage) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (!stage.idle()) {
            stood.accept(stage, (now - since) / 1e9);
        }
        if (!stageNow.idle() && (stage.idle() || !visitNow.equals(visit))) {
            begun.run();
        }
        visit = visitNow;
        stage = stageNow;
        since = now;
    }
}
