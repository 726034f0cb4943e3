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
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A fictional resident's key and certificate, and the two authorities (one not trusted) that may have issued it. */
record TestCard(PrivateKey key, X509Certificate certificate) {
    static final TestCard AUTHORITY = newAuthority(draft -> {});
    static final TestCard UNTRUSTED_AUTHORITY = newAuthority(draft -> {});

    private static final KeyPair SHARED_KEYS = keys("RSA", 2048);
    private static final String AUTHENTICATION_POLICY = "1.2.392.200149.8.5.1.3.30";

    /** All generations share it, as JPKI's do. */
    private static final String AUTHORITY_NAME = "OU=JPKI for user authentication,O=JPKI-TEST,C=JP";

    /** How a certificate is to be; starts as a good one. */
    static final class Draft {
        Instant from = Instant.now().minus(Duration.ofDays(2));
        Instant until = Instant.now().plus(Duration.ofDays(1000));
        int usage = KeyUsage.digitalSignature;
        boolean authority;
        String policy = AUTHENTICATION_POLICY;
        TestCard issuer = AUTHORITY;
        String issuerName = AUTHORITY_NAME;
        Optional<byte[]> issuerKeyIdentifier = Optional.empty();
        KeyPair keys = SHARED_KEYS;
        long serial = Math.abs(System.nanoTime());
    }

    static TestCard issue(Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);
        return sign(draft, "CN=TEST" + draft.serial + ",C=JP", draft.issuer.key);
    }

    static TestCard newAuthority(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.authority = true;
        draft.usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
        draft.keys = keys("RSA", 2048);
        change.accept(draft);
        return sign(draft, AUTHORITY_NAME, draft.keys.getPrivate());
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

    private static TestCard sign(Draft draft, String subject, PrivateKey by) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Principal(draft.issuerName),
                BigInteger.valueOf(draft.serial),
                Date.from(draft.from),
                Date.from(draft.until),
                new X500Principal(subject),
                draft.keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(draft.authority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(draft.usage));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new SubjectKeyIdentifier(
                            Attempt.sha256(draft.keys.getPublic().getEncoded())));
            builder.addExtension(
                    Extension.certificatePolicies,
                    true,
                    new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(draft.policy))));
            if (draft.issuerKeyIdentifier.isPresent()) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(draft.issuerKeyIdentifier.get()));
            }
            return new TestCard(
                    draft.keys.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(by))));
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
