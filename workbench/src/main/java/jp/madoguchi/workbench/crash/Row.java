package jp.madoguchi.workbench.crash;

import java.util.List;
import java.util.Optional;

/**
 * What came of one plan.
 *
 * @param number of the plan, in the campaign of its seed
 * @param stopped where the program was stopped; empty when it never came so far and was stopped after the visit
 * @param early where the start that settled it was stopped as well
 * @param outcome what the resident was left with
 * @param violations what must never be; empty when all is well
 */
public record Row(
        int number,
        Plan plan,
        Optional<String> stopped,
        Optional<String> early,
        String outcome,
        List<String> violations) {
    public Row {
        violations = List.copyOf(violations);
    }

    /** How often the program was stopped where it was meant to be. */
    public int stops() {
        return (stopped.isPresent() ? 1 : 0) + (early.isPresent() ? 1 : 0);
    }

    @Override
    public String toString() {
        return "#" + number + " " + plan + ": stopped at " + stopped.orElse("the end")
                + early.map(where -> ", then at " + where).orElse("") + ": " + outcome
                + (violations.isEmpty() ? "" : ": " + String.join("; ", violations));
    }
}
