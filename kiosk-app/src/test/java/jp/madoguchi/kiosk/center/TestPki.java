package jp.madoguchi.kiosk.center;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates and keys as a center or an attacker may have them. */
public final class TestPki {
    public static final Instant NOW = Instant.parse("2026-11-22T13:40:05Z");

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private TestPki() {}

    /** A key and a certificate for it. */
    public record Identity(KeyPair keys, X509Certificate certificate) {}

    /** What a certificate says, before it is signed. */
    public static final class Draft {
        public String subject;
        public String issuer;
        public Instant notBefore = NOW.minus(Duration.ofDays(1));
        public Instant notAfter = NOW.plus(Duration.ofDays(1));
        /** With which the issuer signs. */
        public Optional<String> algorithm = Optional.empty();

        private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();

        public Draft(String subject, String issuer) {
            this.subject = subject;
            this.issuer = issuer;
        }

        public Draft with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
            try {
                extensions.put(
                        oid,
                        new Extension(oid, critical, value.toASN1Primitive().getEncoded()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return this;
        }

        public Draft without(ASN1ObjectIdentifier oid) {
            extensions.remove(oid);
            return this;
        }
    }

    public static Identity authority(String name) {
        return authority(name, ec(), draft -> {});
    }

    public static Identity authority(String name, KeyPair keys, Consumer<Draft> change) {
        Draft draft = new Draft(name, name)
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
                .with(Extension.basicConstraints, true, new BasicConstraints(true));
        change.accept(draft);
        return issue(draft, keys, keys);
    }

    /** A document signer just as binding.md section 2 wants it, changed by {@code change}. */
    public static Identity documentSigner(Identity authority, KeyPair keys, Consumer<Draft> change) {
        Draft draft = new Draft("CN=Document signer", name(authority))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(documentSigning()));
        change.accept(draft);
        return issue(draft, keys, authority.keys());
    }

    public static Identity leaf(Identity authority, String subject, Consumer<Draft> change) {
        Draft draft = new Draft(subject, name(authority));
        change.accept(draft);
        return issue(draft, ec(), authority.keys());
    }

    public static KeyPurposeId documentSigning() {
        return KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));
    }

    public static KeyPair ec() {
        return keys("EC", 256);
    }

    public static KeyPair p384() {
        return keys("EC", 384);
    }

    public static KeyPair rsa() {
        return rsa(2048);
    }

    public static KeyPair rsa(int bits) {
        return keys("RSA", bits);
    }

    private static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Identity authority) {
        return X500Name.getInstance(
                        authority.certificate().getSubjectX500Principal().getEncoded())
                .toString();
    }

    public static Identity issue(Draft draft, KeyPair keys, KeyPair issuer) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(draft.issuer),
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(draft.notBefore),
                    Date.from(draft.notAfter),
                    new X500Name(draft.subject),
                    keys.getPublic());
            for (Extension extension : draft.extensions.values()) {
                builder.addExtension(extension);
            }
            String usual = issuer.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            String algorithm = draft.algorithm.orElse(usual);
            return new Identity(
                    keys,
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder(algorithm).build(issuer.getPrivate()))));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
