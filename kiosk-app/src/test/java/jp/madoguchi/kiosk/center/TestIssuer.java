package jp.madoguchi.kiosk.center;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.List;
import javax.crypto.spec.GCMParameterSpec;
import jp.madoguchi.kiosk.terms.Sha256;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultCMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The issuing half of binding.md, able to do each step wrongly. */
final class TestIssuer {
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    static final ObjectMapper JSON = new ObjectMapper();

    private TestIssuer() {}

    static ObjectNode manifest(Binding binding, List<byte[]> pages, byte[] envelope) {
        ObjectNode manifest = JSON.createObjectNode()
                .put("version", 1)
                .put("t", binding.t().hex())
                .put("kiosk", binding.kiosk())
                .put("visit", binding.visit().hex())
                .put("request", binding.order().request().hex())
                .put("municipality", binding.order().municipality())
                .put("certificate", binding.resident().hex())
                .put("kind", binding.order().kind());
        ObjectNode options = manifest.putObject("options");
        binding.order().options().forEach(options::put);
        if (!binding.order().members().isEmpty()) {
            binding.order().members().forEach(manifest.putArray("members")::add);
        }
        manifest.put("copies", binding.order().copies())
                .put("fee", binding.order().fee())
                .put("issueNumber", "TEST-0001")
                .put("issued", TestPki.NOW.toString())
                .put("expires", TestPki.NOW.plus(Duration.ofMinutes(30)).toString());
        ArrayNode hashes = manifest.putArray("pages");
        pages.forEach(page -> hashes.add(Sha256.of(page).hex()));
        return manifest.put("ciphertext", Sha256.of(envelope).hex());
    }

    static byte[] bytes(ObjectNode manifest) {
        try {
            return JSON.writeValueAsBytes(manifest);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] sign(byte[] content, TestPki.Identity signer) {
        Signing signing = new Signing();
        signing.signers = List.of(signer);
        if (signer.keys().getPrivate().getAlgorithm().equals("RSA")) {
            signing.algorithm = "SHA256withRSA";
        }
        return signing.sign(content);
    }

    /** How the manifest is signed: the binding's way, on an elliptic curve, unless told otherwise. */
    static final class Signing {
        List<TestPki.Identity> signers = List.of(Scene.SIGNER);
        String algorithm = "SHA256withECDSA";
        ASN1ObjectIdentifier type = CMSObjectIdentifiers.data;
        boolean attached = true;
        boolean certificates = true;

        /** The SignerInfo says rsaEncryption, as OpenSSL has it, and leaves the digest to its other field. */
        boolean bareRsa;

        byte[] sign(byte[] content) {
            try {
                CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
                for (TestPki.Identity signer : signers) {
                    generator.addSignerInfoGenerator(infoGenerator(signer));
                    if (certificates) {
                        generator.addCertificate(new JcaX509CertificateHolder(signer.certificate()));
                    }
                }
                return generator
                        .generate(new CMSProcessableByteArray(type, content), attached)
                        .getEncoded(ASN1Encoding.DER);
            } catch (IOException | GeneralSecurityException | OperatorCreationException | CMSException e) {
                throw new AssertionError(e);
            }
        }

        private SignerInfoGenerator infoGenerator(TestPki.Identity signer)
                throws OperatorCreationException, GeneralSecurityException {
            CMSSignatureEncryptionAlgorithmFinder finder = bareRsa
                    ? algorithm -> new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE)
                    : new DefaultCMSSignatureEncryptionAlgorithmFinder();
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(PROVIDER)
                    .build();
            ContentSigner key = new JcaContentSignerBuilder(algorithm)
                    .setProvider(PROVIDER)
                    .build(signer.keys().getPrivate());
            return new JcaSignerInfoGeneratorBuilder(digests, finder).build(key, signer.certificate());
        }
    }

    static byte[] pageList(List<byte[]> pages) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        pages.forEach(page -> vector.add(new DEROctetString(page)));
        try {
            return new DERSequence(vector).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] seal(byte[] content, VisitKey... keys) {
        return new Sealing().seal(content, keys);
    }

    /** How the envelope is made: the binding's way unless told otherwise. */
    static final class Sealing {
        ASN1ObjectIdentifier type = CMSObjectIdentifiers.data;
        ASN1ObjectIdentifier cipher = CMSAlgorithm.AES256_GCM;
        ASN1ObjectIdentifier agreement = CMSAlgorithm.ECDH_SHA256KDF;
        ASN1ObjectIdentifier wrap = CMSAlgorithm.AES256_WRAP;
        byte[] keyIdentifier = new byte[0];
        int tagBytes = 16;

        private AlgorithmParameters parameters() throws GeneralSecurityException {
            byte[] nonce = new byte[12];
            new SecureRandom().nextBytes(nonce);
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("GCM", PROVIDER);
            parameters.init(new GCMParameterSpec(8 * tagBytes, nonce));
            return parameters;
        }

        byte[] seal(byte[] content, VisitKey... keys) {
            try {
                KeyPair ephemeral = TestPki.ec();
                CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
                JceKeyAgreeRecipientInfoGenerator recipients = new JceKeyAgreeRecipientInfoGenerator(
                        agreement, ephemeral.getPrivate(), ephemeral.getPublic(), wrap);
                for (VisitKey key : keys) {
                    PublicKey publicKey = KeyFactory.getInstance("EC", PROVIDER)
                            .generatePublic(new X509EncodedKeySpec(key.subjectPublicKeyInfo()));
                    recipients.addRecipient(keyIdentifier.length == 0 ? key.keyIdentifier() : keyIdentifier, publicKey);
                }
                generator.addRecipientInfoGenerator(recipients.setProvider(PROVIDER));
                if (!type.equals(CMSObjectIdentifiers.data)) { // RFC 5083 section 2.1 wants authAttrs then
                    generator.setAuthenticatedAttributeGenerator(parameters ->
                            new AttributeTable(new Attribute(CMSAttributes.contentType, new DERSet(type))));
                }
                return generator
                        .generate(new CMSProcessableByteArray(type, content), (OutputAEADEncryptor)
                                new JceCMSContentEncryptorBuilder(cipher)
                                        .setProvider(PROVIDER)
                                        .setAlgorithmParameters(parameters())
                                        .build())
                        .toASN1Structure()
                        .getEncoded(ASN1Encoding.DER);
            } catch (IOException | GeneralSecurityException | CMSException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A PDF of blank A4 pages whose page tree says that there are {@code told}. */
    static byte[] pdf(String title, int pages, int told) {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            document.getPages().getCOSObject().setInt(COSName.COUNT, told);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
