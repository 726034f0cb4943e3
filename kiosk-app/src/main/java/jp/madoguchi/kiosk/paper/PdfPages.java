package jp.madoguchi.kiosk.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.devices.print.Bitmap;
import jp.madoguchi.devices.print.PrintPages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A composed PDF, and its sides in dots for a printer that wants them. A side is drawn in strips, so that it never stands in
 * memory at more than a bit a dot; strip and side are wiped. The PDF's bytes stay their owner's.
 */
public final class PdfPages implements PrintPages, AutoCloseable {
    private static final int STRIP = 512;

    /** A4 in hundredths of a millimetre, and an inch in the same. */
    private static final int WIDTH = 21_000;

    private static final int HEIGHT = 29_700;
    private static final int INCH = 2_540;
    private static final float POINTS_PER_INCH = 72;

    private static final RenderingHints UNSMOOTHED = new RenderingHints(Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF,
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR,
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE));

    private final byte[] pdf;
    private final int sides;
    private Optional<PDDocument> opened = Optional.empty();

    /** @param sides the pages in {@code pdf} */
    public PdfPages(byte[] pdf, int sides) {
        this.pdf = pdf;
        this.sides = sides;
    }

    /** How many pages it has. */
    public static int sidesOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    @Override
    public int sides() {
        return sides;
    }

    @Override
    public byte[] pdf() {
        return pdf;
    }

    @Override
    public synchronized Bitmap side(int index, int dotsPerInch) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document());
        renderer.setRenderingHints(UNSMOOTHED);
        Bitmap side = new Bitmap(WIDTH * dotsPerInch / INCH, HEIGHT * dotsPerInch / INCH);
        BufferedImage strip = new BufferedImage(side.width(), STRIP, BufferedImage.TYPE_INT_RGB);
        drawAll(side, strip, top -> draw(renderer, index, dotsPerInch / POINTS_PER_INCH, strip, top));
        return side;
    }

    /** Draws one strip, whose upper edge is row {@code top} of the side. */
    @FunctionalInterface
    interface Drawing {
        void draw(int top) throws IOException;
    }

    /** The strip is wiped at the end; when it cannot be drawn, so is the side. */
    static void drawAll(Bitmap side, BufferedImage strip, Drawing drawing) throws IOException {
        boolean drawn = false;
        try {
            for (int top = 0; top < side.height(); top += STRIP) {
                drawing.draw(top);
                ink(strip, side, top);
            }
            drawn = true;
        } finally {
            Arrays.fill(dots(strip), 0);
            if (!drawn) {
                side.close();
            }
        }
    }

    private PDDocument document() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(Loader.loadPDF(pdf));
        }
        return opened.get();
    }

    private static void draw(PDFRenderer renderer, int index, float scale, BufferedImage strip, int top)
            throws IOException {
        Graphics2D graphics = strip.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, strip.getWidth(), STRIP);
            graphics.setBackground(Color.WHITE);
            graphics.translate(0, -top);
            renderer.renderPageToGraphics(index, graphics, scale);
        } finally {
            graphics.dispose();
        }
    }

    private static void ink(BufferedImage strip, Bitmap side, int top) {
        int[] dots = dots(strip);
        int rows = Math.min(STRIP, side.height() - top);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < side.width(); x++) {
                if (Halftone.black(x, top + y, brightness(dots[y * side.width() + x]))) {
                    side.ink(x, top + y);
                }
            }
        }
    }

    /** ITU-R BT.601 luma of an RGB dot, 0 to 255. */
    private static int brightness(int rgb) {
        return (77 * (rgb >> 16 & 0xff) + 150 * (rgb >> 8 & 0xff) + 29 * (rgb & 0xff)) >> 8;
    }

    private static int[] dots(BufferedImage strip) {
        return ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
    }

    @Override
    public synchronized void close() throws IOException {
        if (opened.isPresent()) {
            opened.get().close();
        }
    }
}
