package jp.madoguchi.kiosk.paper;

import java.io.IOException;
import jp.madoguchi.kiosk.qr.QrCode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** One side of A4 being drawn. Lengths in millimetres from the upper left corner, type sizes in points. */
final class Sheet implements AutoCloseable {
    private static final float POINTS = 72 / 25.4f;

    private final PDPageContentStream content;
    private final PDFont font;

    private Sheet(PDPageContentStream content, PDFont font) {
        this.content = content;
        this.font = font;
    }

    static Sheet blank(PDDocument document, PDFont font) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new Sheet(new PDPageContentStream(document, page), font);
    }

    /** Draws over what stands on the page already. */
    static Sheet over(PDDocument document, PDPage page, PDFont font) throws IOException {
        return new Sheet(new PDPageContentStream(document, page, AppendMode.APPEND, true, true), font);
    }

    private static float x(double mm) {
        return (float) mm * POINTS;
    }

    private static float y(double mm) {
        return PDRectangle.A4.getHeight() - (float) mm * POINTS;
    }

    Sheet text(double left, double baseline, float size, String text) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x(left), y(baseline));
        content.showText(text);
        content.endText();
        return this;
    }

    Sheet centred(double baseline, float size, String text) throws IOException {
        return text(105 - width(text, size) / 2, baseline, size, text);
    }

    Sheet right(double edge, double baseline, float size, String text) throws IOException {
        return text(edge - width(text, size), baseline, size, text);
    }

    private double width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size / POINTS;
    }

    Sheet line(double left, double right, double height, float width) throws IOException {
        content.setLineWidth(width);
        content.moveTo(x(left), y(height));
        content.lineTo(x(right), y(height));
        content.stroke();
        return this;
    }

    /** A line from top to bottom. */
    Sheet upright(double at, double top, double bottom, float width) throws IOException {
        content.setLineWidth(width);
        content.moveTo(x(at), y(top));
        content.lineTo(x(at), y(bottom));
        content.stroke();
        return this;
    }

    /** A QR code with its quiet zone, {@code width} from edge to edge. */
    Sheet code(double left, double top, double width, QrCode code) throws IOException {
        double square = width / (code.size() + 2 * QrCode.QUIET);
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.dark(column, row)) {
                    content.addRect(
                            x(left + (column + QrCode.QUIET) * square),
                            y(top + (row + 1 + QrCode.QUIET) * square),
                            (float) square * POINTS,
                            (float) square * POINTS);
                }
            }
        }
        content.fill();
        return this;
    }

    /** A wave of the given length and amplitude from edge to edge. */
    Sheet wave(double height, double amplitude, double length, double phase, float width) throws IOException {
        content.setLineWidth(width);
        content.moveTo(x(0), y(height + amplitude * Math.sin(phase)));
        for (double at = 1; at <= 210; at += 1) {
            content.lineTo(x(at), y(height + amplitude * Math.sin(phase + 2 * Math.PI * at / length)));
        }
        content.stroke();
        return this;
    }

    /** {@code level} 0 is black, 1 white. */
    Sheet grey(double level) throws IOException {
        content.setNonStrokingColor((float) level);
        content.setStrokingColor((float) level);
        return this;
    }

    /** Large and slanting across the whole side. Ink upon ink: what lies under it stays as dark as it was. */
    Sheet across(String text) throws IOException {
        PDExtendedGraphicsState ink = new PDExtendedGraphicsState();
        ink.setBlendMode(BlendMode.MULTIPLY);
        content.saveGraphicsState();
        content.setGraphicsStateParameters(ink);
        content.setNonStrokingColor(0.85f);
        content.beginText();
        content.setFont(font, 90);
        content.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(52), x(48), y(240)));
        content.showText(text);
        content.endText();
        content.restoreGraphicsState();
        return this;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
