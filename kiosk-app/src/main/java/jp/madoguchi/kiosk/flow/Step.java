package jp.madoguchi.kiosk.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * What a move answers.
 *
 * @param over whether this visit is over once the effects are under way; the next one then waits under a new id
 */
public record Step(Visit next, List<Effect> effects, boolean over) {
    public Step {
        effects = List.copyOf(effects);
    }

    /** Asks nothing of the outside world. */
    static Step to(Visit next) {
        return new Step(next, List.of(), false);
    }

    /** As {@link #to(Visit)}. */
    static Step over(Visit last) {
        return new Step(last, List.of(), true);
    }

    static Step to(Visit next, Effect... effects) {
        return new Step(next, List.of(effects), false);
    }

    static Step over(Visit last, Effect... effects) {
        return new Step(last, List.of(effects), true);
    }

    Step and(Effect... more) {
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(List.of(more));
        return new Step(next, all, over);
    }
}
