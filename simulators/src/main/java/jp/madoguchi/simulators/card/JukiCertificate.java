package jp.madoguchi.simulators.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import jp.madoguchi.simulators.pki.Link;
import jp.madoguchi.simulators.pki.PrefectureKeys;
import jp.madoguchi.simulators.pki.PrefecturePki;

/**
 * The certificate of the Juki cards, of {@link PrefecturePki}, as it was on 2016-07-01, and beside it what was published to judge it
 * by: {@code DIR/prefecture/} with {@code anchor.pem}, {@code certificates.pem} and {@code lists.pem}. It issues nothing more, so the
 * CAs' keys are dropped.
 */
final class JukiCertificate {
    /** The day of the published lists; the certificate was valid for a year before it and two after. */
    static final Instant AS_OF = Instant.parse("2016-07-01T03:00:00Z");

    private JukiCertificate() {}

    /** That of a directory, made when it is not there. */
    static CertificateAuthority.Issued kept(Path dir, SecureRandom random) throws IOException {
        Path published = dir.resolve("prefecture");
        Path secret = dir.resolve("private").resolve("prefecture_holder.key");
        if (!Files.exists(published.resolve("holder.pem"))) {
            make(Files.createDirectories(published), secret, random);
        }
        return new CertificateAuthority.Issued(
                CardStore.readCertificate(published.resolve("holder.pem")),
                CardStore.readKey(secret),
                CardStore.readCertificate(published.resolve("prefecture.pem")));
    }

    /** The holder's certificate comes last: without it the rest is unfinished. */
    private static void make(Path published, Path secret, SecureRandom random) throws IOException {
        try {
            PrefectureKeys keys = PrefectureKeys.generate(random);
            PrefecturePki pki = PrefecturePki.of(keys, AS_OF, (link, draft) -> {});
            CardStore.writeKey(secret, keys.holder().getPrivate().getEncoded());
            CardStore.writeCertificate(
                    published.resolve("anchor.pem"), pki.anchor().getEncoded());
            CardStore.writeCertificate(
                    published.resolve("prefecture.pem"), pki.prefecture().getEncoded());
            ByteArrayOutputStream certificates = new ByteArrayOutputStream();
            for (X509Certificate each : pki.published()) {
                certificates.writeBytes(CardStore.pem("CERTIFICATE", each.getEncoded()));
            }
            CardStore.write(published.resolve("certificates.pem"), certificates.toByteArray(), CardStore.PUBLIC);
            ByteArrayOutputStream lists = new ByteArrayOutputStream();
            for (Link link : Link.values()) {
                X509CRL list = pki.list(link);
                lists.writeBytes(CardStore.pem("X509 CRL", list.getEncoded()));
            }
            CardStore.write(published.resolve("lists.pem"), lists.toByteArray(), CardStore.PUBLIC);
            CardStore.writeCertificate(
                    published.resolve("holder.pem"),
                    pki.certificate(Link.HOLDER).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot make the older PKI: " + e.getMessage(), e);
        }
    }
}
