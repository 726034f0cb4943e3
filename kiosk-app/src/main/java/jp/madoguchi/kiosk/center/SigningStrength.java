package jp.madoguchi.kiosk.center;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What nobody can forge today (NIST SP 800-57 part 1, 112 bits and more): for the document signer and for who vouches for it. */
final class SigningStrength {
    private static final int SMALLEST_RSA = 2048;
    private static final int SMALLEST_EC = 256;
    private static final Set<String> ALGORITHMS = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha512WithRSAEncryption.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA512.getId());

    private SigningStrength() {}

    /** Whether {@code anchor} signed {@code certificate} strongly enough, and both keys are; that it did is not verified here. */
    static boolean suffices(X509Certificate anchor, X509Certificate certificate) {
        return ALGORITHMS.contains(certificate.getSigAlgOID())
                && suffices(anchor.getPublicKey())
                && suffices(certificate.getPublicKey());
    }

    private static boolean suffices(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= SMALLEST_RSA;
        }
        return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= SMALLEST_EC;
    }
}
