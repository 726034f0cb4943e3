package jp.madoguchi.devices.cash;

/** What keeps the cash unit from taking or giving money. */
public enum CashTrouble {
    /** The serial line cannot be opened or nobody answers on it. */
    UNREACHABLE,
    /** The hopper holds too little to give change. */
    NO_CHANGE,
    /** A coin is stuck, the acceptor or hopper reports a fault. */
    JAM,
    /** More coin events happened than the acceptor could report: the count is not to be trusted. */
    EVENTS_LOST,
    /** What is connected is not what the configuration says. */
    UNSUITABLE,
    /** The pay-out could not be recorded beforehand, so it was not made. */
    WITHHELD
}
