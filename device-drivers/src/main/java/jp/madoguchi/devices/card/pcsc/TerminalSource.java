package jp.madoguchi.devices.card.pcsc;

import java.security.NoSuchAlgorithmException;
import javax.smartcardio.TerminalFactory;

/** Where card terminals come from. Asked again whenever the service went away. */
@FunctionalInterface
public interface TerminalSource {
    /** @throws NoSuchAlgorithmException while the service is down; a later call may succeed */
    TerminalFactory get() throws NoSuchAlgorithmException;

    /**
     * The PC/SC service of this machine. Never {@link TerminalFactory#getDefault}, which stays without terminals for the
     * life of the process when the service is down at its start.
     *
     * <p>Sets {@code sun.security.smartcardio.t1GetResponse} to false before the JDK reads it: else the JDK answers a
     * 6Cxx of the card by sending the command again with its last byte replaced, a VERIFY too. JPKI cards need no GET
     * RESPONSE.
     */
    static TerminalSource pcsc() {
        System.setProperty("sun.security.smartcardio.t1GetResponse", "false");
        return () -> TerminalFactory.getInstance("PC/SC", null);
    }
}
