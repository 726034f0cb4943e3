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
    @Override
    public String toString() {
        return scenario + ", stopped at " + step.map(Step::toString).orElse(instant.toMillis() + " ms")
                + (mishap == Mishap.NONE ? "" : ", " + mishap)
                + early.map(each -> ", and again at step " + each.step() + " " + each.moment() + " of the start")
                        .orElse("");
    }
}
