package jp.madoguchi.kiosk.center;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Opens the CMS AuthEnvelopedData in which the pages travel; accepts the algorithms of binding.md section 3 and no others. */
final class Envelope {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final ASN1ObjectIdentifier AES_256_GCM = NISTObjectIdentifiers.id_aes256_GCM;
    private static final int TAG_BYTES = 16;

    private Envelope() {}

    /** The pages; every copy of their bytes but the answer's is wiped. */
    static List<byte[]> open(byte[] envelope, VisitKey key) throws CheckFailed {
        RecipientInformation recipient = decode(envelope, key.keyIdentifier());
        byte[] content = decrypt(recipient, key.privateKey());
        try {
            return PageList.parse(content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static RecipientInformation decode(byte[] envelope, byte[] keyIdentifier) throws CheckFailed {
        try {
            ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(envelope));
            BindingCheck.ENVELOPE.require(CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType()));
            ASN1ObjectIdentifier content = AuthEnvelopedData.getInstance(info.getContent())
                    .getAuthEncryptedContentInfo()
                    .getContentType();
            CMSAuthEnvelopedData data = new CMSAuthEnvelopedData(info);
            BindingCheck.ENVELOPE.require(CMSObjectIdentifiers.data.equals(content)
                    && AES_256_GCM.getId().equals(data.getEncryptionAlgOID())
                    && data.getMac().length == TAG_BYTES);
            return onlyRecipient(data, keyIdentifier);
        } catch (IOException
                | CMSException
                | RuntimeException e) { // Bouncy Castle answers malformed input with each of them
            throw new CheckFailed(BindingCheck.ENVELOPE);
        }
    }

    private static RecipientInformation onlyRecipient(CMSAuthEnvelopedData data, byte[] keyIdentifier)
            throws CheckFailed {
        Collection<RecipientInformation> recipients = data.getRecipientInfos().getRecipients();
        BindingCheck.RECIPIENT.require(recipients.size() == 1);
        RecipientInformation only = recipients.iterator().next();
        BindingCheck.RECIPIENT.require(only.getRID().equals(new KeyAgreeRecipientId(keyIdentifier)));
        AlgorithmIdentifier agreement = only.getKeyEncryptionAlgorithm();
        AlgorithmIdentifier wrap = AlgorithmIdentifier.getInstance(agreement.getParameters());
        BindingCheck.ENVELOPE.require(
                SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme.equals(agreement.getAlgorithm())
                        && NISTObjectIdentifiers.id_aes256_wrap.equals(wrap.getAlgorithm()));
        return only;
    }

    private static byte[] decrypt(RecipientInformation recipient, PrivateKey key) throws CheckFailed {
        JceKeyAgreeAuthEnvelopedRecipient opener = new JceKeyAgreeAuthEnvelopedRecipient(key);
        opener.setProvider(PROVIDER);
        try {
            return recipient.getContent(opener);
        } catch (CMSException | RuntimeException e) { // a point off the curve is answered with the latter
            throw new CheckFailed(BindingCheck.DECRYPTION);
        }
    }
}
