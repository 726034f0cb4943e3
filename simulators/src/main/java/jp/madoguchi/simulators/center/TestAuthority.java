package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of the test PKI: EC P-256, one level deep, never to be trusted by anything real. */
final class TestAuthority {
    private static final Duration LIFETIME = Duration.ofDays(3650);

    /** Clocks of the two ends may differ a little. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private final Identity own;
    private final SecureRandom random;

    TestAuthority(Identity own, SecureRandom random) {
        this.own = own;
        this.random = random;
    }

    /** What a certificate is for; each profile carries exactly its own usages. */
    enum Profile {
        TLS_SERVER("1.3.6.1.5.5.7.3.1"),
        KIOSK("1.3.6.1.5.5.7.3.2"),
        DOCUMENT_SIGNER("1.3.6.1.5.5.7.3.36"),
        OCSP_RESPONDER("1.3.6.1.5.5.7.3.9");

        private final String purpose;

        Profile(String purpose) {
            this.purpose = purpose;
        }

        private ExtendedKeyUsage extendedKeyUsage() {
            return new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose)));
        }
    }

    static Identity root(String name, Instant now, SecureRandom random) throws IOException {
        try {
            KeyPair keys = keys(random);
            X500Principal subject = subject(name);
            X509v3CertificateBuilder builder =
                    builder(subject, subject, keys.getPublic(), now, now.plus(LIFETIME), random);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Identity(keys.getPrivate(), sign(builder, keys));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("EC P-256 is missing", e);
        }
    }

    Identity issue(Profile profile, String name, Instant now) throws IOException {
        return issue(profile, name, now, now.plus(LIFETIME));
    }

    Identity issue(Profile profile, String name, Instant now, Instant until) throws IOException {
        try {
            KeyPair keys = keys(random);
            X509Certificate issuer = own.certificate();
            X509v3CertificateBuilder builder =
                    builder(issuer.getSubjectX500Principal(), subject(name), keys.getPublic(), now, until, random);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, profile.extendedKeyUsage());
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
            if (profile == Profile.TLS_SERVER) {
                builder.addExtension(Extension.subjectAlternativeName, false, loopback());
            }
            return new Identity(keys.getPrivate(), sign(builder, new KeyPair(issuer.getPublicKey(), own.key())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("EC P-256 is missing", e);
        }
    }

    private static KeyPair keys(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static X500Principal subject(String name) {
        return new X500Principal("CN=" + name + ", O=MADOGUCHI-TEST, C=JP");
    }

    private static X509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, PublicKey key, Instant now, Instant until, SecureRandom random)
            throws GeneralSecurityException, CertIOException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, random).setBit(119),
                Date.from(now.minus(BACKDATED)),
                Date.from(until),
                subject,
                key);
        return builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    }

    private static GeneralNames loopback() {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair by)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }
}
