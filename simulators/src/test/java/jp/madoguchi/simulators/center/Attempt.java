package jp.madoguchi.simulators.center;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** An authentication as a kiosk builds it, each part open to change before {@link #body}. */
final class Attempt {
    byte[] prefix = ascii("MADOGUCHI-AUTH-V1\0");
    byte[] purpose = ascii("issue-documents");
    byte[] kiosk;
    byte[] kioskCertificate;
    byte[] center = ascii("TEST-CENTER");
    byte[] visit;
    byte[] nonce;
    byte[] issued;
    byte[] visitKey;
    byte[] resident;
    byte[] token = ascii("my-number-card");
    byte[] tail = {};
    byte[] sentKey;
    byte[] sentCertificate;
    TestCard signer;

    Attempt(TestKiosk by, String visit, byte[] nonce, TestCard card, KeyPair key, Instant now) {
        this.kiosk = ascii(by.id());
        this.kioskCertificate = sha256(by.certificate());
        this.visit = HexFormat.of().parseHex(visit);
        this.nonce = nonce;
        this.issued = ascii(now.truncatedTo(ChronoUnit.SECONDS).toString());
        this.sentKey = key.getPublic().getEncoded();
        this.visitKey = sha256(sentKey);
        this.sentCertificate = card.der();
        this.resident = sha256(sentCertificate);
        this.signer = card;
    }

    byte[] t() {
        ByteArrayOutputStream t = new ByteArrayOutputStream();
        t.writeBytes(prefix);
        for (byte[] field :
                new byte[][] {purpose, kiosk, kioskCertificate, center, visit, nonce, issued, visitKey, resident, token
                }) {
            t.write(field.length >> 8);
            t.write(field.length);
            t.writeBytes(field);
        }
        t.writeBytes(tail);
        return t.toByteArray();
    }

    Map<String, Object> body() {
        byte[] t = t();
        return Map.of(
                "t", base64(t),
                "signature", base64(signer.sign(t)),
                "certificate", base64(sentCertificate),
                "publicKey", base64(sentKey));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
