package jp.madoguchi.kiosk.identity;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;

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

    /** As it was on a day on which {@code issuer} published: of its lists that day's alone. */
    Repository at(Instant published, X500Principal issuer) {
        return new Repository(
                certificates,
                lists.stream()
                        .filter(list -> !list.getIssuerX500Principal().equals(issuer)
                                || list.getThisUpdate().toInstant().equals(published))
                        .toList());
    }
}
