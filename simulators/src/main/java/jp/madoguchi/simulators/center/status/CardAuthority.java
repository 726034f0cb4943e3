package jp.madoguchi.simulators.center.status;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * One generation of the CA that issues cards.
 *
 * @param key empty for a CA whose cards were made elsewhere: it then publishes no CRL here
 */
public record CardAuthority(X509Certificate certificate, Optional<PrivateKey> key) {
    @Override
    public String toString() {
        return "CardAuthority[" + certificate.getSerialNumber().toString(16) + "]";
    }
}
