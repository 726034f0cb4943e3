package jp.madoguchi.kiosk.terms;

import java.util.Locale;

/** Visit id: 16 random bytes of the kiosk as 32 lower-case hex digits. */
public record VisitId(String hex) {
    public VisitId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("not 32 hex digits");
        }
    }

    /** What stands on screen and slip when money is owed; enough to find the visit in the ledger: {@code 0F3A-91C2}. */
    public String claimNumber() {
        String start = hex.substring(0, 8).toUpperCase(Locale.ROOT);
        return start.substring(0, 4) + "-" + start.substring(4);
    }

    @Override
    public String toString() {
        return hex;
    }
}
