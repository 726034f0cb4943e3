package jp.madoguchi.kiosk.staff;

import jp.madoguchi.kiosk.ledger.BoxAccount;

/** What came of filling, counting or emptying a box. Only {@link Done} and {@link Unread} have changed anything in the books. */
public sealed interface CashDeed {
    /**
     * @param difference yen that were found more than must have been there, or less; 0 when nothing was counted
     * @param now of the box
     */
    record Done(int difference, BoxAccount now) implements CashDeed {}

    /** Such coins or notes cannot be in this box, or fewer than none. */
    record NotThisMoney() implements CashDeed {}

    /** A resident pays, or a hopper was asked and has not answered: what is counted now is wrong by then. */
    record MoneyMoves() implements CashDeed {}

    /** It is in the ledger, which cannot be read now: what must be in the box is not known. Not to be told again. */
    record Unread() implements CashDeed {}

    /** The ledger cannot be written now. */
    record NotRecorded() implements CashDeed {}
}
