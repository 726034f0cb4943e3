package jp.madoguchi.kiosk.terms;

/** Why a new PIN is not given to the card. */
public enum PinFlaw {
    /** It was typed twice, and not alike. */
    UNLIKE,
    /** It is the old one. */
    UNCHANGED,
    /** It is one of those that are tried first. */
    WEAK
}
