package jp.madoguchi.devices.print.ipp;

import java.io.ByteArrayOutputStream;

/**
 * Compression of one row (PWG 5102.4 section 4.4): a byte that says how often more the row comes, then runs. A run is a count
 * n of 0–127 and one byte, which comes n + 1 times, or a count of 129–255 and 257 − count bytes as they are.
 *
 * <table>
 * <caption>Rows of four bytes</caption>
 * <tr><th>row</th><th>in all</th><th>compressed</th></tr>
 * <tr><td>00 00 00 00</td><td>256</td><td>ff 03 00</td></tr>
 * <tr><td>01 02 03 04</td><td>1</td><td>00 fd 01 02 03 04</td></tr>
 * <tr><td>01 02 02 02</td><td>2</td><td>01 00 01 02 02</td></tr>
 * </table>
 */
final class RasterRow {
    /** How often one row may come in all. */
    static final int MOST_REPEATS = 256;

    private static final int LONGEST_RUN = 128;

    private RasterRow() {}

    /** @param times 1 to {@link #MOST_REPEATS} */
    static void write(byte[] row, int length, int times, ByteArrayOutputStream out) {
        out.write(times - 1);
        int at = 0;
        while (at < length) {
            int same = same(row, at, length);
            if (same > 1 || at + 1 == length) {
                out.write(same - 1);
                out.write(row[at]);
                at += same;
            } else {
                int different = different(row, at, length);
                if (different == 1) {
                    out.write(0);
                } else {
                    out.write(257 - different);
                }
                out.write(row, at, different);
                at += different;
            }
        }
    }

    private static int same(byte[] row, int from, int length) {
        int end = Math.min(length, from + LONGEST_RUN);
        int at = from + 1;
        while (at < end && row[at] == row[from]) {
            at++;
        }
        return at - from;
    }

    /** Bytes until the next two that are equal. */
    private static int different(byte[] row, int from, int length) {
        int end = Math.min(length, from + LONGEST_RUN);
        int at = from + 1;
        while (at < end && (at + 1 >= length || row[at] != row[at + 1])) {
            at++;
        }
        return at - from;
    }
}
