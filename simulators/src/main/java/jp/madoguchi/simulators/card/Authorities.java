package jp.madoguchi.simulators.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * The CAs that cards are issued under.
 *
 * @param juki the one certificate that a prefecture's CA has issued
 */
record Authorities(
        CertificateAuthority authentication, CertificateAuthority signature, CertificateAuthority.Issued juki) {
    /** Clocks of programs that read the certificates may be a little behind. */
    static final Duration BACKDATED = Duration.ofDays(1);

    /** Those of a directory, made when they are not there. */
    static Authorities in(Path dir, Instant now, SecureRandom random) throws IOException {
        return new Authorities(
                kept(dir, "auth_ca", JpkiProfile.USER_AUTHENTICATION, now, random),
                kept(dir, "sign_ca", JpkiProfile.DIGITAL_SIGNATURE, now, random),
                JukiCertificate.kept(dir, random));
    }

    /** Of the same names, with keys that nobody keeps; the prefecture's is the same. */
    Authorities unknown(Instant now, SecureRandom random) throws IOException {
        Instant from = now.minus(BACKDATED);
        return new Authorities(
                CertificateAuthority.create(JpkiProfile.USER_AUTHENTICATION, from, random),
                CertificateAuthority.create(JpkiProfile.DIGITAL_SIGNATURE, from, random),
                juki);
    }

    private static CertificateAuthority kept(
            Path dir, String name, JpkiProfile profile, Instant now, SecureRandom random) throws IOException {
        Path certificate = dir.resolve(name + ".pem");
        Path key = dir.resolve("private").resolve(name + ".key");
        if (Files.exists(certificate)) {
            if (!Files.exists(key)) {
                throw new IOException(
                        certificate + " is there without " + key + ": remove both, or bring the key back");
            }
            return CertificateAuthority.of(
                    profile, CardStore.readCertificate(certificate), CardStore.readKey(key), random);
        }
        CertificateAuthority fresh = CertificateAuthority.create(profile, now.minus(BACKDATED), random);
        CardStore.writeKey(key, fresh.key()); // a key without a certificate is only an unfinished CA
        CardStore.writeCertificate(certificate, fresh.certificate());
        return fresh;
    }
}
