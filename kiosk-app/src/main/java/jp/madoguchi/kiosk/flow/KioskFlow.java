package jp.madoguchi.kiosk.flow;

import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Stage;

/**
 * Which table moves a visit: those who practise have {@link Practice}'s, everybody else {@link ResidentFlow}'s. Something real ends a
 * practice at once, and is then what it is while nobody is served; what ends every visit calls for a card that lies there, as it does
 * in every visit.
 */
public final class KioskFlow implements Flow {
    public static final Flow FLOW = new KioskFlow(Practice.TABLE);

    private static final Set<Class<? extends Event>> ENDS =
            Set.of(Event.Withdrawn.class, Event.LedgerFailed.class, Event.DefectFound.class);

    private final FlowTable practice;

    KioskFlow(FlowTable practice) {
        this.practice = practice;
    }

    /** Throws where something practised would reach the world. */
    @Override
    public Step apply(Visit visit, Event event) {
        Step step = table(visit, event).apply(moved(visit, event), event);
        if (isPractised(visit, event) && !step.effects().isEmpty()) {
            throw new IllegalStateException(
                    visit.stage() + " " + event.getClass().getSimpleName() + " is practised, and asks for an effect");
        }
        return step;
    }

    @Override
    public Optional<String> ignored(Visit visit, Event event) {
        return table(visit, event).ignored(moved(visit, event), event);
    }

    private FlowTable table(Visit visit, Event event) {
        return isPractised(visit, event) ? practice : ResidentFlow.TABLE;
    }

    private static Visit moved(Visit visit, Event event) {
        if (!practises(visit) || !Practice.isReal(event)) {
            return visit;
        }
        Visit left = Practice.left(visit);
        return left.card().present() && ENDS.contains(event.getClass()) ? left.at(Stage.PLACE_CARD) : left;
    }

    private static boolean isPractised(Visit visit, Event event) {
        return practises(visit) && !Practice.isReal(event);
    }

    private static boolean practises(Visit visit) {
        return visit.service() == Service.PRACTICE;
    }
}
