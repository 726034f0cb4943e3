package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * Which user-authentication certificates are good: issued by one of the folder's {@code auth_ca*.pem}, valid now, made for
 * authentication, not in {@code revoked.txt}. Files are read at each check.
 *
 * <p>A line of {@code revoked.txt} is a serial in hex and, optionally, {@code suspended} or {@code unknown-yet};
 * {@code #} starts a comment.
 */
final class CardCertificates {
    private static final ASN1ObjectIdentifier AUTHENTICATION_POLICY =
            new ASN1ObjectIdentifier("1.2.392.200149.8.5.1.3.30");
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;
    private static final int LEAST_RSA_BITS = 2048;
    private static final Map<String, Reason> STATES = Map.of(
            "revoked", Reason.CERTIFICATE_REVOKED,
            "suspended", Reason.CERTIFICATE_SUSPENDED,
            "unknown-yet", Reason.CERTIFICATE_UNKNOWN_YET);

    private final Path dir;

    CardCertificates(Path dir) {
        this.dir = dir;
    }

    /** Empty when the certificate is good. */
    Optional<Reason> refusal(X509Certificate certificate, Instant now) throws IOException {
        Optional<X509Certificate> issuer = issuer(certificate);
        if (issuer.isEmpty()) {
            return Optional.of(Reason.CERTIFICATE_UNKNOWN_ISSUER);
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return Optional.of(Reason.CERTIFICATE_NOT_YET_VALID);
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())
                || now.isAfter(issuer.get().getNotAfter().toInstant())) {
            return Optional.of(Reason.CERTIFICATE_EXPIRED);
        }
        if (!isForAuthentication(certificate) || !keyIdentifiersAgree(certificate, issuer.get())) {
            return Optional.of(Reason.CERTIFICATE_UNSUITABLE);
        }
        return state(certificate.getSerialNumber());
    }

    /** Generations of one CA share a name, so only the signature tells the issuer. */
    private Optional<X509Certificate> issuer(X509Certificate certificate) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(dir, "auth_ca*.pem")) {
            for (Path file : files) {
                X509Certificate authority = CertificateFile.read(file);
                if (isAuthority(authority) && isSignedBy(certificate, authority)) {
                    return Optional.of(authority);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAuthority(X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        return authority.getBasicConstraints() >= 0 && usage != null && usage[KEY_CERT_SIGN];
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate authority) {
        if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isForAuthentication(X509Certificate certificate) throws IOException {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null
                && usage[DIGITAL_SIGNATURE]
                && !usage[KEY_CERT_SIGN]
                && certificate.getBasicConstraints() < 0
                && !certificate.hasUnsupportedCriticalExtension()
                && certificate.getPublicKey() instanceof RSAPublicKey key
                && key.getModulus().bitLength() >= LEAST_RSA_BITS
                && hasAuthenticationPolicy(certificate);
    }

    private static boolean hasAuthenticationPolicy(X509Certificate certificate) throws IOException {
        byte[] extension = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        if (extension == null) {
            return false;
        }
        CertificatePolicies policies = CertificatePolicies.fromExtensions(extensions(certificate));
        return Arrays.stream(policies.getPolicyInformation())
                .map(PolicyInformation::getPolicyIdentifier)
                .anyMatch(AUTHENTICATION_POLICY::equals);
    }

    /** RFC 5280 section 4.2.1.1: where both are there, they are the same. */
    private static boolean keyIdentifiersAgree(X509Certificate certificate, X509Certificate issuer) throws IOException {
        AuthorityKeyIdentifier authority = AuthorityKeyIdentifier.fromExtensions(extensions(certificate));
        SubjectKeyIdentifier subject = SubjectKeyIdentifier.fromExtensions(extensions(issuer));
        return authority == null
                || authority.getKeyIdentifierOctets() == null
                || subject == null
                || Arrays.equals(authority.getKeyIdentifierOctets(), subject.getKeyIdentifier());
    }

    private static Extensions extensions(X509Certificate certificate) throws IOException {
        try {
            return new JcaX509CertificateHolder(certificate).getExtensions();
        } catch (GeneralSecurityException e) {
            throw new Malformed("a certificate cannot be encoded");
        }
    }

    private Optional<Reason> state(BigInteger serial) throws IOException {
        for (String line : lines(dir.resolve("revoked.txt"))) {
            String[] words = line.replaceFirst("#.*", "")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .split("\\s+", 3);
            if (words[0].isEmpty()) {
                continue;
            }
            Reason state = STATES.get(words.length > 1 ? words[1] : "revoked");
            if (!words[0].matches("[0-9a-f]+") || state == null || words.length > 2) {
                throw new Malformed("revoked.txt has a line that is not: serial in hex [suspended|unknown-yet]");
            }
            if (new BigInteger(words[0], 16).equals(serial)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
