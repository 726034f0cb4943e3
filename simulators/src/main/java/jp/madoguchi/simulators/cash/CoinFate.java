package jp.madoguchi.simulators.cash;

/** Where a dropped coin ended. */
public enum CoinFate {
    /** In the cash box, and credited on the bus. */
    ACCEPTED,
    /** Fell through to the return tray. */
    RETURNED
}
