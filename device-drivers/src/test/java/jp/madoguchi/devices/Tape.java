package jp.madoguchi.devices;

import java.util.Arrays;

/** The bytes of a fuzzer, taken from the front. After its end it goes on with zeroes. */
public final class Tape {
    private final byte[] bytes;
    private int position;

    public Tape(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean ended() {
        return position >= bytes.length;
    }

    /** 0 to 255. */
    public int next() {
        return ended() ? 0 : bytes[position++] & 0xFF;
    }

    /** So many bytes, or those that are left. */
    public byte[] take(int count) {
        int end = Math.min(bytes.length, position + count);
        byte[] taken = Arrays.copyOfRange(bytes, Math.min(position, end), end);
        position = Math.max(position, end);
        return taken;
    }

    public byte[] rest() {
        return take(bytes.length);
    }
}
