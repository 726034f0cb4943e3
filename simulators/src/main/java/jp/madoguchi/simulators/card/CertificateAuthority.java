package jp.madoguchi.simulators.card;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * One of JPKI's two certification authorities, as a test copy: the shape of the published ones (RSA-2048, SHA-256,
 * self-signed, its key usage and names), {@code O=JPKI-TEST}, a key of its own and no trust.
 */
final class CertificateAuthority {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final JpkiProfile profile;
    private final X509CertificateHolder certificate;
    private final PrivateKey key;
    private final SecureRandom random;

    private CertificateAuthority(
            JpkiProfile profile, X509CertificateHolder certificate, PrivateKey key, SecureRandom random) {
        this.profile = profile;
        this.certificate = certificate;
        this.key = key;
        this.random = random;
    }

    /** A new one, valid for ten years less a day, as the published ones are. */
    static CertificateAuthority create(JpkiProfile profile, Instant now, SecureRandom random) throws IOException {
        KeyPair pair = newKey(random);
        X500Name name = profile.authorityName();
        LocalDate last = now.atZone(JAPAN).toLocalDate().plusYears(10).minusDays(1);
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name, serial(random), Date.from(now), Date.from(endOf(last)), name, pair.getPublic());
            profile.extendAuthority(builder, pair.getPublic());
            return new CertificateAuthority(profile, signed(builder, pair.getPrivate()), pair.getPrivate(), random);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("cannot make a test CA: " + e.getMessage(), e);
        }
    }

    /** The one that was created before and kept in files. */
    static CertificateAuthority of(JpkiProfile profile, byte[] certificate, byte[] pkcs8, SecureRandom random)
            throws IOException {
        try {
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new CertificateAuthority(profile, new X509CertificateHolder(certificate), key, random);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use the test CA's key: " + e.getMessage(), e);
        }
    }

    /**
     * Issues a certificate and makes its key.
     *
     * @param last the last day on which it is valid; it ends with that day in Japan
     */
    Issued issue(CertificateSubject subject, Instant from, LocalDate last) throws IOException {
        KeyPair pair = newKey(random);
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    certificate.getSubject(),
                    serial(random),
                    Date.from(from),
                    Date.from(endOf(last)),
                    profile.userName(subject),
                    pair.getPublic());
            profile.extendUser(builder, pair.getPublic(), certificate, subject);
            return new Issued(
                    signed(builder, key).getEncoded(), pair.getPrivate().getEncoded(), certificate());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("cannot issue a test certificate: " + e.getMessage(), e);
        }
    }

    byte[] certificate() throws IOException {
        return certificate.getEncoded();
    }

    byte[] key() {
        return key.getEncoded();
    }

    /** 23:59:59 in Japan, the instant at which every JPKI certificate ends. */
    private static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(JAPAN).toInstant();
    }

    private static X509CertificateHolder signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException {
        return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key));
    }

    private static BigInteger serial(SecureRandom random) {
        return BigInteger.valueOf(0x1000_0000L + random.nextInt(0x6000_0000));
    }

    private static KeyPair newKey(SecureRandom random) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java makes no RSA keys: " + e.getMessage(), e);
        }
    }

    /** A certificate, its key (PKCS#8) and its issuer's certificate, all DER. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, written to files and dropped
    record Issued(byte[] certificate, byte[] key, byte[] authority) {}
}
