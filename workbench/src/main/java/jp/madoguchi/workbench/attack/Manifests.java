package jp.madoguchi.workbench.attack;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** How a manifest is signed: as binding.md section 2 wants it, unless told otherwise. */
final class Manifests {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    List<Keys> signers;
    String algorithm = "SHA256withECDSA";
    ASN1ObjectIdentifier type = CMSObjectIdentifiers.data;
    boolean attached = true;
    boolean certificates = true;

    Manifests(Keys signer) {
        signers = List.of(signer);
    }

    byte[] sign(byte[] content) throws IOException, GeneralSecurityException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            for (Keys signer : signers) {
                generator.addSignerInfoGenerator(
                        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                                        .setProvider(PROVIDER)
                                        .build())
                                .build(
                                        new JcaContentSignerBuilder(algorithm)
                                                .setProvider(PROVIDER)
                                                .build(signer.key()),
                                        signer.certificate()));
                if (certificates) {
                    generator.addCertificate(new JcaX509CertificateHolder(signer.certificate()));
                }
            }
            return generator
                    .generate(new CMSProcessableByteArray(type, content), attached)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (OperatorCreationException | CMSException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
