package jp.madoguchi.kiosk.terms;

/** The parts of the world without which no document can be issued. */
public enum Part {
    CARD_READER,
    PRINTER,
    CASH,
    CENTER,
    LEDGER,
    /** The people who run the kiosk: they can stop the service, and the program is about to end only when they or the operator say so. */
    STAFF
}
