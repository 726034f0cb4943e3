package jp.madoguchi.kiosk.terms;

/** Why the kiosk cannot serve anyone now. Each has words for the resident and a remedy for the staff. */
public enum Obstacle {
    /** The part has not answered yet since the program started. */
    NOT_ASKED_YET,
    NO_READER,
    SEVERAL_READERS,
    READER_SERVICE_DOWN,
    PRINTER_UNREACHABLE,
    PRINTER_OUT_OF_PAPER,
    PRINTER_OUT_OF_TONER,
    PRINTER_DOOR_OPEN,
    PRINTER_JAM,
    PRINTER_OUTPUT_FULL,
    PRINTER_OFFLINE,
    PRINTER_BUSY,
    PRINTER_UNSUITABLE,
    PRINTER_OTHER,
    CASH_UNREACHABLE,
    CASH_NO_CHANGE,
    CASH_JAM,
    CASH_EVENTS_LOST,
    CASH_UNSUITABLE,
    CENTER_UNREACHABLE,
    CENTER_UNTRUSTED,
    CENTER_CLOSED,
    /** The center would refuse every authentication. */
    CLOCK_WRONG,
    LEDGER_FAILED
}
