package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A fictional resident's key and certificate, and the two authorities (one not trusted) that may have issued it. */
record TestCard(PrivateKey key, X509Certificate certificate) {
    static final TestCard AUTHORITY = newAuthority();
    static final TestCard UNTRUSTED_AUTHORITY = newAuthority();

    private static final KeyPair SHARED_KEYS = keys("RSA", 2048);
    private static final String AUTHENTICATION_POLICY = "1.2.392.200149.8.5.1.3.30";

    /** How a certificate is to be; starts as a good one. */
    static final class Draft {
        Instant from = Instant.now().minus(Duration.ofDays(2));
        Instant until = Instant.now().plus(Duration.ofDays(1000));
        int usage = KeyUsage.digitalSignature;
        boolean authority;
        String policy = AUTHENTICATION_POLICY;
        TestCard issuer = AUTHORITY;
        KeyPair keys = SHARED_KEYS;
        long serial = Math.abs(System.nanoTime());
    }

    static TestCard issue(Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);
        return new TestCard(
                draft.keys.getPrivate(),
                sign(
                        builder(draft, "CN=TEST" + draft.serial + ",C=JP", draft.keys.getPublic(), builder -> {
                            builder.addExtension(
                                    Extension.basicConstraints, true, new BasicConstraints(draft.authority));
                            builder.addExtension(Extension.keyUsage, true, new KeyUsage(draft.usage));
                            builder.addExtension(
                                    Extension.certificatePolicies,
                                    true,
                                    new CertificatePolicies(
                                            new PolicyInformation(new ASN1ObjectIdentifier(draft.policy))));
                        }),
                        draft.issuer.key));
    }

    static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(byte[] t) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(t);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void writeTo(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestCard newAuthority() {
        Draft draft = new Draft();
        KeyPair keys = keys("RSA", 2048);
        X509v3CertificateBuilder builder = builder(draft, AUTHORITY_NAME, keys.getPublic(), extended -> {
            extended.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            extended.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
        return new TestCard(keys.getPrivate(), sign(builder, keys.getPrivate()));
    }

    /** All generations share it, as JPKI's do. */
    private static final String AUTHORITY_NAME = "OU=JPKI for user authentication,O=JPKI-TEST,C=JP";

    @FunctionalInterface
    private interface Extending {
        void to(X509v3CertificateBuilder builder) throws CertIOException;
    }

    private static X509v3CertificateBuilder builder(Draft draft, String subject, PublicKey key, Extending extending) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Principal(AUTHORITY_NAME),
                BigInteger.valueOf(draft.serial),
                Date.from(draft.from),
                Date.from(draft.until),
                new X500Principal(subject),
                key);
        try {
            extending.to(builder);
            return builder;
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey by) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(by)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
