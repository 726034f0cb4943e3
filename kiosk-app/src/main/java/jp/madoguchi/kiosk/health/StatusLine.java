package jp.madoguchi.kiosk.health;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.kiosk.terms.Slug;

/** Health in one line for whoever types {@code systemctl status}. */
final class StatusLine {
    private StatusLine() {}

    /** {@code closed: printer-jam; 1 claim (300 yen)}. */
    static String of(Health health) {
        List<String> parts = new ArrayList<>();
        parts.add(first(health));
        if (health.owed().claims() > 0) {
            parts.add(health.owed().claims() + (health.owed().claims() == 1 ? " claim" : " claims") + " ("
                    + health.owed().yen() + " yen)");
        }
        if (health.paper() == Level.LOW) {
            parts.add("paper low");
        }
        if (health.toner() == Level.LOW) {
            parts.add("toner low");
        }
        if (!health.audit().written()) {
            parts.add("the audit log is not written");
        }
        return String.join("; ", parts);
    }

    private static String first(Health health) {
        String state = health.state().words().en();
        return switch (health.state()) {
            case STUCK -> state + ": " + String.join(", ", health.stuckInOrder());
            case CLOSED ->
                state + ": " + health.obstacles().stream().map(Slug::of).collect(Collectors.joining(", "));
            case SERVING -> state + ": " + health.stage().slug();
            case STARTING, READY, LATCHED -> state;
        };
    }
}
