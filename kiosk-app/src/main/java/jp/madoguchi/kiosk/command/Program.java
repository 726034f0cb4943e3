package jp.madoguchi.kiosk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Set;
import jp.madoguchi.kiosk.health.Health;

/** The program that {@code run} runs; the composition root knows it. */
public interface Program {
    /** Returns when it has been told to stop and has stopped. */
    void runUntilStopped(Path config) throws Unusable, InterruptedException;

    /** A page that opens the screen of the program that runs with this configuration, once. */
    String sessionPage(Path config) throws Unusable, IOException;

    /** How the program is that runs with this configuration. */
    Health health(Path config) throws Unusable, IOException;

    /** With which keys the program that runs with this configuration speaks to the center. */
    KeysInUse keys(Path config) throws Unusable, IOException;

    /** The audit log of the program with this configuration, running or not. */
    AuditPlace audit(Path config) throws Unusable;

    /** By which certificates the kiosk of this configuration, and who issues them, are known. */
    Set<X509Certificate> kioskCertificates(Path config) throws Unusable;

    /**
     * Where an audit log is.
     *
     * @param kiosk whose it is
     */
    record AuditPlace(Path folder, String kiosk) {}

    /**
     * What the running program says of its keys.
     *
     * @param words one line
     * @param refused whether others lie there that it does not use
     */
    record KeysInUse(String words, boolean refused) {}

    /** It cannot start; the message is for the technician, a line for each problem. */
    final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unusable(String message) {
            super(message);
        }
    }
}
