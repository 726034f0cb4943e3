package jp.madoguchi.simulators.center;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.KeyAgreeRecipientId;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.CollectionStore;

/** A document taken apart and verified with plain Bouncy Castle, as binding.md sections 2 and 3 say. */
final class OpenedDocument {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    final X509Certificate signer;
    final boolean signatureHolds;
    final String manifestText;
    final JsonNode manifest;
    final byte[] envelope;

    OpenedDocument(JsonNode answer) throws IOException, GeneralSecurityException {
        Base64.Decoder base64 = Base64.getDecoder();
        envelope = base64.decode(answer.path("pages").asText());
        try {
            CMSSignedData signed =
                    new CMSSignedData(base64.decode(answer.path("manifest").asText()));
            List<SignerInformation> signers =
                    new ArrayList<>(signed.getSignerInfos().getSigners());
            if (signers.size() != 1
                    || !signers.get(0).getDigestAlgOID().equals(NISTObjectIdentifiers.id_sha256.getId())) {
                throw new IOException("not one signer with SHA-256");
            }
            List<X509CertificateHolder> certificates = new ArrayList<>(
                    ((CollectionStore<X509CertificateHolder>) signed.getCertificates()).getMatches(null));
            signer = new JcaX509CertificateConverter().getCertificate(certificates.get(0));
            signatureHolds = signers.get(0)
                    .verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(PROVIDER)
                            .build(signer));
            manifestText = new String((byte[]) signed.getSignedContent().getContent(), StandardCharsets.UTF_8);
        } catch (CMSException | OperatorCreationException e) {
            throw new IOException(e);
        }
        manifest = new ObjectMapper().readTree(manifestText);
    }

    boolean signerIsOf(Path authority) throws IOException {
        try {
            signer.verify(CertificateFile.parse(Files.readAllBytes(authority)).getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    List<byte[]> pages(KeyPair key) throws IOException {
        try {
            CMSAuthEnvelopedData enveloped = new CMSAuthEnvelopedData(envelope);
            byte[] ski = Arrays.copyOf(Attempt.sha256(key.getPublic().getEncoded()), 20);
            KeyAgreeRecipientInformation recipient = (KeyAgreeRecipientInformation)
                    enveloped.getRecipientInfos().getRecipients().iterator().next();
            if (!Arrays.equals(((KeyAgreeRecipientId) recipient.getRID()).getSubjectKeyIdentifier(), ski)
                    || !recipient.getKeyEncryptionAlgOID().equals("1.3.132.1.11.1")) {
                throw new IOException("another recipient or scheme");
            }
            byte[] content =
                    recipient.getContent(new JceKeyAgreeEnvelopedRecipient(key.getPrivate()).setProvider(PROVIDER));
            ASN1Sequence sequence = ASN1Sequence.getInstance(content);
            if (!Arrays.equals(sequence.getEncoded(ASN1Encoding.DER), content)) {
                throw new IOException("not DER");
            }
            List<byte[]> pages = new ArrayList<>();
            for (ASN1Encodable page : sequence) {
                pages.add(ASN1OctetString.getInstance(page).getOctets());
            }
            return pages;
        } catch (CMSException e) {
            throw new IOException(e);
        }
    }

    static String hex(byte[] content) {
        return HexFormat.of().formatHex(Attempt.sha256(content));
    }
}
