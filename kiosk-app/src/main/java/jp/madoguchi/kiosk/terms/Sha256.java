package jp.madoguchi.kiosk.terms;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 value, in lower-case hex as it stands in manifests. */
public record Sha256(String hex) {
    private static final int LENGTH = 32;

    /** Throws when {@code hex} is not 64 lower-case hex digits. */
    public Sha256 {
        Hex.require(hex, LENGTH);
    }

    /** Whether {@code text} is 64 lower-case hex digits. */
    public static boolean isHex(String text) {
        return Hex.is(text, LENGTH);
    }

    /** The digest of {@code content}. */
    public static Sha256 of(byte[] content) {
        try {
            return new Sha256(Hex.of(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return Hex.bytes(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
