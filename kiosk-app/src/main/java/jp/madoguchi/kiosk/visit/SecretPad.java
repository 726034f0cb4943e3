package jp.madoguchi.kiosk.visit;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Where a secret is from the first key until the card has it: bytes outside the heap, which no collector copies. Any thread.
 * Who takes the secret owns the array and wipes it.
 */
public abstract class SecretPad {
    private final int least;
    private final ByteBuffer typed;

    /** @param least how many characters a whole secret has, and {@code most} at most */
    protected SecretPad(int least, int most) {
        this.least = least;
        this.typed = ByteBuffer.allocateDirect(most);
    }

    /** Adds a character; a full pad takes none. */
    protected final synchronized void put(char character) {
        if (typed.hasRemaining()) {
            typed.put((byte) character);
        }
    }

    /** Takes back the last character, if there is one. */
    public final synchronized void erase() {
        if (typed.position() > 0) {
            int last = typed.position() - 1;
            typed.put(last, (byte) 0).position(last);
        }
    }

    /** Wipes everything. */
    public final synchronized void clear() {
        for (int i = 0; i < typed.capacity(); i++) {
            typed.put(i, (byte) 0);
        }
        typed.clear();
    }

    public final synchronized int count() {
        return typed.position();
    }

    /** Whether it could be a whole secret. */
    public final synchronized boolean complete() {
        return typed.position() >= least;
    }

    /** Whether the same was typed into both. Compared where it lies. */
    final synchronized boolean same(SecretPad other) {
        return other.isSame(typed());
    }

    private synchronized boolean isSame(ByteBuffer theirs) {
        return typed().equals(theirs);
    }

    /** What was typed, where it lies. */
    final synchronized ByteBuffer typed() {
        return typed.duplicate().flip();
    }

    /** What was typed, in ASCII; the pad is empty afterwards. Empty when it was not complete, and then stays as it is. */
    public final synchronized Optional<byte[]> take() {
        if (!complete()) {
            return Optional.empty();
        }
        byte[] taken = new byte[typed.position()];
        typed.get(0, taken);
        clear();
        return Optional.of(taken);
    }

    /** How full it is, never what is in it. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + count() + " of " + typed.capacity() + "]";
    }
}
