package jp.madoguchi.kiosk.center;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;

/** A CMS SignedData with one signer whose certificate is inside (binding.md section 2): decoded, and nothing of it believed yet. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record SignedContent(byte[] bytes, SignerInformation signer, X509Certificate certificate) {

    static SignedContent decode(byte[] encoded) throws CheckFailed {
        try {
            ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(encoded));
            BindingCheck.SIGNED_DATA.require(CMSObjectIdentifiers.signedData.equals(info.getContentType()));
            CMSSignedData data = new CMSSignedData(info);
            CMSTypedData content = data.getSignedContent();
            BindingCheck.SIGNED_DATA.require(
                    content != null && CMSObjectIdentifiers.data.equals(content.getContentType()));
            SignerInformation signer = onlySigner(data);
            return new SignedContent((byte[]) content.getContent(), signer, certificateOf(signer, data));
        } catch (IOException
                | CMSException
                | RuntimeException e) { // Bouncy Castle answers malformed input with each of them
            throw new CheckFailed(BindingCheck.SIGNED_DATA);
        }
    }

    private static SignerInformation onlySigner(CMSSignedData data) throws CheckFailed {
        Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
        BindingCheck.ONE_SIGNER.require(signers.size() == 1);
        return signers.iterator().next();
    }

    @SuppressWarnings("unchecked") // a SignerId selects certificates; its type does not say so
    private static X509Certificate certificateOf(SignerInformation signer, CMSSignedData data) throws CheckFailed {
        Collection<X509CertificateHolder> named = data.getCertificates().getMatches(signer.getSID());
        BindingCheck.SIGNER_CERTIFICATE.require(named.size() == 1);
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(named.iterator().next());
        } catch (CertificateException e) {
            throw new CheckFailed(BindingCheck.SIGNER_CERTIFICATE);
        }
    }
}
