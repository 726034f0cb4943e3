package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import jp.madoguchi.kiosk.identity.CardCertificate.Expired;
import jp.madoguchi.kiosk.identity.CardCertificate.NotYetValid;
import jp.madoguchi.kiosk.identity.CardCertificate.UnknownIssuer;
import jp.madoguchi.kiosk.identity.CardCertificate.Unsuitable;
import jp.madoguchi.kiosk.identity.CardCertificate.Valid;
import jp.madoguchi.kiosk.terms.Sha256;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * Examines user-authentication certificates (利用者証明用電子証明書) against JPKI's profile and the configured CAs. Immutable; safe
 * for use by several threads. Asks no validity service: revocation is the center's to know.
 */
@CheckReturnValue
public final class UserAuthenticationProfile {
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.392.200149.8.5.1.3.30");
    private static final int SMALLEST_KEY = 2048;
    private static final int DIGITAL_SIGNATURE = 0; // bits of keyUsage, RFC 5280 section 4.2.1.3
    private static final int KEY_CERT_SIGN = 5;

    private final TrustAnchors anchors;
    private final Clock clock;

    public UserAuthenticationProfile(TrustAnchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /** Examines a certificate as the card gave it. */
    public CardCertificate examine(byte[] der) {
        Optional<X509Certificate> decoded = decode(der);
        if (decoded.isEmpty()) {
            return new Unsuitable(CertificateFlaw.ENCODING);
        }
        X509Certificate certificate = decoded.get();
        Optional<X509Certificate> issuer = issuer(certificate);
        if (issuer.isEmpty()) {
            return new UnknownIssuer();
        }
        Optional<CertificateFlaw> flaw = flaw(certificate, issuer.get());
        return flaw.isPresent() ? new Unsuitable(flaw.get()) : atThisInstant(certificate, issuer.get(), der);
    }

    private static Optional<X509Certificate> decode(byte[] der) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return Arrays.equals(certificate.getEncoded(), der) ? Optional.of(certificate) : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** Several generations of the CA share one name, so the signature decides, and the CA's copy on the card is never asked. */
    private Optional<X509Certificate> issuer(X509Certificate certificate) {
        return anchors.certificates().stream()
                .filter(anchor -> isIssuedBy(anchor, certificate))
                .findFirst();
    }

    private static boolean isIssuedBy(X509Certificate anchor, X509Certificate certificate) {
        if (!anchor.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(anchor.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Optional<CertificateFlaw> flaw(X509Certificate certificate, X509Certificate issuer) {
        if (!hasUsableKey(certificate)) {
            return Optional.of(CertificateFlaw.PUBLIC_KEY);
        }
        if (certificate.hasUnsupportedCriticalExtension()) {
            return Optional.of(CertificateFlaw.CRITICAL_EXTENSION);
        }
        if (!hasAuthenticationUsage(certificate)) {
            return Optional.of(CertificateFlaw.KEY_USAGE);
        }
        if (certificate.getBasicConstraints() >= 0) {
            return Optional.of(CertificateFlaw.BASIC_CONSTRAINTS);
        }
        if (!hasPolicy(certificate)) {
            return Optional.of(CertificateFlaw.POLICY);
        }
        return hasKeyIdentifiers(certificate, issuer) ? Optional.empty() : Optional.of(CertificateFlaw.KEY_IDENTIFIER);
    }

    private static boolean hasUsableKey(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey key
                && key.getModulus().bitLength() >= SMALLEST_KEY;
    }

    private static boolean hasAuthenticationUsage(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null
                && usage[DIGITAL_SIGNATURE]
                && !usage[KEY_CERT_SIGN]
                && certificate.getCriticalExtensionOIDs().contains(Extension.keyUsage.getId());
    }

    private static boolean hasPolicy(X509Certificate certificate) {
        return extension(certificate, Extension.certificatePolicies, CertificatePolicies::getInstance)
                .map(policies -> policies.getPolicyInformation(POLICY))
                .isPresent();
    }

    /** Both identifiers stand in the certificate, and the issuer's is that of the anchor whose key verified the signature. */
    private static boolean hasKeyIdentifiers(X509Certificate certificate, X509Certificate issuer) {
        Optional<byte[]> issuerKey = ownKeyIdentifier(issuer);
        Optional<byte[]> named = extension(
                        certificate, Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance)
                .map(AuthorityKeyIdentifier::getKeyIdentifierOctets);
        return issuerKey.isPresent()
                && named.isPresent()
                && Arrays.equals(issuerKey.get(), named.get())
                && ownKeyIdentifier(certificate).isPresent();
    }

    private static Optional<byte[]> ownKeyIdentifier(X509Certificate certificate) {
        return extension(certificate, Extension.subjectKeyIdentifier, SubjectKeyIdentifier::getInstance)
                .map(SubjectKeyIdentifier::getKeyIdentifier);
    }

    private static <T> Optional<T> extension(
            X509Certificate certificate, ASN1ObjectIdentifier oid, Function<ASN1Primitive, T> reading) {
        byte[] value = certificate.getExtensionValue(oid.getId());
        if (value == null) {
            return Optional.empty();
        }
        try {
            byte[] content = ASN1OctetString.getInstance(value).getOctets();
            return Optional.of(reading.apply(ASN1Primitive.fromByteArray(content)));
        } catch (IOException
                | RuntimeException e) { // Bouncy Castle answers malformed input with either: as if it were not there
            return Optional.empty();
        }
    }

    /** A certificate does not outlive its issuer: the earlier end counts. */
    private CardCertificate atThisInstant(X509Certificate certificate, X509Certificate issuer, byte[] der) {
        Instant now = clock.instant();
        Instant notBefore = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        Instant issuerEnd = issuer.getNotAfter().toInstant();
        Instant notAfter = issuerEnd.isBefore(end) ? issuerEnd : end;
        if (now.isBefore(notBefore)) {
            return new NotYetValid(notBefore);
        }
        if (now.isAfter(notAfter)) {
            return new Expired(notAfter);
        }
        return new Valid(
                notAfter,
                certificate.getSerialNumber(),
                certificate.getSubjectX500Principal().getName(),
                certificate.getPublicKey(),
                Sha256.of(der));
    }
}
