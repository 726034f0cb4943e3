package jp.madoguchi.workbench.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the steps that one run of the program comes to, first those of its start, then those of a visit, and says at which it
 * is to be stopped. Any thread.
 */
public final class Mark {
    private final Optional<Early> early;
    private final List<Step> seen = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private Optional<Step> wanted = Optional.empty();
    private Optional<Step> hit = Optional.empty();
    private boolean visiting;
    private int steps;

    /**
     * A stop while the program still settles what the last stop left.
     *
     * @param step from 1, whatever it is
     */
    public record Early(int step, Moment moment) {}

    private Mark(Optional<Early> early) {
        this.early = early;
    }

    /** Stops nothing before a visit begins. */
    public static Mark late() {
        return new Mark(Optional.empty());
    }

    /** Stops the start, if that comes so far. */
    public static Mark early(Early early) {
        return new Mark(Optional.of(early));
    }

    /**
     * A visit begins: from now on its steps count, and this one is to be hit.
     *
     * @return what was hit before: the program is being stopped there, unless it never gets that far
     */
    public synchronized Optional<Step> visit(Optional<Step> step) {
        Optional<Step> before = hit;
        hit = Optional.empty();
        visiting = true;
        wanted = step;
        counts.clear();
        seen.clear();
        return before;
    }

    /** A step is about to be done; answers its number among those of its name. */
    synchronized int begins(String name) {
        steps++;
        return counts.merge(name, 1, Integer::sum);
    }

    /** The number of the last step of this name that was begun. */
    synchronized int last(String name) {
        return counts.getOrDefault(name, 0);
    }

    /** Whether the program is to be stopped at this moment of the step; once at most. */
    synchronized boolean hits(String name, int nth, Moment moment) {
        Step step = new Step(name, nth, moment);
        seen.add(step);
        boolean now = hit.isEmpty() && (visiting ? wanted.equals(Optional.of(step)) : isEarly(moment));
        if (now) {
            hit = Optional.of(step);
        }
        return now;
    }

    /** A step that has no midst is stopped after it instead. */
    private boolean isEarly(Moment moment) {
        return early.filter(each -> steps == each.step() && moment.compareTo(each.moment()) >= 0)
                .isPresent();
    }

    /** Where it was stopped. */
    public synchronized Optional<Step> hit() {
        return hit;
    }

    /** Every moment of every step of the visit so far. */
    public synchronized List<Step> seen() {
        return List.copyOf(seen);
    }
}
