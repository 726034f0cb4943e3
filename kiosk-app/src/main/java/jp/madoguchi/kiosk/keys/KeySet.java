package jp.madoguchi.kiosk.keys;

import java.security.cert.X509Certificate;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.terms.Sha256;

/**
 * One state of the keys.
 *
 * @param mark tells it from any other; made of secrets too, so never shown
 * @param certificate that the kiosk shows
 */
public record KeySet(Sha256 mark, X509Certificate certificate, CenterAccess access) {
    @Override
    public String toString() {
        return "KeySet[" + access.kioskCertificate() + "]";
    }
}
