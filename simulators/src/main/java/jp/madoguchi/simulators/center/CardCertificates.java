package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.simulators.center.status.CardAuthority;
import jp.madoguchi.simulators.center.status.CertificateStatus;
import jp.madoguchi.simulators.center.status.StatusService;
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
 * authentication, and good as its authority's status services say.
 */
final class CardCertificates {
    private static final ASN1ObjectIdentifier AUTHENTICATION_POLICY =
            new ASN1ObjectIdentifier("1.2.392.200149.8.5.1.3.30");
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;
    private static final int LEAST_RSA_BITS = 2048;
    /** The day of issue and the next. */
    private static final Duration NEW = Duration.ofDays(2);

    private final CardAuthorities authorities;
    private final StatusService service;

    CardCertificates(CardAuthorities authorities, StatusService service) {
        this.authorities = authorities;
        this.service = service;
    }

    /** Empty when the certificate is good. */
    Optional<Answer.Refused> refusal(X509Certificate certificate, Instant now) throws IOException {
        Optional<CardAuthority> issuer = authorities.issuer(certificate, CardAuthorities.AUTHENTICATION);
        Optional<Reason> unfit = issuer.isEmpty()
                ? Optional.of(Reason.CERTIFICATE_UNKNOWN_ISSUER)
                : unfit(certificate, issuer.get().certificate(), now);
        return unfit.isPresent()
                ? Optional.of(new Answer.Refused(unfit.get()))
                : refusal(service.status(certificate, issuer.get(), authorities.all(), now), isNew(certificate, now));
    }

    /** {@code POST /certificate-status}: of either certificate of a card, whatever else may be wrong with it. */
    Answer status(CertificateQuestion question, Instant now) throws IOException {
        Optional<CardAuthority> issuer = authorities.issuer(question);
        if (issuer.isEmpty()) {
            return new Answer.Refused(Reason.CERTIFICATE_UNKNOWN_ISSUER);
        }
        CertificateStatus status = service.status(question.serial(), issuer.get(), authorities.all(), now);
        Map<String, Object> json = new LinkedHashMap<>();
        if (status instanceof CertificateStatus.Good good) {
            json.put("state", "good");
            json.put("asOf", good.asOf().toString());
        } else if (status instanceof CertificateStatus.Unknown) {
            json.put("state", "unknown");
        } else if (status instanceof CertificateStatus.Unavailable) {
            json.put("state", "unavailable");
        } else {
            json.put("state", status instanceof CertificateStatus.Revoked ? "revoked" : "suspended");
            json.putAll(details(status));
        }
        return new Answer.Given(json);
    }

    /** What an authority does not know long after issue it will not know tomorrow either. */
    private static boolean isNew(X509Certificate certificate, Instant now) {
        return now.isBefore(certificate.getNotBefore().toInstant().plus(NEW));
    }

    private static Optional<Answer.Refused> refusal(CertificateStatus status, boolean isNew) {
        if (status instanceof CertificateStatus.Good) {
            return Optional.empty();
        }
        Reason reason;
        if (status instanceof CertificateStatus.Revoked) {
            reason = Reason.CERTIFICATE_REVOKED;
        } else if (status instanceof CertificateStatus.Suspended) {
            reason = Reason.CERTIFICATE_SUSPENDED;
        } else if (status instanceof CertificateStatus.Unknown && isNew) {
            reason = Reason.CERTIFICATE_UNKNOWN_YET;
        } else {
            reason = Reason.CERTIFICATE_STATUS_UNAVAILABLE;
        }
        return Optional.of(new Answer.Refused(reason, details(status)));
    }

    private static Map<String, Object> details(CertificateStatus status) {
        if (status instanceof CertificateStatus.Revoked revoked) {
            return Map.of("since", revoked.at().toString(), "cause", revoked.reason());
        }
        return status instanceof CertificateStatus.Suspended suspended
                ? Map.of("since", suspended.at().toString())
                : Map.of();
    }

    private static Optional<Reason> unfit(X509Certificate certificate, X509Certificate issuer, Instant now)
            throws IOException {
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return Optional.of(Reason.CERTIFICATE_NOT_YET_VALID);
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())
                || now.isAfter(issuer.getNotAfter().toInstant())) {
            return Optional.of(Reason.CERTIFICATE_EXPIRED);
        }
        if (!isForAuthentication(certificate) || !keyIdentifiersAgree(certificate, issuer)) {
            return Optional.of(Reason.CERTIFICATE_UNSUITABLE);
        }
        return Optional.empty();
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
}
