package jp.madoguchi.workbench.attack;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues what an authority should, and what it should not. */
final class Certificates {
    private static final KeyPurposeId DOCUMENT_SIGNING =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));

    private Certificates() {}

    /** What a certificate will say. */
    static final class Draft {
        private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
        Instant from = Instant.now().minus(Duration.ofDays(1));
        Instant until = Instant.now().plus(Duration.ofDays(1));
        String algorithm = "SHA256withECDSA";

        Draft with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
            try {
                extensions.put(
                        oid,
                        new Extension(oid, critical, value.toASN1Primitive().getEncoded()));
                return this;
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        Draft without(ASN1ObjectIdentifier oid) {
            extensions.remove(oid);
            return this;
        }
    }

    /** A document signer as binding.md section 2 wants it, but for the change. */
    static Keys signer(Keys authority, Consumer<Draft> change) throws GeneralSecurityException {
        Draft draft = new Draft()
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(DOCUMENT_SIGNING));
        change.accept(draft);
        return issue(Optional.of(authority), "Test Document Signer", draft);
    }

    /** A server's certificate for {@code localhost}, but for the change. */
    static Keys server(Keys authority, Consumer<Draft> change) throws GeneralSecurityException {
        return issue(Optional.of(authority), "localhost", serverDraft(change));
    }

    /** One that vouches for itself. */
    static Keys selfSignedServer() throws GeneralSecurityException {
        return issue(Optional.empty(), "localhost", serverDraft(draft -> {}));
    }

    /** An authority that nobody trusts, with the name of one that is trusted. */
    static Keys stranger(Keys trusted) throws GeneralSecurityException {
        Draft draft = new Draft().with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        return issue(Optional.empty(), trusted.certificate().getSubjectX500Principal(), draft);
    }

    static GeneralNames names(String host) {
        return new GeneralNames(new GeneralName(GeneralName.dNSName, host));
    }

    private static Draft serverDraft(Consumer<Draft> change) {
        Draft draft = new Draft()
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .with(Extension.subjectAlternativeName, false, names("localhost"));
        change.accept(draft);
        return draft;
    }

    private static Keys issue(Optional<Keys> authority, String name, Draft draft) throws GeneralSecurityException {
        return issue(authority, new X500Principal("CN=" + name + ", O=MADOGUCHI-TEST, C=JP"), draft);
    }

    private static Keys issue(Optional<Keys> authority, X500Principal subject, Draft draft)
            throws GeneralSecurityException {
        KeyPair pair = Keys.pair();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                authority
                        .map(issuer -> issuer.certificate().getSubjectX500Principal())
                        .orElse(subject),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(draft.from),
                Date.from(draft.until),
                subject,
                pair.getPublic());
        try {
            for (Extension extension : draft.extensions.values()) {
                builder.addExtension(extension);
            }
            JcaContentSignerBuilder signer = new JcaContentSignerBuilder(draft.algorithm);
            return new Keys(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(builder.build(
                                    signer.build(authority.map(Keys::key).orElse(pair.getPrivate())))));
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
