package jp.madoguchi.simulators.center.status;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Answers OCSP for the authorities of a folder, as a responder whose key the asker trusts (RFC 6960 section 2.2, the second
 * kind): so it can answer for authorities whose own key is elsewhere.
 */
final class OcspResponder {
    static final Duration LIFETIME = Duration.ofHours(1);

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Ledger ledger;

    OcspResponder(PrivateKey key, X509Certificate certificate, Ledger ledger) {
        this.key = key;
        this.certificate = certificate;
        this.ledger = ledger;
    }

    /** One DER request to one DER response; what is no request gets {@code malformedRequest}. */
    byte[] answer(byte[] request, List<CardAuthority> authorities, Instant now) throws IOException {
        try {
            return answer(new OCSPReq(request), authorities, now).getEncoded();
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException e) {
            throw new IOException("an OCSP response cannot be made", e);
        } catch (IOException e) {
            return refusal(OCSPResponseStatus.MALFORMED_REQUEST);
        }
    }

    private OCSPResp answer(OCSPReq request, List<CardAuthority> authorities, Instant now)
            throws OCSPException, OperatorCreationException, CertificateEncodingException, IOException {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(
                SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded()),
                digests.get(CertificateID.HASH_SHA1));
        for (Req single : request.getRequestList()) {
            Optional<CardAuthority> issuer = issuer(single.getCertID(), authorities, digests);
            if (issuer.isEmpty()) {
                return new OCSPRespBuilder().build(OCSPResponseStatus.UNAUTHORIZED, null);
            }
            builder.addResponse(
                    single.getCertID(),
                    status(single, issuer.get()),
                    Date.from(now),
                    Date.from(now.plus(LIFETIME)),
                    null);
        }
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            builder.setResponseExtensions(new Extensions(nonce));
        }
        return new OCSPRespBuilder()
                .build(
                        OCSPResponseStatus.SUCCESSFUL,
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(key),
                                new X509CertificateHolder[] {new JcaX509CertificateHolder(certificate)},
                                Date.from(now)));
    }

    private CertificateStatus status(Req single, CardAuthority issuer) throws IOException {
        Optional<Ledger.Entry> entry = ledger.of(issuer, single.getCertID().getSerialNumber());
        if (entry.isEmpty()) {
            return CertificateStatus.GOOD;
        }
        return entry.get().known()
                ? new RevokedStatus(Date.from(entry.get().at()), entry.get().reason())
                : new UnknownStatus();
    }

    private static Optional<CardAuthority> issuer(
            CertificateID id, List<CardAuthority> authorities, DigestCalculatorProvider digests)
            throws OCSPException, CertificateEncodingException {
        for (CardAuthority authority : authorities) {
            if (id.matchesIssuer(new JcaX509CertificateHolder(authority.certificate()), digests)) {
                return Optional.of(authority);
            }
        }
        return Optional.empty();
    }

    private static byte[] refusal(int status) throws IOException {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (OCSPException e) {
            throw new IOException("an OCSP refusal cannot be made", e);
        }
    }
}
