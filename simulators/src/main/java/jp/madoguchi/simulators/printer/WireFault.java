package jp.madoguchi.simulators.printer;

/** What goes wrong on the wire with one operation. */
public enum WireFault {
    /** The connection breaks before the printer has read the request: nothing happens. */
    LOSE_REQUEST,
    /** The connection breaks in the midst of the request's body: nothing happens. */
    CUT_REQUEST,
    /** The printer acts, and the connection breaks before its answer. */
    LOSE_REPLY,
    /** The printer acts, and the connection breaks in the midst of its answer. */
    CUT_REPLY,
    /** The printer acts, and what it answers is no IPP. */
    GARBLE_REPLY,
    /** The printer acts, and answers another request than this one. */
    WRONG_REPLY,
    /** The printer answers server-error-busy and does nothing. */
    BUSY,
    /** The printer's web server answers HTTP 503 and the printer does nothing. */
    HTTP_ERROR,
    /** The current fails before the printer acts, and is back at once: no answer, and it knows none of its jobs. */
    POWER_LOSS_BEFORE,
    /** The printer acts, and the current fails before its answer and is back at once. */
    POWER_LOSS_AFTER;

    /** Whether the printer does what was asked. */
    boolean acts() {
        return switch (this) {
            case LOSE_REPLY, CUT_REPLY, GARBLE_REPLY, WRONG_REPLY, POWER_LOSS_AFTER -> true;
            case LOSE_REQUEST, CUT_REQUEST, BUSY, HTTP_ERROR, POWER_LOSS_BEFORE -> false;
        };
    }
}
