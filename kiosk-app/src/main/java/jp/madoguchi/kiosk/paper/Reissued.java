package jp.madoguchi.kiosk.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The same paper once more: 再発行 stands on every page, so that nobody counts it twice. */
public record Reissued(OwnPaper paper) implements OwnPaper {
    @Override
    public byte[] compose(PaperFont font, boolean sample) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.compose(font, sample))) {
            PDFont type = font.in(pdf);
            for (PDPage page : pdf.getPages()) {
                try (Sheet sheet = Sheet.over(pdf, page, type)) {
                    sheet.right(190, 18, 14, "再発行");
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
