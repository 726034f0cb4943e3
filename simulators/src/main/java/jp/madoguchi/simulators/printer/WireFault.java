package jp.madoguchi.simulators.printer;

/** What goes wrong on the wire with one operation. */
public enum WireFault {
    /** The connection breaks before the printer has read the request: nothing happens. */
    LOSE_REQUEST,
    /** The printer acts, and the connection breaks before its answer. */
    LOSE_REPLY,
    /** The printer answers server-error-busy and does nothing. */
    BUSY
}
