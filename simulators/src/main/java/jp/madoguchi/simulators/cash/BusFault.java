package jp.madoguchi.simulators.cash;

/** What goes wrong on the bus with one message. */
public enum BusFault {
    /** The device never hears the command. */
    LOSE_REQUEST,
    /** The device acts, and the host never hears of it. */
    LOSE_REPLY,
    /** The device acts, and one bit of its reply is turned. */
    CORRUPT_REPLY,
    /** The device acts and answers when the host has long given up. */
    LATE_REPLY,
    /** The device's current fails before it hears the command; it is back at once. */
    RESET_BEFORE,
    /** The device acts, then its current fails and comes back: no answer, and what it was doing has ended. */
    RESET_AFTER,
    /** The device does not act and answers nothing more until it is revived. */
    DEAD,
    /** The line is cut before the command arrives. It can be opened again at once. */
    CUT_BEFORE,
    /** The device acts, and the line is cut before its answer. It can be opened again at once. */
    CUT_AFTER
}
