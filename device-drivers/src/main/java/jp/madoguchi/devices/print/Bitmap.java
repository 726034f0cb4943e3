package jp.madoguchi.devices.print;

import java.util.Arrays;

/**
 * One side in black and white, the dots of a row packed into bytes from the left (most significant bit first), 1 = black. The
 * bits that fill a row's last byte up are 0. A4 at 600 dpi is 4.35 MB. One thread at a time.
 */
public final class Bitmap implements AutoCloseable {
    private final int width;
    private final int height;
    private final int rowBytes;
    private final byte[] dots;

    /** All white. */
    public Bitmap(int width, int height) {
        this.width = width;
        this.height = height;
        this.rowBytes = (width + 7) / 8;
        this.dots = new byte[Math.multiplyExact(rowBytes, height)];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int rowBytes() {
        return rowBytes;
    }

    /** Makes one dot black. */
    public void ink(int x, int y) {
        dots[y * rowBytes + x / 8] |= (byte) (0x80 >> x % 8);
    }

    /** Copies row {@code y} (0 is the top) to the beginning of {@code into}. */
    public void row(int y, byte[] into) {
        System.arraycopy(dots, y * rowBytes, into, 0, rowBytes);
    }

    /** Wipes it. */
    @Override
    public void close() {
        Arrays.fill(dots, (byte) 0);
    }
}
