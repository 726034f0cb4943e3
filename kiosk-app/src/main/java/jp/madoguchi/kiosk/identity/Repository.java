package jp.madoguchi.kiosk.identity;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the CAs of the older PKI published (リポジトリ). Nothing of it is trusted for being here.
 *
 * @param certificates their own and those in which they certify each other
 * @param lists of the certificates that they revoked
 */
public record Repository(List<X509Certificate> certificates, List<X509CRL> lists) {
    public Repository {
        certificates = List.copyOf(certificates);
        lists = List.copyOf(lists);
    }
}
