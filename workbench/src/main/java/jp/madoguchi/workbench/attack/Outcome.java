package jp.madoguchi.workbench.attack;

import java.util.List;

/**
 * What came of one attack.
 *
 * @param came for each kiosk that was attacked, in words
 * @param violations what must never be; empty when the attack came to what it must
 * @param milliseconds that the row took, with what went before and the next resident
 */
public record Outcome(Attack attack, List<String> came, List<String> violations, long milliseconds) {
    public Outcome {
        came = List.copyOf(came);
        violations = List.copyOf(violations);
    }

    static String heading() {
        return "| n | Hostile | Attack | From | Must | Came |\n|---|---|---|---|---|---|";
    }

    /** A line of the table. */
    String row(int n) {
        return String.format(
                "| %d | %s | %s | %s | %s | %s |",
                n,
                attack.hostile().words(),
                attack.name(),
                attack.from(),
                attack.must(),
                violations.isEmpty() ? "so" : "**" + String.join("; ", violations) + "**");
    }

    @Override
    public String toString() {
        return attack + " → " + String.join(", ", came) + (violations.isEmpty() ? "" : " BUT " + violations);
    }
}
