package jp.madoguchi.kiosk.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Sha256;

/** The CAs whose certificates of one purpose this kiosk knows, and the algorithms that it accepts. Immutable, never empty. */
public final class TrustAnchors {
    /** The CAs that J-LIS published. A card of a generation that is missing here has an unknown issuer. */
    static final Map<Purpose, Set<Sha256>> PUBLISHED = Map.of(
            Purpose.USER_AUTHENTICATION,
            Set.of(
                    // serial 01, 2015-10-20 to 2025-10-19
                    new Sha256("4dcfc4ca0aaf9fb2a3081b3f0c991c320b3acc008667a341eeaec5af1d58ca7d"),
                    // serial 06D18006, 2023-07-16 to 2033-07-15
                    new Sha256("64114f29620c24ed2631d46476a040e7ee740d956089c00b036a6a8118c322b5")),
            Purpose.DIGITAL_SIGNATURE,
            Set.of(
                    // serial 01, 2015-10-20 to 2025-10-19
                    new Sha256("19645405a1fe14377434bd55957628ac4038557c542403a2243f21c706fc9355"),
                    // serial 067C6A21, 2023-07-16 to 2033-07-15
                    new Sha256("d227f6cde11d35c5252178f106f843d24651944975413b539fa2fb68dbfa365f")));

    private static final List<String> GENERATIONS = List.of("2015", "2023");

    private static final int KEY_CERT_SIGN = 5; // bit of keyUsage, RFC 5280 section 4.2.1.3

    private final Purpose purpose;
    private final Set<X509Certificate> certificates;
    private final Set<SignatureAlgorithm> algorithms;
    private final boolean production;

    private TrustAnchors(
            Purpose purpose,
            Set<X509Certificate> certificates,
            Set<SignatureAlgorithm> algorithms,
            boolean production) {
        this.purpose = purpose;
        this.certificates = certificates;
        this.algorithms = algorithms;
        this.production = production;
    }

    /**
     * Reads every certificate of every PEM file.
     *
     * @param algorithms with which these CAs and their cards may sign
     * @throws IOException when a file cannot be read
     * @throws CertificateException when one holds no certificate, and as {@link #of} does
     */
    public static TrustAnchors load(Purpose purpose, List<Path> pemFiles, Set<SignatureAlgorithm> algorithms)
            throws IOException, CertificateException {
        return of(purpose, PemFiles.certificates(pemFiles), algorithms);
    }

    /** The published ones, which the program carries with it. */
    public static TrustAnchors published(Purpose purpose) {
        String name = purpose == Purpose.USER_AUTHENTICATION ? "auth_ca_" : "sign_ca_";
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (String generation : GENERATIONS) {
                String file = name + generation + ".pem";
                try (InputStream pem = Objects.requireNonNull(TrustAnchors.class.getResourceAsStream(file), file)) {
                    certificates.add((X509Certificate) factory.generateCertificate(pem));
                }
            }
            return of(purpose, certificates, SignatureAlgorithm.USUAL);
        } catch (IOException | CertificateException broken) {
            throw new IllegalStateException("the program was packed without its trust anchors", broken);
        }
    }

    /**
     * @throws CertificateException when there is none; when one is no CA's, has a key that {@code algorithms} do not name, or is a
     *     published one of the other purpose; when published ones and others are mixed
     */
    public static TrustAnchors of(
            Purpose purpose, Set<X509Certificate> certificates, Set<SignatureAlgorithm> algorithms)
            throws CertificateException {
        if (certificates.isEmpty()) {
            throw new CertificateException("no trust anchor");
        }
        int published = 0;
        for (X509Certificate certificate : certificates) {
            if (!isAuthority(certificate)) {
                throw new CertificateException("not a CA: " + name(certificate));
            }
            if (algorithms.stream().noneMatch(each -> each.suits(certificate.getPublicKey()))) {
                throw new CertificateException("its key is of none of the accepted algorithms: " + name(certificate));
            }
            Optional<Purpose> known = publishedFor(certificate);
            if (known.isPresent() && known.get() != purpose) {
                throw new CertificateException("a published CA of the other purpose: " + name(certificate));
            }
            published += known.isPresent() ? 1 : 0;
        }
        if (published != 0 && published != certificates.size()) {
            throw new CertificateException("published CAs and others must not be trusted together");
        }
        return new TrustAnchors(purpose, Set.copyOf(certificates), Set.copyOf(algorithms), published != 0);
    }

    private static Optional<Purpose> publishedFor(X509Certificate certificate) throws CertificateEncodingException {
        Sha256 fingerprint = Sha256.of(certificate.getEncoded());
        return PUBLISHED.entrySet().stream()
                .filter(each -> each.getValue().contains(fingerprint))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().toString();
    }

    static boolean isAuthority(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && usage != null && usage[KEY_CERT_SIGN];
    }

    Purpose purpose() {
        return purpose;
    }

    Set<X509Certificate> certificates() {
        return certificates;
    }

    Set<SignatureAlgorithm> algorithms() {
        return algorithms;
    }

    /** Whether the anchors are published ones. When not, the words TEST / 見本 must stand on screen and paper. */
    public boolean production() {
        return production;
    }
}
