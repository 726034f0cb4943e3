package jp.madoguchi.kiosk.ledger;

import java.util.List;

/** What people have put right of one visit, in yen, all its settlements together. */
record Settled(int times, int all, int refunded, int covered) {
    static Settled of(List<Fact> facts) {
        Settled sum = new Settled(0, 0, 0, 0);
        for (Fact fact : facts) {
            if (fact instanceof Fact.ClaimSettled one) {
                sum = new Settled(
                        sum.times + 1,
                        sum.all + one.settled(),
                        sum.refunded + one.refunded(),
                        sum.covered + one.covered());
            }
        }
        return sum;
    }

    int voided() {
        return all - refunded - covered;
    }
}
