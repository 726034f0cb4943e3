package jp.madoguchi.simulators.center;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * The center's test PKI in its folder: made once, then kept. Three authorities that do not know each other (TLS, kiosks,
 * document signers); the private keys under {@code private/}, what a kiosk needs beside it.
 */
final class CenterPki {
    private final Identity server;
    private final Identity kioskAuthority;
    private final Identity responder;
    private final SignerKeys signers;

    private CenterPki(Identity server, Identity kioskAuthority, Identity responder, SignerKeys signers) {
        this.server = server;
        this.kioskAuthority = kioskAuthority;
        this.responder = responder;
        this.signers = signers;
    }

    /** Makes whatever is missing, an identity for the kiosk named included. */
    static CenterPki keep(Path dir, String kiosk, Instant now, SecureRandom random) throws IOException {
        Path keys = Files.createDirectories(
                dir.resolve("private"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Identity tlsAuthority = keep(keys.resolve("tls-ca.pem"), () -> TestAuthority.root("Test TLS CA", now, random));
        Identity kioskAuthority =
                keep(keys.resolve("kiosk-ca.pem"), () -> TestAuthority.root("Test Kiosk CA", now, random));
        Identity server = keep(
                keys.resolve("center-tls.pem"),
                () -> new TestAuthority(tlsAuthority, random)
                        .issue(TestAuthority.Profile.TLS_SERVER, "localhost", now));
        Identity responder = keep(
                keys.resolve("ocsp.pem"),
                () -> new TestAuthority(TestAuthority.root("Test Status CA", now, random), random)
                        .issue(TestAuthority.Profile.OCSP_RESPONDER, "Test OCSP Responder", now));
        tlsAuthority.writeCertificate(dir.resolve("center-tls-ca.pem"));
        CenterPki pki = new CenterPki(server, kioskAuthority, responder, SignerKeys.keep(dir, now, random));
        pki.keepKiosk(dir, kiosk, now, random);
        return pki;
    }

    Identity server() {
        return server;
    }

    /** Who answers OCSP. */
    Identity responder() {
        return responder;
    }

    SignerKeys signers() {
        return signers;
    }

    /** TLS with the center's certificate, trusting kiosks alone. */
    SSLContext tls() {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            char[] password = new char[0];
            own.init(store(server, password, server.certificate()), password);
            KeyStore kiosks = KeyStore.getInstance("PKCS12");
            load(kiosks);
            kiosks.setCertificateEntry("kiosks", kioskAuthority.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(kiosks);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform's TLS refuses the test PKI", e);
        }
    }

    /** The common name, which is the kiosk's id; empty when there is none. */
    static String commonName(X500Principal subject) {
        return Arrays.stream(X500Name.getInstance(subject.getEncoded()).getRDNs(BCStyle.CN))
                .map(name -> IETFUtils.valueToString(name.getFirst().getValue()))
                .findFirst()
                .orElse("");
    }

    private void keepKiosk(Path dir, String kiosk, Instant now, SecureRandom random) throws IOException {
        Path file = dir.resolve("kiosk.p12");
        Path passwordFile = dir.resolve("kiosk.p12.password");
        if (Files.exists(file) && Files.exists(passwordFile) && isFor(kiosk, file, passwordFile)) {
            return;
        }
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        // Kept in a file beside it: the password protects nothing here, the format wants one.
        String password = HexFormat.of().formatHex(secret);
        writeKiosk(file, kiosk, password, now, random);
        Identity.writePrivately(passwordFile, password.getBytes(StandardCharsets.US_ASCII));
    }

    /** Another identity for the same kiosk, valid beside the first: {@code kiosk-next.p12}, with the same password. */
    void writeNextKiosk(Path dir, String kiosk, Instant now, SecureRandom random) throws IOException {
        String password = Files.readString(dir.resolve("kiosk.p12.password")).strip();
        writeKiosk(dir.resolve("kiosk-next.p12"), kiosk, password, now, random);
    }

    private void writeKiosk(Path file, String kiosk, String password, Instant now, SecureRandom random)
            throws IOException {
        Identity identity = new TestAuthority(kioskAuthority, random).issue(TestAuthority.Profile.KIOSK, kiosk, now);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            store(identity, password.toCharArray(), identity.certificate(), kioskAuthority.certificate())
                    .store(bytes, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PKCS #12 is missing", e);
        }
        Identity.writePrivately(file, bytes.toByteArray());
    }

    private boolean isFor(String kiosk, Path file, Path passwordFile) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes, Files.readString(passwordFile).strip().toCharArray());
            if (!(store.getCertificate("identity") instanceof X509Certificate certificate)) {
                return false;
            }
            certificate.verify(kioskAuthority.certificate().getPublicKey());
            return commonName(certificate.getSubjectX500Principal()).equals(kiosk);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static KeyStore store(Identity identity, char[] password, X509Certificate... chain)
            throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        load(store);
        store.setKeyEntry(
                "identity", identity.key(), password, Arrays.copyOf(chain, chain.length, Certificate[].class));
        return store;
    }

    private static void load(KeyStore empty) throws GeneralSecurityException {
        try {
            empty.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    static Identity keep(Path file, Making making) throws IOException {
        if (Files.exists(file)) {
            return Identity.read(file);
        }
        Identity made = making.make();
        made.write(file);
        return made;
    }

    @FunctionalInterface
    interface Making {
        Identity make() throws IOException;
    }
}
