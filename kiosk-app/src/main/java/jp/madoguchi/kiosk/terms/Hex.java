package jp.madoguchi.kiosk.terms;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Lower-case hex of a fixed length, as ids and digests stand on every wire. */
final class Hex {
    private Hex() {}

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return of(bytes);
    }

    /** The first 8 digits, as a person reads them out: {@code 3F2A-91C0}. */
    static String spoken(String hex) {
        return hex.substring(0, 4).toUpperCase(Locale.ROOT) + "-"
                + hex.substring(4, 8).toUpperCase(Locale.ROOT);
    }

    static boolean is(String text, int length) {
        return text.length() == 2 * length && text.chars().allMatch(Hex::isDigit);
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /** Answers {@code text}, or throws when it is not {@code length} bytes in lower-case hex. */
    static String require(String text, int length) {
        if (!is(text, length)) {
            throw new IllegalArgumentException("not " + length + " bytes in lower-case hex");
        }
        return text;
    }
}
