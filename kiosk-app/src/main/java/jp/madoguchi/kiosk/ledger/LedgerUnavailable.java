package jp.madoguchi.kiosk.ledger;

/**
 * The fact is not durable, so the act that it announces must not be done. The one exception that stands for something the
 * world can cause (a full or broken disk): it has to stop device code from the inside of its witness. Caught by the hands.
 */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LedgerTrouble trouble;

    LedgerUnavailable(LedgerTrouble trouble, String what, Throwable cause) {
        super(what + ": " + trouble + ": " + cause.getMessage(), cause);
        this.trouble = trouble;
    }

    LedgerUnavailable(LedgerTrouble trouble, String what) {
        super(what + ": " + trouble);
        this.trouble = trouble;
    }

    public LedgerTrouble trouble() {
        return trouble;
    }
}
