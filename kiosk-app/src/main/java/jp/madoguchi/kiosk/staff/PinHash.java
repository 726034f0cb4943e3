package jp.madoguchi.kiosk.staff;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of an account's PIN: Argon2id (RFC 9106) with a salt of its own. The parameters stand beside it, so that others can be
 * chosen later. Computing it takes a good part of a second, on purpose.
 *
 * @param salt 16 bytes, hexadecimal
 * @param digest 32 bytes, hexadecimal
 * @param kibibytes of memory
 */
public record PinHash(String salt, String digest, int kibibytes, int passes, int lanes) {
    /** RFC 9106, section 4, second recommended option: 64 MiB and three passes; one lane, since nobody computes them side by side here. */
    private static final int KIBIBYTES = 64 * 1024;

    private static final int PASSES = 3;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int DIGEST = 32;
    private static final HexFormat HEX = HexFormat.of();

    /** @param pin in ASCII; stays the caller's, who wipes it */
    public static PinHash of(byte[] pin, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new PinHash(
                HEX.formatHex(salt),
                HEX.formatHex(digest(pin, salt, KIBIBYTES, PASSES, LANES)),
                KIBIBYTES,
                PASSES,
                LANES);
    }

    /** @param pin in ASCII; stays the caller's, who wipes it */
    public boolean matches(byte[] pin) {
        return MessageDigest.isEqual(HEX.parseHex(digest), digest(pin, HEX.parseHex(salt), kibibytes, passes, lanes));
    }

    private static byte[] digest(byte[] pin, byte[] salt, int kibibytes, int passes, int lanes) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .build());
        byte[] digest = new byte[DIGEST];
        argon.generateBytes(pin, digest);
        return digest;
    }

    /** Nothing that helps to find the PIN. */
    @Override
    public String toString() {
        return "PinHash";
    }
}
