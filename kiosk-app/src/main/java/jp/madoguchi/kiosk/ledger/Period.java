package jp.madoguchi.kiosk.ledger;

import java.util.List;

/**
 * The sums of all facts from one closing to the next. They fit, or it cannot be made: what residents inserted is what came into the
 * boxes, what was returned is what the hoppers gave, what became open is what is open more, and the fees are what was kept.
 *
 * @param number counts the closings, from 1
 */
public record Period(int number, Takings takings, List<FeeLine> fees, Owing owing, List<BoxAccount> boxes) {
    public Period {
        fees = List.copyOf(fees);
        boxes = List.copyOf(boxes);
        fit(
                "inserted",
                takings.inserted(),
                boxes.stream().mapToInt(BoxAccount::in).sum());
        fit(
                "returned",
                takings.returned(),
                boxes.stream().mapToInt(BoxAccount::out).sum());
        fit("owed", takings.owed(), owing.opened());
        fit(
                "fees",
                takings.kept() + owing.covered(),
                fees.stream().mapToInt(FeeLine::yen).sum());
    }

    private static void fit(String what, int one, int other) {
        if (one != other) {
            throw new IllegalArgumentException(what + ": " + one + " yen here, " + other + " yen there");
        }
    }
}
