package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import jp.madoguchi.kiosk.identity.CardCertificate.Expired;
import jp.madoguchi.kiosk.identity.CardCertificate.NotYetValid;
import jp.madoguchi.kiosk.identity.CardCertificate.UnknownIssuer;
import jp.madoguchi.kiosk.identity.CardCertificate.Unsuitable;
import jp.madoguchi.kiosk.identity.CardCertificate.Valid;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** What both profiles of JPKI have in common, in the order of docs/identity.md. Immutable. */
@CheckReturnValue
final class CertificateProfile {
    private static final int KEY_CERT_SIGN = 5; // bits of keyUsage, RFC 5280 section 4.2.1.3
    private static final int CRL_SIGN = 6;

    private final TrustAnchors anchors;
    private final Purpose purpose;

    CertificateProfile(TrustAnchors anchors, Purpose purpose) {
        if (anchors.purpose() != purpose) {
            throw new IllegalArgumentException("anchors for " + anchors.purpose() + " instead of " + purpose);
        }
        this.anchors = anchors;
        this.purpose = purpose;
    }

    /** Examines a certificate as the card gave it. */
    CardCertificate examine(byte[] der, Instant at) {
        Optional<X509Certificate> decoded = CertificateReading.certificate(der);
        return decoded.isEmpty() ? new Unsuitable(CertificateFlaw.ENCODING) : examine(decoded.get(), at);
    }

    CardCertificate examine(X509Certificate certificate, Instant at) {
        Optional<X509Certificate> issuer = issuer(certificate);
        if (issuer.isEmpty()) {
            return new UnknownIssuer();
        }
        Optional<CertificateFlaw> flaw = flaw(certificate, issuer.get());
        return flaw.isPresent() ? new Unsuitable(flaw.get()) : at(at, certificate, issuer.get());
    }

    /** Several generations of the CA share one name, so the signature decides, and the CA's copy on the card is never asked. */
    Optional<X509Certificate> issuer(X509Certificate certificate) {
        return anchors.certificates().stream()
                .filter(anchor -> CertificateReading.isIssuedBy(anchor, certificate))
                .findFirst();
    }

    private Optional<CertificateFlaw> flaw(X509Certificate certificate, X509Certificate issuer) {
        if (anchors.algorithms().stream().noneMatch(each -> each.signed(certificate, issuer.getPublicKey()))) {
            return Optional.of(CertificateFlaw.SIGNATURE_ALGORITHM);
        }
        if (algorithm(certificate).isEmpty()) {
            return Optional.of(CertificateFlaw.PUBLIC_KEY);
        }
        if (certificate.hasUnsupportedCriticalExtension()) {
            return Optional.of(CertificateFlaw.CRITICAL_EXTENSION);
        }
        if (!hasUsage(certificate)) {
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

    private Optional<SignatureAlgorithm> algorithm(X509Certificate certificate) {
        return anchors.algorithms().stream()
                .filter(each -> each.suits(certificate.getPublicKey()))
                .findFirst();
    }

    private boolean hasUsage(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null
                && purpose.isServedBy(usage)
                && !usage[KEY_CERT_SIGN]
                && !usage[CRL_SIGN]
                && certificate.getCriticalExtensionOIDs().contains(Extension.keyUsage.getId());
    }

    private boolean hasPolicy(X509Certificate certificate) {
        return CertificateReading.extension(
                        certificate, Extension.certificatePolicies, CertificatePolicies::getInstance)
                .map(policies -> policies.getPolicyInformation(new ASN1ObjectIdentifier(purpose.policy())))
                .isPresent();
    }

    /** Both identifiers stand in the certificate, and the issuer's is that of the anchor whose key verified the signature. */
    private static boolean hasKeyIdentifiers(X509Certificate certificate, X509Certificate issuer) {
        Optional<byte[]> issuerKey = ownKeyIdentifier(issuer);
        Optional<byte[]> named = CertificateReading.extension(
                        certificate, Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance)
                .map(AuthorityKeyIdentifier::getKeyIdentifierOctets);
        return issuerKey.isPresent()
                && named.isPresent()
                && Arrays.equals(issuerKey.get(), named.get())
                && ownKeyIdentifier(certificate).isPresent();
    }

    private static Optional<byte[]> ownKeyIdentifier(X509Certificate certificate) {
        return CertificateReading.extension(
                        certificate, Extension.subjectKeyIdentifier, SubjectKeyIdentifier::getInstance)
                .map(SubjectKeyIdentifier::getKeyIdentifier);
    }

    /** A certificate does not outlive its issuer: the earlier end counts. */
    private CardCertificate at(Instant now, X509Certificate certificate, X509Certificate issuer) {
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
                notAfter, certificate.getPublicKey(), algorithm(certificate).orElseThrow());
    }
}
