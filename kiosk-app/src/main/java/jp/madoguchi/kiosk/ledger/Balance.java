package jp.madoguchi.kiosk.ledger;

import java.util.List;

/**
 * The money of one visit as its facts tell it, in yen. What a hopper was asked for and never answered counts as not paid: it
 * is for people to settle. A note that was held and not stacked is not inserted. A fee is kept only for what was certainly printed.
 */
public record Balance(int inserted, int kept, int returned, int owed) {
    /** Of a visit of which nothing more will be heard. */
    public static Balance of(List<Fact> facts) {
        int inserted = 0;
        int returned = 0;
        int returning = 0;
        int fee = 0;
        boolean printed = false;
        for (Fact fact : facts) {
            if (fact instanceof Fact.CoinInserted coin) {
                inserted += coin.yen();
            } else if (fact instanceof Fact.HopperPaid hopper) {
                returning += hopper.yen();
            } else if (fact instanceof Fact.PayOutEnded out) {
                returned += out.paid(); // what its hoppers paid is in it
                returning = 0;
            } else if (fact instanceof Fact.Ordered ordered) {
                fee = ordered.fee();
            } else if (fact instanceof Fact.PrintEnded print) {
                printed = print.result().equals("PRINTED");
            }
        }
        returned += returning;
        int kept = printed ? Math.min(fee, inserted - returned) : 0;
        return new Balance(inserted, kept, returned, inserted - returned - kept);
    }
}
