package jp.madoguchi.devices.print.ipp;

import java.util.Arrays;

/** What a row of dots goes through on its way to the printer; in place. */
final class RasterDots {
    private RasterDots() {}

    /** The last dot first; the bits that fill up the last byte stay at the end. */
    static void mirror(byte[] row, int width) {
        for (int left = 0, right = width - 1; left < right; left++, right--) {
            boolean was = dot(row, left);
            set(row, left, dot(row, right));
            set(row, right, was);
        }
    }

    /** From a bit a dot to the printer's kind. */
    static void widen(byte[] row, int width, RasterKind.Dots kind) {
        if (kind == RasterKind.Dots.BLACK_1) {
            return;
        }
        byte black = (byte) (kind == RasterKind.Dots.BLACK_8 ? 0xff : 0);
        for (int x = width - 1; x >= 0; x--) { // from the right: byte x is not read any more when it is written
            row[x] = dot(row, x) ? black : (byte) ~black;
        }
        Arrays.fill(row, width, row.length, (byte) 0);
    }

    private static boolean dot(byte[] row, int x) {
        return (row[x / 8] & 0x80 >> x % 8) != 0;
    }

    private static void set(byte[] row, int x, boolean black) {
        int mask = 0x80 >> x % 8;
        row[x / 8] = (byte) (black ? row[x / 8] | mask : row[x / 8] & ~mask);
    }
}
