package jp.madoguchi.kiosk.terms;

import java.security.SecureRandom;

/** The name that the kiosk gives a request for one document: 16 random bytes, in lower-case hex. */
public record RequestId(String hex) {
    private static final int LENGTH = 16;

    /** Throws when {@code hex} is not 32 lower-case hex digits. */
    public RequestId {
        Hex.require(hex, LENGTH);
    }

    public static RequestId random(SecureRandom random) {
        return new RequestId(Hex.random(random, LENGTH));
    }

    /** The 16 bytes. */
    public byte[] bytes() {
        return Hex.bytes(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
