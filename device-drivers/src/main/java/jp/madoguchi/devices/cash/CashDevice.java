package jp.madoguchi.devices.cash;

/** What takes money. Each counts its own events. */
public enum CashDevice {
    /** The coin acceptor. */
    COIN,
    /** The bill validator. */
    BILL
}
