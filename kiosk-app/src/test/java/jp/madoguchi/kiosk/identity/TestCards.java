package jp.madoguchi.kiosk.identity;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.function.Consumer;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.center.TestPki.Draft;
import jp.madoguchi.kiosk.center.TestPki.Identity;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** Cards and CAs in the shape of JPKI's, of people who do not exist. */
final class TestCards {
    static final String CA_NAME = "C=JP,O=JPKI-TEST,OU=JPKI for user authentication";
    static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant ENDS = Instant.parse("2031-04-02T14:59:59Z");
    static final KeyPair CARD_KEYS = TestPki.rsa();

    /** Two generations under one name, as there are. */
    static final Identity OLDER_CA = authority(CA_NAME, Instant.parse("2036-01-01T14:59:59Z"));

    static final Identity NEWER_CA = authority(CA_NAME, Instant.parse("2037-01-01T14:59:59Z"));

    private TestCards() {}

    static Identity authority(String name, Instant ends) {
        return authority(name, draft -> draft.notAfter = ends);
    }

    static Identity authority(String name, Consumer<Draft> change) {
        return authority(name, TestPki.rsa(), change);
    }

    static Identity authority(String name, KeyPair keys, Consumer<Draft> change) {
        Draft draft = new Draft(name, name)
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.subjectKeyIdentifier, false, utils().createSubjectKeyIdentifier(keys.getPublic()));
        draft.notBefore = Instant.parse("2025-01-01T00:00:00Z");
        draft.notAfter = ENDS;
        change.accept(draft);
        return TestPki.issue(draft, keys, keys);
    }

    static byte[] card(Identity authority, Consumer<Draft> change) {
        return card(authority, CARD_KEYS, change);
    }

    /** A user-authentication certificate as it should be, changed by {@code change}. */
    static byte[] card(Identity authority, KeyPair keys, Consumer<Draft> change) {
        Draft draft = new Draft("C=JP,CN=00000000TEST0000FICTIONAL", CA_NAME)
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.certificatePolicies, true, policy("1.2.392.200149.8.5.1.3.30"))
                .with(
                        Extension.authorityKeyIdentifier,
                        false,
                        utils().createAuthorityKeyIdentifier(authority.keys().getPublic()))
                .with(Extension.subjectKeyIdentifier, false, utils().createSubjectKeyIdentifier(keys.getPublic()));
        draft.notBefore = ISSUED;
        draft.notAfter = ENDS;
        change.accept(draft);
        try {
            return TestPki.issue(draft, keys, authority.keys()).certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    static CertificatePolicies policy(String oid) {
        return new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(oid)));
    }

    static JcaX509ExtensionUtils utils() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] and(byte[] bytes, int more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes);
        out.write(more);
        return out.toByteArray();
    }
}
