package jp.madoguchi.simulators.center.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Draws a residence record (住民票の写し): A4 portrait, one PDF a page, at most four people on each. The same sheet gives
 * the same bytes. Safe for many threads, one of which draws at a time.
 */
public final class ResidenceRecord {
    private static final int PEOPLE_ON_A_PAGE = 4;

    private final Typeface typeface;

    public ResidenceRecord(Typeface typeface) {
        this.typeface = typeface;
    }

    /** The pages in order; the caller owns the arrays. */
    public List<byte[]> draw(RecordSheet sheet) throws IOException {
        synchronized (typeface) {
            return drawAlone(sheet);
        }
    }

    private List<byte[]> drawAlone(RecordSheet sheet) throws IOException {
        int pages = (sheet.people().size() + PEOPLE_ON_A_PAGE - 1) / PEOPLE_ON_A_PAGE;
        List<byte[]> drawn = new ArrayList<>(pages);
        for (int page = 0; page < pages; page++) {
            drawn.add(page(sheet, page, pages));
        }
        return drawn;
    }

    private byte[] page(RecordSheet sheet, int page, int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            // PDFBox would take the time of day for the file's id.
            document.setDocumentId((long) page);
            document.getDocumentInformation().setTitle("住民票の写し（見本）");
            PDPage paper = new PDPage(PDRectangle.A4);
            document.addPage(paper);
            try (PDPageContentStream stream = new PDPageContentStream(document, paper)) {
                int first = page * PEOPLE_ON_A_PAGE;
                int last = Math.min(first + PEOPLE_ON_A_PAGE, sheet.people().size());
                new RecordForm(new Pen(stream, typeface.in(document)))
                        .write(sheet, first, sheet.people().subList(first, last), page + 1, pages);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
