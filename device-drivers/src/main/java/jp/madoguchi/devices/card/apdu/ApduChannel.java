package jp.madoguchi.devices.card.apdu;

/** The line to one powered card. Belongs to one thread. A decorator of it carries one quirk. */
@FunctionalInterface
public interface ApduChannel {
    /**
     * Sends one command APDU exactly once and answers the card's response APDU, status word included.
     *
     * @param command the caller's; an implementation keeps no reference and logs nothing of it
     * @throws CardFaultException when no answer came: the card may or may not have carried the command out
     */
    byte[] transmit(byte[] command) throws CardFaultException;
}
