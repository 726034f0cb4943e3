package jp.madoguchi.kiosk.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Draws what stands on the one side of a paper. */
@FunctionalInterface
interface OneSide {
    void on(Sheet sheet) throws IOException;

    /** That side as a PDF, with 見本 TEST under it where it is a sample. */
    static byte[] compose(PaperFont font, boolean sample, OneSide drawing) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            try (Sheet sheet = Sheet.blank(pdf, font.in(pdf))) {
                if (sample) {
                    sheet.across("見本 TEST");
                }
                drawing.on(sheet);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
