package jp.madoguchi.devices.print.ipp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RasterRowTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({
        "00000000, 256, ff0300",
        "01020304, 1, 00fd01020304",
        "01020202, 2, 0100010202",
        "01010203, 1, 000101ff0203",
        "01, 1, 000001",
        "0102, 1, 00ff0102",
    })
    void write_shortRow_isAsTheSpecificationSays(String row, int times, String expected) {
        assertEquals(expected, HEX.formatHex(written(HEX.parseHex(row), times)));
    }

    @ParameterizedTest
    @CsvSource({"127, 007e00", "128, 007f00", "129, 007f000000", "257, 007f007f000000"})
    void write_longRun_isCutAt128(int length, String expected) {
        assertEquals(expected, HEX.formatHex(written(new byte[length], 1)));
    }

    /** Seeded rows of runs and noise, unpacked again by the text of section 4.4. */
    @Test
    void write_anyRow_unpacksToItself() {
        Random random = new Random(20261125);
        for (int i = 0; i < 2000; i++) {
            byte[] row = new byte[1 + random.nextInt(700)];
            for (int at = 0; at < row.length; ) {
                int end = Math.min(row.length, at + 1 + random.nextInt(200));
                boolean run = random.nextBoolean();
                byte same = (byte) random.nextInt(3);
                for (; at < end; at++) {
                    row[at] = run ? same : (byte) random.nextInt(3);
                }
            }
            byte[] packed = written(row, 1);
            byte[] unpacked = new byte[row.length];
            int out = 0;
            for (int at = 1; at < packed.length; ) {
                int count = packed[at++] & 0xff;
                if (count < 128) {
                    Arrays.fill(unpacked, out, out + count + 1, packed[at++]);
                    out += count + 1;
                } else {
                    System.arraycopy(packed, at, unpacked, out, 257 - count);
                    at += 257 - count;
                    out += 257 - count;
                }
            }
            assertEquals(row.length, out);
            assertArrayEquals(row, unpacked);
        }
    }

    private static byte[] written(byte[] row, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RasterRow.write(row, row.length, times, out);
        return out.toByteArray();
    }
}
