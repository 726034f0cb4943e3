package jp.madoguchi.simulators.center.pages;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** Draws on an A4 sheet. Lengths are millimetres from the sheet's top left corner, letter sizes points. */
final class Pen {
    static final float WIDTH = 210;
    static final float HEIGHT = 297;
    static final float POINTS = 72 / 25.4f;
    static final Color INK = new Color(0x1C, 0x1C, 0x1C);

    /** How far the middle of an ideograph stands above the baseline, in parts of its size. */
    private static final float MIDDLE = 0.38f;

    /** Points by which an engraved letter is bolder than a printed one. */
    private static final float CUT = 0.45f;

    /** How far the handles of a Bézier curve reach for a quarter of a circle of radius 1. */
    private static final float QUARTER = 0.5523f;

    private static final float NARROWEST = 0.55f;

    private final PDPageContentStream stream;
    private final Typeface typeface;
    private final PDFont font;

    Pen(PDPageContentStream stream, Typeface typeface, PDFont font) {
        this.stream = stream;
        this.typeface = typeface;
        this.font = font;
    }

    /** Where a text stands between the two edges given. */
    enum Align {
        LEFT(0),
        CENTER(0.5f),
        RIGHT(1);

        private final float share;

        Align(float share) {
            this.share = share;
        }
    }

    /** The width in millimetres. */
    float width(String text, float size) throws IOException {
        float ems = 0;
        for (Run run : typeface.runs(text)) {
            ems += ems(run);
        }
        return ems * size / POINTS;
    }

    private float ems(Run run) throws IOException {
        return run.isVariant() ? typeface.advance(run.glyph()) : font.getStringWidth(run.text()) / 1000;
    }

    /** Writes one line, its middle at {@code y}; what is too wide is narrowed, and made smaller when that is not enough. */
    void text(String text, float left, float right, float y, float size, Align align, Color color) throws IOException {
        float room = right - left;
        float natural = width(text, size);
        float narrowing = natural > room ? Math.max(room / natural, NARROWEST) : 1;
        float fitted = natural * narrowing > room ? size * room / (natural * narrowing) : size;
        float taken = Math.min(room, natural);
        glyphs(text, left + (room - taken) * align.share, y, fitted, narrowing, color);
    }

    /** The text in lines of at most that width; a line ends at a space where one is near its end. */
    List<String> lines(String text, float room, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest, size) > room) {
            int end = rest.length();
            while (width(rest.substring(0, end), size) > room) {
                end = rest.offsetByCodePoints(end, -1);
            }
            // A variation selector stays with its character.
            while (VariationSequences.isSelector(rest.codePointAt(end))) {
                end = rest.offsetByCodePoints(end, -1);
            }
            int space = rest.lastIndexOf(' ', end);
            end = space > end / 2 ? space : end;
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    /** Writes letters one by one so that they fill the width, as titles and labels on official forms do. */
    void spread(String text, float left, float right, float y, float size, Color color) throws IOException {
        float gaps = Math.max(1, text.codePointCount(0, text.length()) - 1);
        float gap = (right - left - width(text, size)) / gaps;
        if (gap < 0) {
            text(text, left, right, y, size, Align.CENTER, color);
            return;
        }
        stream.setCharacterSpacing(gap * POINTS);
        glyphs(text, left, y, size, 1, color);
        stream.setCharacterSpacing(0);
    }

    /** Writes one letter so that it fills a box, however flat or tall that is, as engravers of seals do. */
    void fill(String letter, float left, float top, float width, float height, Color color) throws IOException {
        float em = 10;
        Matrix matrix = new Matrix(
                width * POINTS / em,
                0,
                0,
                height * POINTS / em,
                left * POINTS,
                (HEIGHT - top - height * (0.5f + MIDDLE)) * POINTS);
        stream.beginText();
        stream.setNonStrokingColor(color);
        stream.setFont(font, em);
        stream.setTextMatrix(matrix);
        stream.setRenderingMode(RenderingMode.FILL_STROKE);
        stream.setStrokingColor(color);
        stream.setLineWidth(CUT);
        stream.showText(letter);
        stream.setRenderingMode(RenderingMode.FILL);
        stream.endText();
    }

    /** Writes one line turned counter-clockwise around its middle. */
    void slanted(String text, float x, float y, double degrees, float size, Color color) throws IOException {
        Matrix matrix = Matrix.getRotateInstance(Math.toRadians(degrees), x * POINTS, (HEIGHT - y) * POINTS);
        matrix.translate(-width(text, size) / 2 * POINTS, -size * MIDDLE);
        stream.beginText();
        stream.setNonStrokingColor(color);
        stream.setFont(font, size);
        stream.setTextMatrix(matrix);
        stream.showText(text);
        stream.endText();
    }

    void line(float x1, float y1, float x2, float y2, float points, Color color) throws IOException {
        stream.setStrokingColor(color);
        stream.setLineWidth(points);
        stream.moveTo(x1 * POINTS, (HEIGHT - y1) * POINTS);
        stream.lineTo(x2 * POINTS, (HEIGHT - y2) * POINTS);
        stream.stroke();
    }

    void frame(float left, float top, float width, float height, float points, Color color) throws IOException {
        stream.setStrokingColor(color);
        stream.setLineWidth(points);
        stream.addRect(left * POINTS, (HEIGHT - top - height) * POINTS, width * POINTS, height * POINTS);
        stream.stroke();
    }

    void circle(float x, float y, float radius, float points, Color color) throws IOException {
        float middleX = x * POINTS;
        float middleY = (HEIGHT - y) * POINTS;
        float r = radius * POINTS;
        float c = r * QUARTER;
        stream.setStrokingColor(color);
        stream.setLineWidth(points);
        stream.moveTo(middleX + r, middleY);
        stream.curveTo(middleX + r, middleY + c, middleX + c, middleY + r, middleX, middleY + r);
        stream.curveTo(middleX - c, middleY + r, middleX - r, middleY + c, middleX - r, middleY);
        stream.curveTo(middleX - r, middleY - c, middleX - c, middleY - r, middleX, middleY - r);
        stream.curveTo(middleX + c, middleY - r, middleX + r, middleY - c, middleX + r, middleY);
        stream.closeAndStroke();
    }

    void shade(float left, float top, float width, float height, Color color) throws IOException {
        stream.setNonStrokingColor(color);
        stream.addRect(left * POINTS, (HEIGHT - top - height) * POINTS, width * POINTS, height * POINTS);
        stream.fill();
    }

    private void glyphs(String text, float x, float y, float size, float narrowing, Color color) throws IOException {
        float left = x;
        for (Run run : typeface.runs(text)) {
            Matrix place = new Matrix(narrowing, 0, 0, 1, left * POINTS, (HEIGHT - y) * POINTS - size * MIDDLE);
            // Under an outline the character stands unseen, for whoever searches or reads aloud.
            letters(run.text(), place, size, run.isVariant() ? RenderingMode.NEITHER : RenderingMode.FILL, color);
            if (run.isVariant()) {
                outline(typeface.outline(run.glyph()), place, size, color);
            }
            left += ems(run) * size * narrowing / POINTS;
        }
    }

    private void letters(String text, Matrix place, float size, RenderingMode mode, Color color) throws IOException {
        stream.beginText();
        stream.setNonStrokingColor(color);
        stream.setFont(font, size);
        stream.setTextMatrix(place);
        stream.setRenderingMode(mode);
        stream.showText(text);
        stream.setRenderingMode(RenderingMode.FILL);
        stream.endText();
    }

    private void outline(Path2D outline, Matrix place, float size, Color color) throws IOException {
        stream.saveGraphicsState();
        stream.transform(place);
        stream.setNonStrokingColor(color);
        PathIterator parts = outline.getPathIterator(AffineTransform.getScaleInstance(size, size));
        float[] p = new float[6];
        float x = 0;
        float y = 0;
        for (; !parts.isDone(); parts.next()) {
            switch (parts.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> stream.moveTo(p[0], p[1]);
                case PathIterator.SEG_LINETO -> stream.lineTo(p[0], p[1]);
                case PathIterator.SEG_QUADTO -> {
                    // The cubic curve that is the same as the quadratic one.
                    float[] c = {x + (p[0] - x) * 2 / 3, y + (p[1] - y) * 2 / 3};
                    float[] d = {p[2] + (p[0] - p[2]) * 2 / 3, p[3] + (p[1] - p[3]) * 2 / 3};
                    stream.curveTo(c[0], c[1], d[0], d[1], p[2], p[3]);
                    System.arraycopy(p, 2, p, 0, 2);
                }
                case PathIterator.SEG_CLOSE -> stream.closePath();
                default -> throw new IllegalStateException("a TrueType outline has no cubic curve");
            }
            x = p[0];
            y = p[1];
        }
        stream.fill();
        stream.restoreGraphicsState();
    }
}
