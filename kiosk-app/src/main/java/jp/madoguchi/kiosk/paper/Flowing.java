package jp.madoguchi.kiosk.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Lines down A4 pages, as many as it takes. Lengths in millimetres. */
final class Flowing implements AutoCloseable {
    private static final double TOP = 28;
    private static final double BOTTOM = 272;

    private final PDDocument document;
    private final PDFont font;
    private final boolean sample;
    private final String foot;
    private Sheet sheet;
    private int page;
    private double line;

    /** @param foot stands below every page, before its number */
    Flowing(PDDocument document, PDFont font, boolean sample, String foot) throws IOException {
        this.document = document;
        this.font = font;
        this.sample = sample;
        this.foot = foot;
        this.sheet = next();
    }

    private Sheet next() throws IOException {
        Sheet blank = Sheet.blank(document, font);
        if (sample) {
            blank.across("見本 TEST");
        }
        page++;
        blank.text(20, 286, 8, foot).right(190, 286, 8, page + " ページ");
        line = TOP;
        return blank;
    }

    /** Goes on on a new page unless {@code height} more fits on this one. */
    Flowing room(double height) throws IOException {
        if (line + height > BOTTOM) {
            sheet.close();
            sheet = next();
        }
        return this;
    }

    Flowing down(double height) {
        line += height;
        return this;
    }

    /** The sheet as it is now; what is drawn goes on {@link #line}. */
    Sheet sheet() {
        return sheet;
    }

    double line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
