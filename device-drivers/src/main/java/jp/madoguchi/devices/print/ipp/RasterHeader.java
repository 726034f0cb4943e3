package jp.madoguchi.devices.print.ipp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import jp.madoguchi.devices.print.Bitmap;

/** The header before each side (PWG 5102.4 section 4.3, table 8): 1796 bytes, big-endian, unused fields zero. */
final class RasterHeader {
    static final int LENGTH = 1796;

    /** A4 in points, rounded. */
    private static final int WIDTH_POINTS = 595;

    private static final int LENGTH_POINTS = 842;
    private static final int WHITE = 0x00ff_ffff;

    private RasterHeader() {}

    /** @param sides of the whole job */
    static byte[] of(RasterKind kind, Bitmap side, boolean back, int sides) {
        ByteBuffer header = ByteBuffer.allocate(LENGTH);
        text(header, 0, "PwgRaster");
        header.putInt(272, 1) // Duplex; Tumble (368) is false: the long edge
                .putInt(276, kind.dotsPerInch()) // HWResolution: cross-feed, feed
                .putInt(280, kind.dotsPerInch())
                .putInt(340, 1) // NumCopies
                .putInt(352, WIDTH_POINTS) // PageSize
                .putInt(356, LENGTH_POINTS)
                .putInt(372, side.width())
                .putInt(376, side.height())
                .putInt(384, kind.dots().bits()) // BitsPerColor
                .putInt(388, kind.dots().bits()) // BitsPerPixel
                .putInt(392, bytesPerLine(kind, side))
                .putInt(400, kind.dots().colorSpace())
                .putInt(420, 1) // NumColors
                .putInt(452, sides) // TotalPageCount
                .putInt(456, back ? kind.back().crossFeedTransform() : 1)
                .putInt(460, back ? kind.back().feedTransform() : 1)
                .putInt(472, side.width()) // ImageBoxRight, from ImageBoxLeft 0
                .putInt(476, side.height()) // ImageBoxBottom, from ImageBoxTop 0
                .putInt(480, WHITE); // AlternatePrimary
        text(header, 1732, PrinterDescription.A4); // PageSizeName
        return header.array();
    }

    static int bytesPerLine(RasterKind kind, Bitmap side) {
        return (side.width() * kind.dots().bits() + 7) / 8;
    }

    /** A CString: ASCII, NUL-terminated, in a field of 64 bytes that is zero already. */
    private static void text(ByteBuffer header, int at, String text) {
        header.put(at, text.getBytes(StandardCharsets.US_ASCII));
    }
}
