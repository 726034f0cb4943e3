package jp.madoguchi.devices.cash;

/** What happened at the coin slot. */
public sealed interface CashEvent {
    /**
     * A coin fell into the machine: the resident's money is ours to account for.
     *
     * @param counter the acceptor's event counter at this credit
     */
    record Inserted(Yen coin, int counter) implements CashEvent {}

    /** A coin was handed back by the acceptor; no money changed hands. */
    record Rejected(int code) implements CashEvent {}

    /** Something broke while coins were being taken. No more are taken. */
    record Broken(CashTrouble trouble, String detail) implements CashEvent {}
}
