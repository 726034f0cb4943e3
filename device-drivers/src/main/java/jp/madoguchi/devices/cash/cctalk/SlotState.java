package jp.madoguchi.devices.cash.cctalk;

/** What is known of a slot. */
enum SlotState {
    /** Not asked yet, or it stopped answering while it was shut. */
    UNKNOWN,
    SHUT,
    OPEN,
    /** To be shut, and not yet known to be. */
    CLOSING
}
