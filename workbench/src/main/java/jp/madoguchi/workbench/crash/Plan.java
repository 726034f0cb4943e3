package jp.madoguchi.workbench.crash;

import java.time.Duration;
import java.util.Optional;

/**
 * One stop: in which visit, where in it, and what else happens.
 *
 * @param step where; empty when it is at an instant
 * @param instant since the visit began; only without a step
 * @param early whether the start that settles it is stopped as well, and where
 */
public record Plan(
        Scenario scenario, Optional<Step> step, Duration instant, Mishap mishap, Optional<Mark.Early> early) {
    /** A device that has lost its current may not know what it took or paid last. */
    boolean mayDoubt() {
        return mishap == Mishap.POWER;
    }

    /** A printer that has lost its current forgets its jobs; of one that jams or does not answer nobody knows what came out. */
    boolean mayNotKnowPaper() {
        return mishap == Mishap.POWER || scenario.hidesPaper();
    }

    @Override
    public String toString() {
        return scenario + ", stopped at " + step.map(Step::toString).orElse(instant.toMillis() + " ms")
                + (mishap == Mishap.NONE ? "" : ", " + mishap)
                + early.map(each -> ", and again at step " + each.step() + " " + each.moment() + " of the start")
                        .orElse("");
    }
}
