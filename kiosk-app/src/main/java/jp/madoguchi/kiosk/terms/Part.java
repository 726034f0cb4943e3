package jp.madoguchi.kiosk.terms;

/** The parts of the world without which no document can be issued. */
public enum Part {
    CARD_READER,
    PRINTER,
    CASH,
    CENTER,
    LEDGER
}
