package jp.madoguchi.kiosk.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.madoguchi.kiosk.center.TestPki;
import jp.madoguchi.kiosk.terms.Sha256;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrustAnchorsTest {
    @TempDir
    private Path dir;

    @Test
    void load_missingFile_throws() {
        assertThrows(NoSuchFileException.class, () -> load(dir.resolve("none.pem")));
    }

    @Test
    void load_nothingOrNoCertificate_throws() throws IOException {
        Path empty = Files.createFile(dir.resolve("empty.pem"));
        Path other = Files.writeString(
                dir.resolve("other.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertThrows(CertificateException.class, () -> load());
        assertThrows(CertificateException.class, () -> load(empty));
        assertThrows(CertificateException.class, () -> load(other));
    }

    @Test
    void of_notACa_throws() {
        X509Certificate leaf =
                TestPki.leaf(TestCards.NEWER_CA, "CN=Nobody", draft -> {}).certificate();

        assertRefused("not a CA: CN=Nobody", leaf);
    }

    @Test
    void of_publishedAndOthers_throwsNamingTheRule() throws Exception {
        X509Certificate published = certificate(published("auth_ca_2023.pem"));

        assertRefused(
                "published CAs and others must not be trusted together", published, TestCards.NEWER_CA.certificate());
    }

    @Test
    void of_publishedForTheOtherPurpose_throws() throws Exception {
        assertRefused("a published CA of the other purpose", certificate(published("sign_ca_2023.pem")));
    }

    @Test
    void of_keyOfNoAcceptedAlgorithm_throws() {
        assertRefused(
                "its key is of none of the accepted algorithms",
                TestCards.authority(TestCards.CA_NAME, TestPki.p384(), draft -> {})
                        .certificate());
    }

    @Test
    void of_caThatMayCertifyNoOther_isAnAnchor() throws Exception {
        X509Certificate lowest = TestCards.authority(
                        TestCards.CA_NAME,
                        draft -> draft.with(Extension.basicConstraints, true, new BasicConstraints(0)))
                .certificate();

        assertEquals(
                Set.of(lowest),
                TrustAnchors.of(Purpose.USER_AUTHENTICATION, Set.of(lowest), SignatureAlgorithm.USUAL)
                        .certificates());
    }

    @Test
    void of_caWhoseKeyIsNotForCertificates_throws() {
        assertRefused(
                "not a CA",
                TestCards.authority(
                                TestCards.CA_NAME,
                                draft -> draft.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)))
                        .certificate());
        assertRefused(
                "not a CA",
                TestCards.authority(TestCards.CA_NAME, draft -> draft.without(Extension.keyUsage))
                        .certificate());
    }

    @Test
    void production_othersThanPublished_isFalse() throws Exception {
        Path test = Files.writeString(dir.resolve("test.pem"), pem(TestCards.NEWER_CA.certificate()));

        assertFalse(load(test).production());
    }

    @ParameterizedTest
    @CsvSource({
        "USER_AUTHENTICATION, auth_ca_2015.pem, auth_ca_2023.pem",
        "DIGITAL_SIGNATURE, sign_ca_2015.pem, sign_ca_2023.pem"
    })
    void production_publishedAnchors_isTrue(Purpose purpose, String older, String newer) throws Exception {
        List<Path> files = List.of(published(older), published(newer));

        TrustAnchors anchors = TrustAnchors.load(purpose, files, SignatureAlgorithm.USUAL);

        assertTrue(anchors.production());
        assertEquals(TrustAnchors.PUBLISHED.get(purpose), fingerprints(anchors.certificates()));
    }

    @Test
    void load_severalInOneFile_readsAll() throws Exception {
        Path both = Files.writeString(
                dir.resolve("both.pem"), pem(TestCards.OLDER_CA.certificate()) + pem(TestCards.NEWER_CA.certificate()));

        assertEquals(2, load(both).certificates().size());
    }

    private static void assertRefused(String message, X509Certificate... certificates) {
        CertificateException refused = assertThrows(
                CertificateException.class,
                () -> TrustAnchors.of(Purpose.USER_AUTHENTICATION, Set.of(certificates), SignatureAlgorithm.USUAL));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused.getMessage());
    }

    private static TrustAnchors load(Path... files) throws IOException, CertificateException {
        return TrustAnchors.load(Purpose.USER_AUTHENTICATION, List.of(files), SignatureAlgorithm.USUAL);
    }

    private static X509Certificate certificate(Path pem) throws IOException, CertificateException {
        try (InputStream file = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
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
