package jp.madoguchi.simulators.center.status;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Asks an OCSP responder, and believes it only as RFC 6960 section 3.2 allows. */
final class OcspClient {
    static final Duration SKEW = Duration.ofMinutes(5);

    private final X509Certificate responder;
    private final SecureRandom random;

    /** @param responder whose key is trusted to answer */
    OcspClient(X509Certificate responder, SecureRandom random) {
        this.responder = responder;
        this.random = random;
    }

    /** The way to the responder. */
    @FunctionalInterface
    interface Line {
        /** @return empty when nobody answers */
        Optional<byte[]> ask(byte[] request) throws IOException;
    }

    CertificateStatus status(BigInteger serial, X509Certificate issuer, Instant now, Line line) throws IOException {
        try {
            CertificateID id = id(serial, issuer);
            byte[] nonce = new byte[32];
            random.nextBytes(nonce);
            Optional<byte[]> answer = line.ask(request(id, nonce));
            return answer.isEmpty()
                    ? new CertificateStatus.Unavailable("the responder does not answer")
                    : status(answer.get(), id, nonce, now);
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException e) {
            return new CertificateStatus.Unavailable("the responder's answer cannot be read");
        }
    }

    private static CertificateID id(BigInteger serial, X509Certificate issuer)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        return new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(issuer),
                serial);
    }

    private static byte[] request(CertificateID id, byte[] nonce) throws OCSPException, IOException {
        OCSPReqBuilder builder = new OCSPReqBuilder();
        builder.addRequest(id);
        builder.setRequestExtensions(
                new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, octets(nonce))));
        return builder.build().getEncoded();
    }

    private static byte[] octets(byte[] nonce) throws IOException {
        return new DEROctetString(nonce).getEncoded();
    }

    private CertificateStatus status(byte[] der, CertificateID id, byte[] nonce, Instant now)
            throws OCSPException, OperatorCreationException, IOException {
        OCSPResp response;
        try {
            response = new OCSPResp(der);
        } catch (IOException e) {
            return new CertificateStatus.Unavailable("the responder's answer cannot be read");
        }
        if (response.getStatus() != OCSPResp.SUCCESSFUL
                || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
            return new CertificateStatus.Unavailable("the responder refuses: " + response.getStatus());
        }
        if (!basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(responder.getPublicKey()))) {
            return new CertificateStatus.Unavailable("the answer is not the responder's");
        }
        Extension echoed = basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (echoed == null
                || !new BigInteger(1, echoed.getExtnValue().getOctets()).equals(new BigInteger(1, octets(nonce)))) {
            return new CertificateStatus.Unavailable("the answer is to another question");
        }
        for (SingleResp single : basic.getResponses()) {
            if (single.getCertID().equals(id)) {
                return isOfNow(single, now)
                        ? meaning(single)
                        : new CertificateStatus.Unavailable("the answer is stale");
            }
        }
        return new CertificateStatus.Unavailable("the answer is about another certificate");
    }

    private static boolean isOfNow(SingleResp single, Instant now) {
        Date next = single.getNextUpdate();
        return !single.getThisUpdate().toInstant().isAfter(now.plus(SKEW))
                && next != null
                && now.isBefore(next.toInstant());
    }

    private static CertificateStatus meaning(SingleResp single) {
        var status = single.getCertStatus();
        if (status == org.bouncycastle.cert.ocsp.CertificateStatus.GOOD) {
            return new CertificateStatus.Good(single.getThisUpdate().toInstant());
        }
        if (status instanceof RevokedStatus revoked) {
            int reason = revoked.hasRevocationReason() ? revoked.getRevocationReason() : RevocationReasons.UNSPECIFIED;
            return CertificateStatus.ended(revoked.getRevocationTime().toInstant(), reason);
        }
        return new CertificateStatus.Unknown();
    }
}
