package jp.madoguchi.kiosk.act;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.madoguchi.kiosk.flow.Event;
import jp.madoguchi.kiosk.ledger.Ledger;
import jp.madoguchi.kiosk.terms.VisitId;

/** What the hands told, in order; how their parts are is left out. */
final class Told implements Posts {
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile VisitId last = Ledger.NO_VISIT;

    @Override
    public void post(VisitId visit, Event event) {
        last = visit;
        events.add(event);
    }

    @Override
    public void post(Event event) {
        if (!(event instanceof Event.PartChanged)) {
            events.add(event);
        }
    }

    /** Whose the last event was that was told to one visit. */
    VisitId last() {
        return last;
    }

    /** The next event; waits for it. */
    Event next() throws InterruptedException {
        Event event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing was told");
        }
        return event;
    }
}
