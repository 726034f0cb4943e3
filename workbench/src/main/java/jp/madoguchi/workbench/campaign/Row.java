package jp.madoguchi.workbench.campaign;

import java.util.List;

/**
 * What came of one strike.
 *
 * @param struck the exchange that was hit; {@code -} when the visit never came so far
 * @param end the reason on the last screen
 * @param violations what must never be; empty when all is well
 */
public record Row(Strike strike, String struck, String end, String money, String paper, List<String> violations) {
    public Row {
        violations = List.copyOf(violations);
    }

    /** Whether the blow fell at all. */
    public boolean fell() {
        return !struck.equals("-");
    }

    /** Whether it came out as a visit does that nothing strikes. */
    boolean undisturbed() {
        return end.equals("delivered") && violations.isEmpty();
    }

    static String heading() {
        return String.format(
                "%-10s %4s  %-28s %-24s %-24s %-32s %-22s %s",
                "device", "n", "blow", "exchange", "ended as", "yen", "paper", "violations");
    }

    @Override
    public String toString() {
        return String.format(
                "%-10s %4d  %-28s %-24s %-24s %-32s %-22s %s",
                strike.where(),
                strike.exchange(),
                strike.blow().words(),
                struck,
                end,
                money,
                paper,
                violations.isEmpty() ? "none" : String.join("; ", violations));
    }
}
