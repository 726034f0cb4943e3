package jp.madoguchi.simulators.cash;

/** What goes wrong on the bus with one message. */
public enum BusFault {
    /** The device never hears the command. */
    LOSE_REQUEST,
    /** The device acts, and the host never hears of it. */
    LOSE_REPLY,
    /** The device acts, and one bit of its reply is turned. */
    CORRUPT_REPLY
}
