package jp.madoguchi.kiosk.keys;

/** What lies there cannot be used; the message is one line for the operator, names the file, and tells no secret. */
public final class KeysUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    public KeysUnusable(String message) {
        super(message, null, false, false); // an outcome, not a defect: no stack trace
    }
}
