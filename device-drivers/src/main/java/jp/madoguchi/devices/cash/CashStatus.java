package jp.madoguchi.devices.cash;

/** Whether money can be taken now. */
public sealed interface CashStatus {
    /** Coins can be taken.
     *
     * @param returnable the most that the unit is certain to be able to give back */
    record Ready(Yen returnable) implements CashStatus {}

    record NotReady(CashTrouble trouble, String detail) implements CashStatus {}
}
