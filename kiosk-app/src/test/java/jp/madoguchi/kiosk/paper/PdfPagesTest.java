package jp.madoguchi.kiosk.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.madoguchi.devices.print.Bitmap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfPagesTest {
    /** In dots of 600 dpi, from the upper left corner. */
    private static final int LEFT = 1200;

    private static final int TOP = 2400;
    private static final int SIZE = 1200;

    /** One page with a square of this grey. */
    private static byte[] square(float grey) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                float dot = 72f / 600;
                content.setNonStrokingColor(grey);
                content.addRect(LEFT * dot, PDRectangle.A4.getHeight() - (TOP + SIZE) * dot, SIZE * dot, SIZE * dot);
                content.fill();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static int ink(Bitmap side, int left, int top, int width, int height) {
        byte[] row = new byte[side.rowBytes()];
        int ink = 0;
        for (int y = top; y < top + height; y++) {
            side.row(y, row);
            for (int x = left; x < left + width; x++) {
                ink += (row[x / 8] & (0x80 >> (x % 8))) == 0 ? 0 : 1;
            }
        }
        return ink;
    }

    @Test
    void side_ofWhatIsNoPdf_isAnIoException() throws IOException {
        try (PdfPages pages = new PdfPages("no PDF".getBytes(StandardCharsets.US_ASCII), 1)) {
            assertThrows(IOException.class, () -> pages.side(0, 300));
        }
    }

    @Test
    void side_thatCannotBeDrawnToItsEnd_isWiped() {
        Bitmap side = new Bitmap(8, 600);
        BufferedImage strip = new BufferedImage(8, 512, BufferedImage.TYPE_INT_RGB);
        assertThrows(
                IllegalStateException.class,
                () -> PdfPages.drawAll(side, strip, top -> {
                    if (top > 0) {
                        throw new IllegalStateException("a page that PDFBox cannot draw");
                    }
                    strip.setRGB(0, 0, 0x010203); // all black, as the rest
                }));
        assertEquals(0, ink(side, 0, 0, 8, 600));
        assertEquals(0, strip.getRGB(0, 0) & 0xFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({"300, 2480, 3507", "600, 4960, 7015"})
    void side_black_isBlackAndNothingElseIs(int dpi, int width, int height) throws IOException {
        try (PdfPages pages = new PdfPages(square(0), 1);
                Bitmap side = pages.side(0, dpi)) {
            assertEquals(width, side.width());
            assertEquals(height, side.height());
            int size = SIZE * dpi / 600;
            int inner = size - 2; // the edges may round by a dot
            assertEquals(inner * inner, ink(side, LEFT * dpi / 600 + 1, TOP * dpi / 600 + 1, inner, inner));
            assertEquals(size * size, ink(side, 0, 0, width, height), 4.0 * size);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.80", "0.5, 0.50", "0.8, 0.20", "0.85, 0.15"})
    void side_grey_keepsItsShareOfInk(float grey, double share) throws IOException {
        try (PdfPages pages = new PdfPages(square(grey), 1);
                Bitmap side = pages.side(0, 600)) {
            int size = SIZE - 200;
            assertEquals(share, ink(side, LEFT + 100, TOP + 100, size, size) / ((double) size * size), 0.02);
        }
    }

    @Test
    void halftone_blackAndWhite_areNeverTouched() {
        for (int place = 0; place < 64; place++) {
            assertTrue(Halftone.black(place % 8, place / 8, 0));
            assertFalse(Halftone.black(place % 8, place / 8, 255));
        }
    }
}
