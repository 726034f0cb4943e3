package jp.madoguchi.kiosk.ledger;

import java.util.List;

/**
 * The money of one visit as its facts tell it, in yen. What a hopper was asked for and never answered counts as not paid: it
 * is for people to settle. A note that was held and not stacked is not inserted. A fee is kept only for what was certainly printed.
 *
 * @param certain whether nobody doubts it: no hopper's part is unknown, and no money may have gone in uncounted
 */
public record Balance(int inserted, int kept, int returned, int owed, boolean certain) {
    /** Of a visit of which nothing more will be heard. */
    public static Balance of(List<Fact> facts) {
        int inserted = 0;
        int paidByHoppers = 0;
        int paidOut = 0;
        int fee = 0;
        boolean printed = false;
        boolean certain = OpenPayOut.in(facts).isEmpty();
        for (Fact fact : facts) {
            if (fact instanceof Fact.CoinInserted coin) {
                inserted += coin.yen();
            } else if (fact instanceof Fact.HopperPaid hopper) {
                paidByHoppers += hopper.yen();
                certain &= hopper.certain();
            } else if (fact instanceof Fact.PayOutEnded out) {
                paidOut += out.paid();
                certain &= out.certain();
            } else if (fact instanceof Fact.CashBroken broken) {
                certain &= !broken.uncounted();
            } else if (fact instanceof Fact.Ordered ordered) {
                fee = ordered.fee();
            } else if (fact instanceof Fact.PrintEnded print) {
                printed = print.result().equals("PRINTED");
            }
        }
        // Both tell of the same coins, in whatever order. Version 1 had no word for a single hopper, and a pay-out that
        // was
        // interrupted has none for its end.
        int returned = Math.max(paidByHoppers, paidOut);
        int kept = printed ? Math.min(fee, inserted - returned) : 0;
        return new Balance(inserted, kept, returned, inserted - returned - kept, certain);
    }

    /** What is to be claimed: what is owed, or the doubt whether it is more. */
    boolean open() {
        return owed > 0 || !certain;
    }
}
