package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The body of <em>authenticate</em>: {@code T}, its signature, the certificate and key named in it. */
record Proof(Bytes t, Bytes signature, Bytes certificate, Bytes publicKey) {

    static Proof read(byte[] body) throws Malformed {
        JsonObject json = JsonObject.read(body).only("t", "signature", "certificate", "publicKey");
        return new Proof(
                new Bytes(json.base64("t")),
                new Bytes(json.base64("signature")),
                new Bytes(json.base64("certificate")),
                new Bytes(json.base64("publicKey")));
    }

    /** DER and nothing after it. */
    X509Certificate parsedCertificate() throws Malformed {
        X509Certificate parsed = CertificateFile.parse(certificate.content);
        try {
            if (Arrays.equals(parsed.getEncoded(), certificate.content)) {
                return parsed;
            }
        } catch (CertificateEncodingException e) {
            throw new Malformed("the certificate cannot be encoded");
        }
        throw new Malformed("certificate is not DER alone");
    }

    /** A SubjectPublicKeyInfo of a key on the named curve P-256. */
    PublicKey parsedKey() throws Malformed {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey.content);
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKey.content));
            if (info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
                    && curve.equals(SECObjectIdentifiers.secp256r1)
                    && Arrays.equals(info.getEncoded(), publicKey.content)) {
                return key;
            }
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new Malformed("publicKey is not a public key");
        }
        throw new Malformed("publicKey is not on P-256");
    }

    /** RSASSA-PKCS1-v1_5 over SHA-256({@code T}). */
    boolean isSignedBy(X509Certificate resident) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(resident.getPublicKey());
            verifier.update(t.content);
            return verifier.verify(signature.content);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Bytes that compare by content. */
    static final class Bytes {
        private final byte[] content;

        private Bytes(byte[] content) {
            this.content = content;
        }

        byte[] content() {
            return content.clone();
        }

        String hash() {
            return Hash.of(content);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(content);
        }

        @Override
        public String toString() {
            return content.length + " bytes";
        }
    }
}
