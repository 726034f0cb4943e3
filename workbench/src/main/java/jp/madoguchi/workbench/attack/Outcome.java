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
        return Attacks.heading() + " Came |\n|---|---|---|---|---|---|";
    }

    /** A line of the table. */
    String row(int n) {
        String came = violations.isEmpty() ? "so" : "**" + String.join("; ", violations) + "**";
        return attack.row(n) + " " + came + " |";
    }

    @Override
    public String toString() {
        return attack + " → " + String.join(", ", came) + (violations.isEmpty() ? "" : " BUT " + violations);
    }
}
