package jp.madoguchi.kiosk.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;

/** Reads X.509 certificates that a stranger may have made: what is malformed is answered as if it were not there. */
@CheckReturnValue
final class CertificateReading {
    private CertificateReading() {}

    /** The certificate whose DER these bytes are, all of them. */
    static Optional<X509Certificate> certificate(byte[] der) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return Arrays.equals(certificate.getEncoded(), der) ? Optional.of(certificate) : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** Whether the name and, which decides, the signature are {@code issuer}'s. */
    static boolean isIssuedBy(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** As {@link #isIssuedBy(X509Certificate, X509Certificate)}. */
    static boolean isIssuedBy(X509Certificate issuer, X509CRL list) {
        if (!issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What the extension {@code oid} says, read by {@code reading}. */
    static <T> Optional<T> extension(
            X509Certificate certificate, ASN1ObjectIdentifier oid, Function<ASN1Primitive, T> reading) {
        byte[] value = certificate.getExtensionValue(oid.getId());
        if (value == null) {
            return Optional.empty();
        }
        try {
            byte[] content = ASN1OctetString.getInstance(value).getOctets();
            return Optional.of(reading.apply(ASN1Primitive.fromByteArray(content)));
        } catch (IOException | RuntimeException e) { // Bouncy Castle answers malformed input with either
            return Optional.empty();
        }
    }
}
