package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** A random name that opens something: 32 bytes, written in base64url. Compared in constant time, never printed. */
final class Secret {
    private static final int BYTES = 32;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** For the one who is to know it. */
    String text() {
        return text;
    }

    boolean is(String claimed) {
        return is(claimed.getBytes(US_ASCII));
    }

    boolean is(byte[] claimed) {
        return MessageDigest.isEqual(text.getBytes(US_ASCII), claimed);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
