package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Envelopes the pages (binding.md section 3), then writes their hashes into the manifest and signs it (section 2). */
final class DocumentSealer {
    private static final int SUBJECT_KEY_IDENTIFIER_LENGTH = 20;

    /** A provider of its own: nothing is registered in the JVM of whoever runs the simulator. */
    private final Provider provider = new BouncyCastleProvider();

    private final CenterPki pki;
    private final SecureRandom random;
    private final Tampering tampering;

    DocumentSealer(CenterPki pki, SecureRandom random, Tampering tampering) {
        this.pki = pki;
        this.random = random;
        this.tampering = tampering;
    }

    /**
     * Seals the document for the key.
     *
     * @param bound every member of the manifest but {@code pages} and {@code ciphertext}
     */
    SealedDocument seal(Map<String, Object> bound, List<byte[]> pages, PublicKey visitKey, Instant now)
            throws IOException {
        byte[] envelope = envelope(tampering.pages(pages), visitKey);
        Map<String, Object> manifest = new LinkedHashMap<>(bound);
        manifest.put("pages", pages.stream().map(Hash::of).toList());
        manifest.put("ciphertext", Hash.of(envelope));
        byte[] content = tampering.content(JsonObject.write(tampering.manifest(manifest)));
        byte[] signed = sign(content, tampering.signer(pki, now, random), now);
        return new SealedDocument(base64(tampering.signature(signed)), base64(tampering.envelope(envelope)));
    }

    static String hash(X509Certificate certificate) {
        try {
            return Hash.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed can be encoded", e);
        }
    }

    private byte[] envelope(List<byte[]> pages, PublicKey visitKey) throws IOException {
        byte[] content = new DERSequence(pages.stream().map(DEROctetString::new).toArray(DEROctetString[]::new))
                .getEncoded(ASN1Encoding.DER);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair ephemeral = generator.generateKeyPair();
            CMSAuthEnvelopedDataGenerator envelope = new CMSAuthEnvelopedDataGenerator();
            envelope.addRecipientInfoGenerator(new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_SHA256KDF,
                            ephemeral.getPrivate(),
                            ephemeral.getPublic(),
                            CMSAlgorithm.AES256_WRAP)
                    .addRecipient(subjectKeyIdentifier(visitKey), visitKey)
                    .setProvider(provider)
                    .setSecureRandom(random));
            OutputAEADEncryptor encryptor =
                    (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                            .setProvider(provider)
                            .setSecureRandom(random)
                            .build();
            return envelope.generate(new CMSProcessableByteArray(content), encryptor)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | CMSException e) {
            throw new IOException("the pages cannot be enveloped to the visit's key", e);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private byte[] sign(byte[] content, Identity signer, Instant now) throws IOException {
        try {
            // Whoever signs with a certificate past its end would name an earlier time.
            Date end = signer.certificate().getNotAfter();
            Date signedAt = now.isAfter(end.toInstant()) ? end : Date.from(now);
            Attribute signingTime = new Attribute(CMSAttributes.signingTime, new DERSet(new Time(signedAt)));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(provider)
                            .build())
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(new AttributeTable(signingTime)))
                    .build(
                            new JcaContentSignerBuilder("SHA256withECDSA")
                                    .setProvider(provider)
                                    .build(signer.key()),
                            signer.certificate()));
            generator.addCertificate(new JcaX509CertificateHolder(signer.certificate()));
            return generator
                    .generate(new CMSProcessableByteArray(content), true)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (OperatorCreationException | CertificateEncodingException | CMSException e) {
            throw new IOException("the manifest cannot be signed", e);
        }
    }

    /** The first 20 bytes of SHA-256 over the SubjectPublicKeyInfo. */
    private static byte[] subjectKeyIdentifier(PublicKey key) {
        return Arrays.copyOf(Hash.bytes(key.getEncoded()), SUBJECT_KEY_IDENTIFIER_LENGTH);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
