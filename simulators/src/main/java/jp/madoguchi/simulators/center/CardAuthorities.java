package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.madoguchi.simulators.center.status.CardAuthority;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * The CAs whose cards the center knows: the folder's {@code auth_ca*.pem} and {@code sign_ca*.pem}, each with its key when
 * {@code private/} has it. Files are read at each call.
 */
final class CardAuthorities {
    /** Those that issue certificates to log in with. */
    static final String AUTHENTICATION = "auth_ca*.pem";

    static final String ANY = "{auth,sign}_ca*.pem";

    private static final int KEY_CERT_SIGN = 5;

    private final Path dir;

    CardAuthorities(Path dir) {
        this.dir = dir;
    }

    List<CardAuthority> all() throws IOException {
        return read(ANY);
    }

    /** @param name of its file, without {@code .pem} */
    Optional<CardAuthority> named(String name) throws IOException {
        return name.matches("(auth|sign)_ca[\\w-]*")
                ? read(name + ".pem").stream().findFirst()
                : Optional.empty();
    }

    /** Generations of one CA share a name, so only the signature tells the issuer. */
    Optional<CardAuthority> issuer(X509Certificate certificate, String files) throws IOException {
        for (CardAuthority authority : read(files)) {
            if (isAuthority(authority.certificate()) && isSignedBy(certificate, authority.certificate())) {
                return Optional.of(authority);
            }
        }
        return Optional.empty();
    }

    /** The one that the question names. */
    Optional<CardAuthority> issuer(CertificateQuestion question) throws IOException {
        for (CardAuthority authority : all()) {
            if (isAuthority(authority.certificate()) && question.isOf(authority)) {
                return Optional.of(authority);
            }
        }
        return Optional.empty();
    }

    private List<CardAuthority> read(String glob) throws IOException {
        List<CardAuthority> authorities = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(dir, glob)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                Path key = dir.resolve("private").resolve(name.replaceFirst("pem$", "key"));
                authorities.add(new CardAuthority(
                        CertificateFile.read(file), Files.exists(key) ? Optional.of(key(key)) : Optional.empty()));
            }
        }
        return authorities;
    }

    private static PrivateKey key(Path file) throws IOException {
        try (PEMParser pem = new PEMParser(new StringReader(Files.readString(file)))) {
            if (pem.readObject() instanceof PrivateKeyInfo key) {
                return new JcaPEMKeyConverter().getPrivateKey(key);
            }
        }
        throw new IOException(file + " holds no private key");
    }

    private static boolean isAuthority(X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        return authority.getBasicConstraints() >= 0 && usage != null && usage[KEY_CERT_SIGN];
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate authority) {
        if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
