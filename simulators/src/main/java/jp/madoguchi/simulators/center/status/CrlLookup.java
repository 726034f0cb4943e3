package jp.madoguchi.simulators.center.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** Finds a CRL in the directory, by a distribution point (a directoryName) or its issuer's own entry, and reads a status there. */
final class CrlLookup {
    private final DirectoryTree directory;

    CrlLookup(DirectoryTree directory) {
        this.directory = directory;
    }

    CertificateStatus status(BigInteger serial, X500Name place, X509Certificate issuer, Instant now)
            throws IOException {
        Optional<byte[]> der = directory.crl(place);
        if (der.isEmpty()) {
            return new CertificateStatus.Unavailable("the directory has no such list");
        }
        try {
            X509CRL crl =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der.get()));
            crl.verify(issuer.getPublicKey());
            Instant from = crl.getThisUpdate().toInstant();
            if (crl.getNextUpdate() == null
                    || now.isBefore(from.minus(OcspClient.SKEW))
                    || !now.isBefore(crl.getNextUpdate().toInstant())) {
                return new CertificateStatus.Unavailable("the list is not of this time");
            }
            X509CRLEntry entry = crl.getRevokedCertificate(serial);
            return entry == null ? new CertificateStatus.Good(from) : status(entry);
        } catch (GeneralSecurityException e) {
            return new CertificateStatus.Unavailable("the list is not the issuer's");
        }
    }

    private static CertificateStatus status(X509CRLEntry entry) {
        byte[] extension = entry.getExtensionValue(Extension.reasonCode.getId());
        // RFC 5280 section 5.3.1: no reason means unspecified.
        int reason = extension == null
                ? RevocationReasons.UNSPECIFIED
                : ASN1Enumerated.getInstance(
                                ASN1OctetString.getInstance(extension).getOctets())
                        .intValueExact();
        return CertificateStatus.ended(entry.getRevocationDate().toInstant(), reason);
    }

    /** The directory entry of the certificate's first distribution point, if that is how it is named. */
    static Optional<X500Name> place(X509Certificate certificate) throws IOException {
        try {
            Extension extension =
                    new JcaX509CertificateHolder(certificate).getExtension(Extension.cRLDistributionPoints);
            if (extension == null) {
                return Optional.empty();
            }
            CRLDistPoint points = CRLDistPoint.getInstance(extension.getParsedValue());
            for (DistributionPoint point : points.getDistributionPoints()) {
                DistributionPointName name = point.getDistributionPoint();
                if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
                    for (GeneralName general :
                            GeneralNames.getInstance(name.getName()).getNames()) {
                        if (general.getTagNo() == GeneralName.directoryName) {
                            return Optional.of(X500Name.getInstance(general.getName()));
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("a certificate's distribution point cannot be read", e);
        }
    }
}
