package jp.madoguchi.simulators.printer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * One side's header as it stands in the stream (PWG 5102.4 section 4.3, table 8), after every check that a strict printer can
 * make of it.
 */
record RasterHeader(int width, int height, int bits, int colorSpace, int lineBytes, int totalPages) {
    static final int LENGTH = 1796;

    private static final int BLACK = 3;
    private static final int SGRAY = 18;

    /** From and to, exclusive: bytes that must be zero. */
    private static final List<int[]> RESERVED = List.of(
            new int[] {256, 268},
            new int[] {284, 300},
            new int[] {312, 324},
            new int[] {332, 340},
            new int[] {348, 352},
            new int[] {360, 368},
            new int[] {380, 384},
            new int[] {404, 420},
            new int[] {424, 452},
            new int[] {488, 508},
            new int[] {1604, 1668});

    /** pwg-raster-document-sheet-back on the long edge: CrossFeedTransform and FeedTransform (table 9). */
    private static final Map<String, List<Integer>> BACKS = Map.of(
            "normal", List.of(1, 1),
            "manual-tumble", List.of(1, 1),
            "flipped", List.of(1, -1),
            "rotated", List.of(-1, -1));

    /** Throws {@link BrokenRaster}, naming the field. */
    static RasterHeader read(ByteBuffer at, boolean back, boolean duplex, DocumentOffer offer) throws BrokenRaster {
        byte[] bytes = new byte[LENGTH];
        at.get(bytes);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        BrokenRaster.unless(text(bytes, 0).equals("PwgRaster"), "PwgRaster");
        for (int[] range : RESERVED) {
            for (int i = range[0]; i < range[1]; i++) {
                BrokenRaster.unless(bytes[i] == 0, "reserved byte " + i);
            }
        }
        BrokenRaster.unless(header.getInt(272) == (duplex ? 1 : 0), "Duplex");
        int dpi = header.getInt(276);
        BrokenRaster.unless(
                dpi == header.getInt(280) && offer.rasterResolutions().contains(dpi), "HWResolution");
        BrokenRaster.unless(header.getInt(340) <= 1 && header.getInt(340) >= 0, "NumCopies");
        BrokenRaster.unless(header.getInt(352) == 595 && header.getInt(356) == 842, "PageSize");
        BrokenRaster.unless(header.getInt(368) == 0, "Tumble");
        int width = header.getInt(372);
        int height = header.getInt(376);
        BrokenRaster.unless(near(width, JobTemplate.A4_WIDTH, dpi), "Width");
        BrokenRaster.unless(near(height, JobTemplate.A4_HEIGHT, dpi), "Height");
        int bits = header.getInt(384);
        int colorSpace = header.getInt(400);
        BrokenRaster.unless(offer.rasterTypes().contains(type(bits, colorSpace)), "ColorSpace and BitsPerColor");
        BrokenRaster.unless(bits == header.getInt(388), "BitsPerPixel");
        int lineBytes = header.getInt(392);
        BrokenRaster.unless(lineBytes == (width * bits + 7) / 8, "BytesPerLine");
        BrokenRaster.unless(header.getInt(396) == 0, "ColorOrder");
        BrokenRaster.unless(header.getInt(420) == 1, "NumColors");
        List<Integer> turned = back ? BACKS.getOrDefault(offer.sheetBack(), List.of(1, 1)) : List.of(1, 1);
        BrokenRaster.unless(turned.equals(List.of(header.getInt(456), header.getInt(460))), "transforms");
        BrokenRaster.unless(text(bytes, 1732).equals(JobTemplate.A4), "PageSizeName");
        return new RasterHeader(width, height, bits, colorSpace, lineBytes, header.getInt(452));
    }

    private static String type(int bits, int colorSpace) {
        return switch (colorSpace) {
            case BLACK -> "black_" + bits;
            case SGRAY -> "sgray_" + bits;
            default -> "another";
        };
    }

    /** Whether a dot of this line is ink. */
    boolean black(byte[] line, int x) {
        if (bits == 1) {
            return (line[x / 8] & (0x80 >> (x % 8))) != 0;
        }
        boolean dark = (line[x] & 0xff) >= 128;
        return (colorSpace == BLACK) == dark;
    }

    /** A dot more or less than the sheet has is rounding. */
    private static boolean near(int dots, int hundredthsOfMm, int dpi) {
        return Math.abs(dots - hundredthsOfMm * dpi / 2540.0) < 1;
    }

    private static String text(byte[] bytes, int at) {
        int end = at;
        while (end < at + 64 && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.US_ASCII);
    }
}
