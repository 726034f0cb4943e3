package jp.madoguchi.kiosk.flow;

import java.util.Optional;
import jp.madoguchi.kiosk.terms.Service;

/**
 * Which table moves a visit: those who practise have {@link Practice}'s, everybody else {@link ResidentFlow}'s. Something real ends a
 * practice at once, and is then what it is while nobody is served.
 */
public final class KioskFlow implements Flow {
    public static final Flow FLOW = new KioskFlow();

    private KioskFlow() {}

    @Override
    public Step apply(Visit visit, Event event) {
        return table(visit, event).apply(moved(visit, event), event);
    }

    @Override
    public Optional<String> ignored(Visit visit, Event event) {
        return table(visit, event).ignored(moved(visit, event), event);
    }

    private static FlowTable table(Visit visit, Event event) {
        return practises(visit) && !Practice.isReal(event) ? Practice.TABLE : ResidentFlow.TABLE;
    }

    private static Visit moved(Visit visit, Event event) {
        return practises(visit) && Practice.isReal(event) ? Practice.left(visit) : visit;
    }

    private static boolean practises(Visit visit) {
        return visit.service() == Service.PRACTICE;
    }
}
