package jp.madoguchi.kiosk.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * What goes to the printer for one document: every page on the front of a sheet of its own, its back printed by the kiosk,
 * copy after copy. Every back carries the document's issue number and the sheet's place in it, so that sheets of different
 * documents cannot be taken for one.
 */
public final class DocumentJob {
    private final PaperFont font;
    private final boolean sample;

    /** @param sample whether 見本 TEST stands on every side, because what the kiosk trusts is not the published PKI */
    public DocumentJob(PaperFont font, boolean sample) {
        this.font = font;
        this.sample = sample;
    }

    /**
     * The job as one PDF of 2 × pages × copies sides.
     *
     * @param pages single-page PDFs; not changed
     */
    public byte[] compose(List<byte[]> pages, int copies, String issueNumber, String kiosk) throws IOException {
        try (PDDocument job = new PDDocument()) {
            PDFont type = font.in(job);
            List<PDDocument> opened = new ArrayList<>();
            try {
                for (byte[] page : pages) {
                    opened.add(Loader.loadPDF(page));
                }
                for (int copy = 0; copy < copies; copy++) {
                    for (int number = 1; number <= pages.size(); number++) {
                        front(job, type, opened.get(number - 1));
                        back(job, type, issueNumber, kiosk, number, pages.size());
                    }
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                job.save(out);
                return out.toByteArray();
            } finally {
                for (PDDocument each : opened) {
                    each.close();
                }
            }
        }
    }

    private void front(PDDocument job, PDFont type, PDDocument page) throws IOException {
        PDPage front = job.importPage(page.getPage(0));
        // The resources of an imported page still hang in its own document; they are written with the job.
        front.setResources(page.getPage(0).getResources());
        if (sample) {
            try (Sheet sheet = Sheet.over(job, front, type)) {
                sheet.across("見本 TEST");
            }
        }
    }

    private void back(PDDocument job, PDFont type, String issueNumber, String kiosk, int number, int of)
            throws IOException {
        try (Sheet sheet = Sheet.blank(job, type)) {
            sheet.grey(0.8);
            for (int row = 0; row < 66; row++) {
                sheet.wave(8 + row * 4.3, 3.2, 46, row * 0.4, 0.35f);
                sheet.wave(8 + row * 4.3, 3.2, 31, -row * 0.55, 0.25f);
            }
            if (sample) {
                sheet.across("見本 TEST");
            }
            sheet.grey(0)
                    .centred(140, 15, "この面は証明書の裏面です")
                    .centred(150, 10, "切り離したもの、表と裏の発行番号が異なるものは無効です。")
                    .line(20, 190, 268, 0.6f)
                    .text(20, 275, 10, "発行番号 " + issueNumber)
                    .centred(275, 10, number + " / " + of + " 枚目")
                    .right(190, 275, 10, "端末 " + kiosk);
        }
    }
}
