package jp.madoguchi.workbench.papers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** What a simulated card is made of, used without a reader: this is about what the center gives, not about how a card is asked. */
record CardFiles(Path dir) {

    /** The user-authentication certificate, DER. */
    byte[] certificate() throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(dir.resolve("auth.pem"))) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(pem)
                    .getEncoded();
        }
    }

    /** As the card signs: RSASSA-PKCS1-v1_5 with SHA-256. */
    byte[] sign(byte[] text) throws IOException, GeneralSecurityException {
        String pem = Files.readString(dir.resolve("auth.key")).replaceAll("-----[A-Z ]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }
}
