package jp.madoguchi.kiosk.keys;

import java.security.cert.X509Certificate;
import jp.madoguchi.kiosk.center.CenterAccess;
import jp.madoguchi.kiosk.terms.Sha256;

/**
 * One state of the keys.
 *
 * @param mark tells it from any other; made of secrets too, so never shown
 * @param certificate that the kiosk shows
 * @param tlsTrust of the file of that name, as sha256sum has it
 * @param signerTrust likewise
 */
public record KeySet(
        Sha256 mark, X509Certificate certificate, Sha256 tlsTrust, Sha256 signerTrust, CenterAccess access) {
    @Override
    public String toString() {
        return "KeySet[" + access.kioskCertificate() + "]";
    }
}
