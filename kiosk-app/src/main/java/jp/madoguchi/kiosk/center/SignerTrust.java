package jp.madoguchi.kiosk.center;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** Who may sign documents for the center: the anchors of {@code signer-trust}. Immutable. */
public final class SignerTrust {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final String KEY_USAGE = "2.5.29.15";
    private static final int DIGITAL_SIGNATURE = 0; // bits of keyUsage, RFC 5280 section 4.2.1.3
    private static final int KEY_CERT_SIGN = 5;
    private static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36"; // RFC 9336
    private static final Set<String> WITH_SHA256 = Set.of(
            PKCSObjectIdentifiers.rsaEncryption.getId(), // the digest is then the SignerInfo's own
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA256.getId());

    private final Set<X509Certificate> anchors;

    private SignerTrust(Set<X509Certificate> anchors) {
        this.anchors = anchors;
    }

    /**
     * Throws when there is no anchor, or when one has the key of a TLS anchor: whoever runs the line must not be able to sign paper
     * (binding.md section 2).
     */
    public static SignerTrust of(Set<X509Certificate> anchors, Set<X509Certificate> tlsTrust) {
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("no anchor for the document signer");
        }
        if (anchors.stream().anyMatch(anchor -> hasKeyOfAny(anchor, tlsTrust))) {
            throw new IllegalArgumentException("a TLS anchor must not be an anchor of the document signer");
        }
        return new SignerTrust(Set.copyOf(anchors));
    }

    private static boolean hasKeyOfAny(X509Certificate anchor, Set<X509Certificate> others) {
        return others.stream().anyMatch(other -> other.getPublicKey().equals(anchor.getPublicKey()));
    }

    /** The content that a document signer signed. */
    byte[] open(byte[] signed, Instant now) throws CheckFailed {
        SignedContent content = SignedContent.decode(signed);
        X509Certificate certificate = content.certificate();
        List<X509Certificate> issuers = anchors.stream()
                .filter(anchor -> isIssuedBy(anchor, certificate))
                .toList();
        BindingCheck.SIGNER_ISSUER.require(!issuers.isEmpty());
        BindingCheck.SIGNER_ALGORITHM.require(
                issuers.stream().allMatch(anchor -> SigningStrength.suffices(anchor, certificate)));
        BindingCheck.SIGNER_VALIDITY.require(
                isValidAt(now, certificate) && issuers.stream().anyMatch(anchor -> isValidAt(now, anchor)));
        BindingCheck.SIGNER_KEY_USAGE.require(hasSigningKeyUsage(certificate));
        BindingCheck.SIGNER_PURPOSE.require(isForDocuments(certificate));
        BindingCheck.SIGNER_EXTENSIONS.require(!certificate.hasUnsupportedCriticalExtension());
        BindingCheck.DIGEST.require(usesSha256(content.signer()));
        BindingCheck.SIGNATURE.require(holds(content.signer(), certificate));
        return content.bytes();
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

    private static boolean isValidAt(Instant now, X509Certificate certificate) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private static boolean hasSigningKeyUsage(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null
                && usage[DIGITAL_SIGNATURE]
                && !usage[KEY_CERT_SIGN]
                && certificate.getCriticalExtensionOIDs().contains(KEY_USAGE);
    }

    private static boolean isForDocuments(X509Certificate certificate) {
        try {
            return Objects.equals(certificate.getExtendedKeyUsage(), List.of(DOCUMENT_SIGNING));
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static boolean usesSha256(SignerInformation signer) {
        return NISTObjectIdentifiers.id_sha256.getId().equals(signer.getDigestAlgOID())
                && WITH_SHA256.contains(signer.getEncryptionAlgOID());
    }

    private static boolean holds(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(certificate.getPublicKey()));
        } catch (CMSException
                | OperatorCreationException
                | RuntimeException e) { // the attributes are decoded only here
            return false;
        }
    }
}
