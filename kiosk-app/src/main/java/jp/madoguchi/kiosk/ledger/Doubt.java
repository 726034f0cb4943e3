package jp.madoguchi.kiosk.ledger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What only people can find out of a claim, because a device could not say it. */
public enum Doubt {
    /** Which sheets came out. */
    PAPER,
    /** How many coins a hopper paid. */
    COINS_PAID,
    /** Whether money went in that nobody counted. */
    MONEY_IN;

    /** In the order in which the facts were told; what was told before a settlement is doubted no more. */
    static Set<Doubt> in(List<Fact> facts) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        boolean asked = false;
        for (Fact fact : facts) {
            if (fact instanceof Fact.PayOutIntended) {
                asked = true;
            } else if (fact instanceof Fact.HopperPaid paid) {
                asked = false;
                add(doubts, COINS_PAID, !paid.certain());
            } else if (fact instanceof Fact.PayOutEnded ended) {
                asked = false;
                add(doubts, COINS_PAID, !ended.certain());
            } else if (fact instanceof Fact.CashBroken broken) {
                add(doubts, MONEY_IN, broken.uncounted());
            } else if (fact instanceof Fact.PrintIntended) {
                doubts.add(PAPER);
            } else if (fact instanceof Fact.PrintEnded ended && !ended.result().equals("UNKNOWN")) {
                doubts.remove(PAPER);
            } else if (fact instanceof Fact.ClaimSettled) {
                doubts.clear();
            }
        }
        add(doubts, COINS_PAID, asked);
        return doubts;
    }

    /** Whether it was said that people are to find out what went in since the slots were opened last, settled or not. */
    public static boolean ofMoneyIn(List<Fact> facts) {
        boolean doubt = false;
        for (Fact fact : facts) {
            if (fact instanceof Fact.SlotsOpened) {
                doubt = false;
            } else if (fact instanceof Fact.CashBroken broken) {
                doubt |= broken.uncounted();
            }
        }
        return doubt;
    }

    private static void add(Set<Doubt> doubts, Doubt doubt, boolean there) {
        if (there) {
            doubts.add(doubt);
        }
    }
}
