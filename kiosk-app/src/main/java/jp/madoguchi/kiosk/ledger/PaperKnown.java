package jp.madoguchi.kiosk.ledger;

import java.util.List;

/** What is known of the document of a visit. */
public enum PaperKnown {
    /** None was sent to the printer, or it is certain that no side came out. */
    NOT_PRINTED,
    /** All of it came out. */
    PRINTED,
    /** Some of it may have. */
    UNKNOWN;

    static PaperKnown of(List<Fact> facts) {
        PaperKnown known = NOT_PRINTED;
        for (Fact fact : facts) {
            if (fact instanceof Fact.PrintIntended) {
                known = UNKNOWN;
            } else if (fact instanceof Fact.PrintEnded ended) {
                known = valueOf(ended.result());
            }
        }
        return known;
    }
}
