package jp.madoguchi.kiosk.flow;

import java.util.Set;
import jp.madoguchi.devices.cash.CashOutcome;
import jp.madoguchi.devices.cash.Yen;

/**
 * The money of one visit, changed only by facts that the ledger holds. inserted = in hand + leaving + returned + owed at
 * every instant.
 *
 * @param takes which coins and notes the slots take, once they are open
 * @param leaving asked of the hopper and not answered yet
 * @param owed what the resident can claim: not paid out, or paid for something of which nobody can say whether it came
 * @param doubtful how much of what is owed may have come out already: the hoppers cannot say
 * @param uncounted whether more may have gone in than was counted
 */
public record Money(
        Set<Yen> takes, Yen inserted, Yen leaving, Yen returned, Yen owed, Yen doubtful, boolean uncounted) {
    public Money {
        takes = Set.copyOf(takes);
    }

    /** Without a doubt. */
    public Money(Set<Yen> takes, Yen inserted, Yen leaving, Yen returned, Yen owed) {
        this(takes, inserted, leaving, returned, owed, Yen.ZERO, false);
    }

    public static final Money NONE = new Money(Set.of(), Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO);

    /** What the kiosk holds of this visit and has not promised away. At the end of a visit: what it keeps. */
    public Yen inHand() {
        return inserted.minus(leaving).minus(returned).minus(owed);
    }

    Money taking(Set<Yen> now) {
        return new Money(now, inserted, leaving, returned, owed, doubtful, uncounted);
    }

    Money insert(Yen coin) {
        return new Money(takes, inserted.plus(coin), leaving, returned, owed, doubtful, uncounted);
    }

    /** The devices lost count: nobody knows whether this is all that went in. */
    Money miscounted() {
        return new Money(takes, inserted, leaving, returned, owed, doubtful, true);
    }

    Money leave(Yen amount) {
        return new Money(takes, inserted, leaving.plus(amount), returned, owed, doubtful, uncounted);
    }

    /** A pay-out has ended: what came out was returned; what did not, or may not have, is owed. */
    Money settle(CashOutcome outcome) {
        if (outcome instanceof CashOutcome.Paid paid) {
            return settle(paid.paid(), Yen.ZERO, Yen.ZERO);
        }
        if (outcome instanceof CashOutcome.Partial partial) {
            return settle(partial.paid(), partial.owed(), Yen.ZERO);
        }
        CashOutcome.Unknown unknown = (CashOutcome.Unknown) outcome;
        return settle(unknown.paid(), unknown.open(), unknown.uncertain());
    }

    private Money settle(Yen paid, Yen unpaid, Yen uncertain) {
        return new Money(
                takes,
                inserted,
                leaving.minus(paid).minus(unpaid),
                returned.plus(paid),
                owed.plus(unpaid),
                doubtful.plus(uncertain),
                uncounted);
    }

    Money owe(Yen amount) {
        return new Money(takes, inserted, leaving, returned, owed.plus(amount), doubtful, uncounted);
    }
}
