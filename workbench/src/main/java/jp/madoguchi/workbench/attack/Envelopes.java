package jp.madoguchi.workbench.attack;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.GCMParameterSpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;

/** How pages are enveloped: as binding.md section 3 wants it, unless told otherwise. */
final class Envelopes {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IDENTIFIER = 20;

    List<PublicKey> recipients;
    PublicKey named;
    ASN1ObjectIdentifier cipher = CMSAlgorithm.AES256_GCM;
    ASN1ObjectIdentifier agreement = CMSAlgorithm.ECDH_SHA256KDF;
    ASN1ObjectIdentifier wrap = CMSAlgorithm.AES256_WRAP;
    int tagBytes = 16;

    /** RFC 5652 EnvelopedData with AES-256-CBC, which nothing protects from being turned. */
    boolean unauthenticated;

    Envelopes(PublicKey visit) {
        recipients = List.of(visit);
        named = visit;
    }

    /** {@code Pages ::= SEQUENCE OF OCTET STRING}. */
    static byte[] list(List<byte[]> pages) throws IOException {
        return new DERSequence(pages.stream().map(DEROctetString::new).toArray(DEROctetString[]::new))
                .getEncoded(ASN1Encoding.DER);
    }

    byte[] seal(byte[] content) throws IOException, GeneralSecurityException {
        KeyPair ephemeral = Keys.pair();
        JceKeyAgreeRecipientInfoGenerator agreed = new JceKeyAgreeRecipientInfoGenerator(
                        agreement, ephemeral.getPrivate(), ephemeral.getPublic(), wrap)
                .setProvider(PROVIDER);
        for (PublicKey each : recipients) {
            agreed.addRecipient(identifier(recipients.size() == 1 ? named : each), each);
        }
        try {
            return unauthenticated ? enveloped(content, agreed) : authEnveloped(content, agreed);
        } catch (CMSException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private byte[] authEnveloped(byte[] content, JceKeyAgreeRecipientInfoGenerator agreed)
            throws IOException, GeneralSecurityException, CMSException {
        byte[] nonce = new byte[12];
        RANDOM.nextBytes(nonce);
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("GCM", PROVIDER);
        parameters.init(new GCMParameterSpec(8 * tagBytes, nonce));
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(agreed);
        return generator
                .generate(new CMSProcessableByteArray(content), (OutputAEADEncryptor)
                        new JceCMSContentEncryptorBuilder(cipher)
                                .setProvider(PROVIDER)
                                .setAlgorithmParameters(parameters)
                                .build())
                .toASN1Structure()
                .getEncoded(ASN1Encoding.DER);
    }

    private static byte[] enveloped(byte[] content, JceKeyAgreeRecipientInfoGenerator agreed)
            throws IOException, CMSException {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(agreed);
        return generator
                .generate(
                        new CMSProcessableByteArray(content),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                .setProvider(PROVIDER)
                                .build())
                .toASN1Structure()
                .getEncoded(ASN1Encoding.DER);
    }

    private static byte[] identifier(PublicKey key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return Arrays.copyOf(digest, IDENTIFIER);
    }
}
