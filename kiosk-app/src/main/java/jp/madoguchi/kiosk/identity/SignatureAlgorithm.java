package jp.madoguchi.kiosk.identity;

import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Slug;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A kind and size of key together with the way in which it signs. A kiosk accepts those that its configuration names. */
public enum SignatureAlgorithm {
    /** JPKI's of today: keys of 2048 bits or more. */
    RSA_2048_SHA_256("SHA256withRSA", 2048),
    /** Planned for the next generation of cards. */
    ECDSA_P_384_SHA_384("SHA384withECDSA", "1.3.132.0.34"),
    /** The older PKI's. What it signed can be shown, at an instant of its time; nothing of today is accepted with it. */
    RSA_1024_SHA_1("SHA1withRSA", 1024);

    /** What is accepted when the configuration says nothing. */
    public static final Set<SignatureAlgorithm> USUAL = Set.of(RSA_2048_SHA_256);

    private static final Set<SignatureAlgorithm> PAST = Set.of(RSA_1024_SHA_1);

    private final String jcaName;
    private final int smallestModulus;
    private final Optional<String> curve;

    SignatureAlgorithm(String jcaName, int smallestModulus) {
        this.jcaName = jcaName;
        this.smallestModulus = smallestModulus;
        this.curve = Optional.empty();
    }

    SignatureAlgorithm(String jcaName, String curve) {
        this.jcaName = jcaName;
        this.smallestModulus = 0;
        this.curve = Optional.of(curve);
    }

    /** The one with this name in a configuration file, such as {@code rsa-2048-sha-256}; none of the past has one. */
    public static Optional<SignatureAlgorithm> named(String name) {
        return configurable().filter(each -> each.slug().equals(name)).findFirst();
    }

    /** Every name that a configuration file may use. */
    public static Set<String> names() {
        return configurable().map(SignatureAlgorithm::slug).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<SignatureAlgorithm> configurable() {
        return Arrays.stream(values()).filter(each -> !PAST.contains(each));
    }

    private String slug() {
        return Slug.of(this);
    }

    /** As {@link java.security.Signature} knows it. */
    String jcaName() {
        return jcaName;
    }

    /** Whether {@code key} is of this kind and size. */
    boolean suits(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return curve.isEmpty() && rsa.getModulus().bitLength() >= smallestModulus;
        }
        return key instanceof ECPublicKey && curve.filter(oid -> isOn(oid, key)).isPresent();
    }

    private static boolean isOn(String curve, PublicKey key) {
        return new ASN1ObjectIdentifier(curve)
                .equals(SubjectPublicKeyInfo.getInstance(key.getEncoded())
                        .getAlgorithm()
                        .getParameters());
    }

    /** Whether {@code issuer} signed {@code certificate} in this way; the signature itself is not verified. */
    boolean signed(X509Certificate certificate, PublicKey issuer) {
        return certificate.getSigAlgName().equalsIgnoreCase(jcaName) && suits(issuer);
    }

    /** Whether {@code list} says that it was signed in this way. */
    boolean signed(X509CRL list) {
        return list.getSigAlgName().equalsIgnoreCase(jcaName);
    }
}
