package jp.madoguchi.kiosk.command;

/** Exit codes of every command. */
public final class Exit {
    public static final int DONE = 0;
    /** A defect of the program; the log has it. */
    public static final int DEFECT = 1;

    public static final int USAGE = 2;
    public static final int CONFIGURATION = 3;
    /** The device, or the service in front of it, does not answer; or the pattern does not name one reader. */
    public static final int NO_DEVICE = 4;

    public static final int NO_CARD = 5;
    /** A card is there and cannot be used; or the device answers and is not ready. */
    public static final int NOT_USABLE = 6;

    public static final int PIN_REFUSED = 7;

    /** The audit log is not what was written. */
    public static final int ALTERED = 8;

    private Exit() {}
}
