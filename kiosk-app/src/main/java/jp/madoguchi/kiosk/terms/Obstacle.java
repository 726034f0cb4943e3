package jp.madoguchi.kiosk.terms;

/** Why the kiosk cannot serve anyone now. Each has words for the resident and a remedy for the staff. */
public enum Obstacle {
    /** The part has not answered yet since the program started. */
    NOT_ASKED_YET(""),
    NO_READER("CARD-11"),
    SEVERAL_READERS("CARD-12"),
    READER_SERVICE_DOWN("CARD-13"),
    PRINTER_UNREACHABLE("PRINT-12"),
    PRINTER_WRONG_CERTIFICATE("PRINT-13"),
    PRINTER_NOT_A_PRINTER("PRINT-14"),
    PRINTER_OUT_OF_PAPER("PRINT-01"),
    PRINTER_OUT_OF_TONER("PRINT-03"),
    PRINTER_DOOR_OPEN("PRINT-05"),
    PRINTER_JAM("PRINT-06"),
    PRINTER_OUTPUT_FULL("PRINT-07"),
    PRINTER_OFFLINE("PRINT-08"),
    PRINTER_BUSY("PRINT-09"),
    PRINTER_UNSUITABLE("PRINT-10"),
    PRINTER_OTHER("PRINT-11"),
    CASH_UNREACHABLE("CASH-01"),
    CASH_NO_CHANGE("CASH-02"),
    CASH_JAM("CASH-03"),
    CASH_NOTE_JAM("CASH-10"),
    CASH_EVENTS_LOST("CASH-04"),
    CASH_UNSUITABLE("CASH-05"),
    CENTER_UNREACHABLE(""),
    CENTER_UNTRUSTED(""),
    CENTER_CLOSED(""),
    /** The center would refuse every authentication. */
    CLOCK_WRONG(""),
    LEDGER_FAILED("M-90"),
    LEDGER_FULL("M-92"),
    LEDGER_LOCKED("M-93"),
    LEDGER_READ_ONLY("M-94"),
    /** Not to be trusted any more, lost, or no ledger at all. */
    LEDGER_DAMAGED("M-95"),
    LEDGER_NEWER("M-96"),
    /** Staff have stopped the service, to fill up paper or coins. */
    STOPPED_FOR_SUPPLIES(""),
    STOPPED_FOR_INSPECTION(""),
    STOPPED_FOR_REPAIR(""),
    /** Staff have stopped the service for a reason of the store's. */
    STOPPED_BY_STORE(""),
    /** The program, or the machine, is about to be started anew or switched off: no visit begins any more. */
    STOPPING("");

    private final String code;

    Obstacle(String code) {
        this.code = code;
    }

    /** The code of what is in the way: a device's as docs/failure-codes.md has it, the ledger's as docs/ledger.md; else empty. */
    public String code() {
        return code;
    }
}
