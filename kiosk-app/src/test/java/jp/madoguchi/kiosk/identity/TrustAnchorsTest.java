package jp.madoguchi.kiosk.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.terms.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustAnchorsTest {
    @TempDir
    private Path dir;

    @Test
    void load_missingFile_throws() {
        assertThrows(NoSuchFileException.class, () -> TrustAnchors.load(List.of(dir.resolve("none.pem"))));
    }

    @Test
    void load_nothingOrNoCertificate_throws() throws IOException {
        Path empty = Files.createFile(dir.resolve("empty.pem"));
        Path other = Files.writeString(
                dir.resolve("other.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertThrows(CertificateException.class, () -> TrustAnchors.load(List.of()));
        assertThrows(CertificateException.class, () -> TrustAnchors.load(List.of(empty)));
        assertThrows(CertificateException.class, () -> TrustAnchors.load(List.of(other)));
    }

    @Test
    void of_notACa_throws() {
        X509Certificate leaf =
                TestPki.leaf(TestCards.NEWER_CA, "CN=Nobody", draft -> {}).certificate();

        assertThrows(CertificateException.class, () -> TrustAnchors.of(Set.of(leaf)));
    }

    @Test
    void production_oneAnchorThatIsNotPublished_isFalse() throws Exception {
        Path test = Files.writeString(dir.resolve("test.pem"), pem(TestCards.NEWER_CA.certificate()));

        assertFalse(TrustAnchors.load(List.of(test)).production());
        assertFalse(
                TrustAnchors.load(List.of(published("auth_ca_2023.pem"), test)).production());
    }

    @Test
    void production_publishedAnchors_isTrue() throws Exception {
        List<Path> files = List.of(published("auth_ca_2015.pem"), published("auth_ca_2023.pem"));

        TrustAnchors anchors = TrustAnchors.load(files);

        assertTrue(anchors.production());
        assertEquals(TrustAnchors.PUBLISHED, fingerprints(anchors.certificates()));
    }

    @Test
    void load_severalInOneFile_readsAll() throws Exception {
        Path both = Files.writeString(
                dir.resolve("both.pem"), pem(TestCards.OLDER_CA.certificate()) + pem(TestCards.NEWER_CA.certificate()));

        assertEquals(2, TrustAnchors.load(List.of(both)).certificates().size());
    }

    private static Set<Sha256> fingerprints(Set<X509Certificate> certificates) throws CertificateEncodingException {
        Set<Sha256> fingerprints = new HashSet<>();
        for (X509Certificate certificate : certificates) {
            fingerprints.add(Sha256.of(certificate.getEncoded()));
        }
        return fingerprints;
    }

    private static Path published(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(TrustAnchors.class.getResource(name));
        return Path.of(url.toURI());
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }
}
