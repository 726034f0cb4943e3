package jp.madoguchi.simulators.center;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex: how every value of the binding is compared and written. */
final class Hash {
    private Hash() {}

    static String of(byte[] content) {
        return HexFormat.of().formatHex(bytes(content));
    }

    static byte[] bytes(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
