package jp.madoguchi.devices.print;

/** What keeps a printer from printing, or will soon (IPP printer-state-reasons, severity suffix stripped). */
public enum PrinterTrouble {
    OUT_OF_PAPER,
    PAPER_LOW,
    OUT_OF_TONER,
    TONER_LOW,
    DOOR_OPEN,
    JAM,
    OUTPUT_FULL,
    /** Switched off line, paused or shut down. */
    OFFLINE,
    BUSY,
    /** Cannot print A4, on two sides, or the format we send. */
    UNSUITABLE,
    /** A reason this program has no word for; the log holds the printer's own. */
    OTHER
}
