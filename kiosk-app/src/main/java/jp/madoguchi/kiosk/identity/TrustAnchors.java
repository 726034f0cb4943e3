package jp.madoguchi.kiosk.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Sha256;

/** The CAs for user authentication whose cards this kiosk knows. Immutable, never empty. */
public final class TrustAnchors {
    /** The CAs that J-LIS published (利用者証明用認証局). A card of a generation that is missing here has an unknown issuer. */
    static final Set<Sha256> PUBLISHED = Set.of(
            // serial 01, 2015-10-20 to 2025-10-19
            new Sha256("4dcfc4ca0aaf9fb2a3081b3f0c991c320b3acc008667a341eeaec5af1d58ca7d"),
            // serial 06D18006, 2023-07-16 to 2033-07-15
            new Sha256("64114f29620c24ed2631d46476a040e7ee740d956089c00b036a6a8118c322b5"));

    private static final int KEY_CERT_SIGN = 5; // bit of keyUsage, RFC 5280 section 4.2.1.3

    private final Set<X509Certificate> certificates;
    private final boolean production;

    private TrustAnchors(Set<X509Certificate> certificates, boolean production) {
        this.certificates = certificates;
        this.production = production;
    }

    /**
     * Reads every certificate of every PEM file.
     *
     * @throws IOException when a file cannot be read
     * @throws CertificateException when one holds no certificate, or one that is no CA's
     */
    public static TrustAnchors load(List<Path> pemFiles) throws IOException, CertificateException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (Path file : pemFiles) {
            for (Certificate certificate : read(factory, file)) {
                certificates.add((X509Certificate) certificate);
            }
        }
        return of(certificates);
    }

    private static Collection<? extends Certificate> read(CertificateFactory factory, Path file)
            throws IOException, CertificateException {
        byte[] pem = Files.readAllBytes(file);
        try {
            Collection<? extends Certificate> read = factory.generateCertificates(new ByteArrayInputStream(pem));
            if (!read.isEmpty()) {
                return read;
            }
        } catch (CertificateException unreadable) {
            throw new CertificateException("no certificate in " + file, unreadable);
        }
        throw new CertificateException("no certificate in " + file);
    }

    /** @throws CertificateException when there is none, or one that is no CA's */
    public static TrustAnchors of(Set<X509Certificate> certificates) throws CertificateException {
        if (certificates.isEmpty()) {
            throw new CertificateException("no trust anchor");
        }
        boolean production = true;
        for (X509Certificate certificate : certificates) {
            if (!isAuthority(certificate)) {
                throw new CertificateException("not a CA: " + certificate.getSubjectX500Principal());
            }
            production &= PUBLISHED.contains(sha256(certificate));
        }
        return new TrustAnchors(Set.copyOf(certificates), production);
    }

    private static boolean isAuthority(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && usage != null && usage[KEY_CERT_SIGN];
    }

    private static Sha256 sha256(X509Certificate certificate) throws CertificateEncodingException {
        return Sha256.of(certificate.getEncoded());
    }

    Set<X509Certificate> certificates() {
        return certificates;
    }

    /** Whether every anchor is a published one. When not, the words TEST / 見本 must stand on screen and paper. */
    public boolean production() {
        return production;
    }
}
