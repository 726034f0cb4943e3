package jp.madoguchi.kiosk.terms;

/** What a resident can leave behind. */
public enum LeftItem {
    CARD,
    PAPER
}
