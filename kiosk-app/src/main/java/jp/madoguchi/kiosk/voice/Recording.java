package jp.madoguchi.kiosk.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Words in one voice, recorded when texts are built.
 *
 * @param tongue the language tag of the voice: やさしい日本語 is said by the one of Japanese
 * @param words as they are said, not as they are written ({@link SpokenForm})
 */
public record Recording(String tongue, String words) {
    /** Another when the same words are to be made anew: with another voice, or other settings of it. */
    private static final String MAKE = "1";

    private static final int LETTERS = 20;

    /** Of its file, without ending. */
    public String name() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", MAKE, tongue, words).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
