package jp.madoguchi.simulators.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A CA at work: its name and its keys. */
record Signing(String name, KeyPair keys) {
    private static final Duration LIST_EVERY = Duration.ofDays(2);

    X509Certificate certificate(CertificateDraft draft, BigInteger serial, PublicKey key)
            throws GeneralSecurityException, IOException {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(name),
                serial,
                Date.from(draft.notBefore()),
                Date.from(draft.notAfter()),
                new X500Name(draft.subject()),
                key);
        for (Extension extension : draft.extensions()) {
            builder.addExtension(extension);
        }
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(draft.algorithm())));
    }

    /** The list of the day {@code asOf}, with that certificate on it if it was revoked. */
    X509CRL list(CertificateDraft draft, BigInteger serial, Instant asOf) throws GeneralSecurityException, IOException {
        var builder = new X509v2CRLBuilder(new X500Name(name), Date.from(asOf));
        builder.setNextUpdate(Date.from(asOf.plus(LIST_EVERY)));
        draft.revocation().ifPresent(each -> builder.addCRLEntry(serial, Date.from(each.since()), each.reason()));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic()));
        builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
        return new JcaX509CRLConverter().getCRL(builder.build(signer(draft.listAlgorithm())));
    }

    private ContentSigner signer(String algorithm) throws GeneralSecurityException {
        try {
            return new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("cannot sign with " + algorithm, e);
        }
    }
}
