package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Changes keys while the service goes on: at each moment the old and the new one are both good. Announce, wait until every
 * kiosk has the new one, change, retire. Safe for many threads.
 */
public final class KeyRotation {
    private final CenterPki pki;
    private final CenterSettings settings;
    private final Set<String> retired = ConcurrentHashMap.newKeySet();

    KeyRotation(CenterPki pki, CenterSettings settings) {
        this.pki = pki;
        this.settings = settings;
    }

    /** {@code center-signer-ca.pem} holds two authorities from now on; the old one still signs. */
    public void announceSigner() throws IOException {
        pki.signers().announce(settings.clock().instant(), settings.random());
    }

    /** The new one signs. Throws when none was announced. */
    public void changeSigner() {
        pki.signers().change();
    }

    /** {@code center-signer-ca.pem} holds the new one alone. Throws when none was announced. */
    public void retireSigner() throws IOException {
        pki.signers().retire();
    }

    /** Writes {@code kiosk-next.p12}, with the password of {@code kiosk.p12}; both are good. */
    public void announceKiosk() throws IOException {
        pki.writeNextKiosk(settings.dir(), settings.kiosk(), settings.clock().instant(), settings.random());
    }

    /** @param certificate SHA-256 of the kiosk certificate that is refused from now on, in hex */
    public void retireKiosk(String certificate) {
        retired.add(certificate);
    }

    boolean isRetired(Kiosk peer) {
        return retired.contains(peer.certificate());
    }
}
