package jp.madoguchi.kiosk.center;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The kiosk's own key, as it signs what others keep. CMS SignedData (RFC 5652) with the certificate inside: as the center's
 * documents are signed, and anybody reads it with {@code openssl cms}. The key may be on a token, which signs by itself.
 */
public final class KioskSeal {
    private final PrivateKey key;
    private final X509Certificate certificate;

    public KioskSeal(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * The content and its signature. One thread at a time.
     *
     * @throws GeneralSecurityException when the key cannot be used now, such as a token that was pulled
     */
    public byte[] sign(byte[] content) throws GeneralSecurityException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(new JcaContentSignerBuilder(algorithm()).build(key), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            CMSSignedData signed = generator.generate(new CMSProcessableByteArray(content), true);
            return signed.getEncoded("DER");
        } catch (CMSException
                | OperatorCreationException
                | IOException
                | RuntimeOperatorException // Bouncy Castle's for a signature that fails
                | ProviderException unusable) { // a token's: it was pulled
            throw new GeneralSecurityException("the kiosk's key does not sign", unusable);
        }
    }

    private String algorithm() {
        return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }
}
