package jp.madoguchi.devices.card;

/** Why a card could not be used. Each is shown to the resident in words of its own. */
public enum CardFailure {
    /** The card left the reader. */
    REMOVED,
    /** The card does not power up: skewed, too slow, or not a chip card. */
    UNRESPONSIVE,
    /** The card answered what its specification does not allow. */
    GARBLED,
    /** Another program reset the card while it was ours. */
    RESET,
    /** The reader or the PC/SC service went away. */
    READER_GONE
}
