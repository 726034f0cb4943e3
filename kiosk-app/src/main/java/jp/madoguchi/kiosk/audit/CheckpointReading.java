package jp.madoguchi.kiosk.audit;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** What became of a file that should be a signed checkpoint of this kiosk. */
sealed interface CheckpointReading {
    /** Made once: that takes longer than to verify. */
    Provider PROVIDER = new BouncyCastleProvider();

    /** The kiosk signed it. */
    record Sound(Checkpoint checkpoint) implements CheckpointReading {}

    /** It holds, by a certificate of which nobody here knows whether it was the kiosk's: an earlier one, maybe. */
    record Unknown(Checkpoint checkpoint) implements CheckpointReading {}

    /** @param why in words */
    record Bad(String why) implements CheckpointReading {}

    /**
     * @param signed CMS SignedData (RFC 5652) with one signer, whose certificate is inside
     * @param trusted certificates of the kiosk, or of who issues them
     */
    static CheckpointReading of(byte[] signed, String kiosk, Set<X509Certificate> trusted) {
        try {
            CMSSignedData data = new CMSSignedData(signed);
            SignerInformation signer =
                    data.getSignerInfos().getSigners().iterator().next();
            X509Certificate certificate = certificate(data, signer);
            byte[] content = (byte[]) data.getSignedContent().getContent();
            if (data.getSignerInfos().size() != 1 || !holds(signer, certificate)) {
                return new Bad("its signature does not hold");
            }
            return Checkpoint.of(content)
                    .map(checkpoint -> judged(checkpoint, kiosk, certificate, trusted))
                    .orElse(new Bad("what is signed is no checkpoint"));
        } catch (CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | IOException
                | RuntimeException malformed) { // Bouncy Castle answers malformed input with each of them
            return new Bad("it is no signed checkpoint");
        }
    }

    private static CheckpointReading judged(
            Checkpoint checkpoint, String kiosk, X509Certificate certificate, Set<X509Certificate> trusted) {
        if (!checkpoint.kiosk().equals(kiosk)) {
            return new Bad("it is of kiosk " + checkpoint.kiosk() + ", not of " + kiosk);
        }
        return isTrusted(certificate, kiosk, checkpoint.at(), trusted)
                ? new Sound(checkpoint)
                : new Unknown(checkpoint);
    }

    /** The other kiosks' certificates may be trusted, or issued by the same authority, as well. */
    private static boolean isTrusted(
            X509Certificate certificate, String kiosk, Instant at, Set<X509Certificate> trusted) {
        boolean inTime = !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
        return inTime
                && names(certificate).equals(List.of(kiosk))
                && trusted.stream()
                        .anyMatch(known -> known.equals(certificate)
                                || (known.getBasicConstraints() >= 0 && issued(known, certificate)));
    }

    private static List<String> names(X509Certificate certificate) {
        RDN[] names = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.CN);
        return Arrays.stream(names)
                .map(name ->
                        KioskName.of(IETFUtils.valueToString(name.getFirst().getValue())))
                .toList();
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    @SuppressWarnings("unchecked") // a SignerId selects certificates; its type does not say so
    private static X509Certificate certificate(CMSSignedData data, SignerInformation signer)
            throws GeneralSecurityException, IOException {
        Collection<X509CertificateHolder> named = data.getCertificates().getMatches(signer.getSID());
        return new JcaX509CertificateConverter().getCertificate(named.iterator().next());
    }

    private static boolean holds(SignerInformation signer, X509Certificate certificate)
            throws CMSException, OperatorCreationException {
        return signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER).build(certificate.getPublicKey()));
    }
}
