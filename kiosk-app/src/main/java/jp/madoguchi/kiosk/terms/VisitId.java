package jp.madoguchi.kiosk.terms;

import java.security.SecureRandom;
import java.util.Optional;

/** The name that the kiosk gives a visit: 16 random bytes, in lower-case hex. */
public record VisitId(String hex) {
    private static final int LENGTH = 16;

    /** Throws when {@code hex} is not 32 lower-case hex digits. */
    public VisitId {
        Hex.require(hex, LENGTH);
    }

    /** Empty when {@code text} names none. */
    public static Optional<VisitId> of(String text) {
        return Hex.is(text, LENGTH) ? Optional.of(new VisitId(text)) : Optional.empty();
    }

    public static VisitId random(SecureRandom random) {
        return new VisitId(Hex.random(random, LENGTH));
    }

    /** What a resident or clerk reads out when something is owed: the first 8 digits, as {@code 3F2A-91C0}. */
    public String claimNumber() {
        return Hex.spoken(hex);
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
