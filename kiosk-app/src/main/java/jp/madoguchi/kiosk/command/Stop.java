package jp.madoguchi.kiosk.command;

/** Ends a command with one line for the person who typed it. */
final class Stop extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    Stop(int code, String line) {
        super(line);
        this.code = code;
    }

    int code() {
        return code;
    }
}
