package jp.madoguchi.simulators.card;

/**
 * The cause of a CardException, as the JDK's own PCSCException is: its message is the name of the PC/SC error. (That
 * class is not accessible, so callers can only look at the message of the cause, there and here.)
 */
public final class PcscError extends Exception {
    private static final long serialVersionUID = 1;

    PcscError(String name) {
        super(name);
    }
}
