package jp.madoguchi.kiosk.terms;

/** The center's 32 bytes that one authentication uses up, in lower-case hex. */
public record Nonce(String hex) {
    private static final int LENGTH = 32;

    /** Throws when {@code hex} is not 64 lower-case hex digits. */
    public Nonce {
        Hex.require(hex, LENGTH);
    }

    /** Throws when {@code bytes} are not exactly 32. */
    public static Nonce of(byte[] bytes) {
        return new Nonce(Hex.of(bytes));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return Hex.bytes(hex);
    }
}
