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
 * Draws certificates: A4 portrait, one PDF a page, as many pages as the blocks fill. The same sheet gives the same bytes. Safe
 * for many threads, one of which draws at a time.
 */
public final class CertificatePrinter {
    private final Typeface typeface;

    public CertificatePrinter(Typeface typeface) {
        this.typeface = typeface;
    }

    /** The pages in order; the caller owns the arrays. */
    public List<byte[]> draw(Sheet sheet) throws IOException {
        synchronized (typeface) {
            List<List<Block>> pages = pages(sheet);
            List<byte[]> drawn = new ArrayList<>(pages.size());
            for (int page = 0; page < pages.size(); page++) {
                drawn.add(page(sheet, pages.get(page), page + 1, pages.size()));
            }
            return drawn;
        }
    }

    /** Each page takes the blocks that it has room for. */
    private static List<List<Block>> pages(Sheet sheet) {
        float room = CertificateForm.ROOM - height(sheet.head());
        List<List<Block>> pages = new ArrayList<>();
        List<Block> page = new ArrayList<>();
        for (Block block : sheet.body()) {
            if (!page.isEmpty() && height(page) + block.height() > room) {
                pages.add(page);
                page = new ArrayList<>();
            }
            page.add(block);
        }
        pages.add(page);
        return pages;
    }

    private static float height(List<Block> blocks) {
        return (float) blocks.stream().mapToDouble(Block::height).sum();
    }

    private byte[] page(Sheet sheet, List<Block> blocks, int page, int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            // PDFBox would take the time of day for the file's id.
            document.setDocumentId((long) page);
            document.getDocumentInformation().setTitle(sheet.title() + "（見本）");
            PDPage paper = new PDPage(PDRectangle.A4);
            document.addPage(paper);
            try (PDPageContentStream stream = new PDPageContentStream(document, paper)) {
                new CertificateForm(new Pen(stream, typeface, typeface.in(document))).write(sheet, blocks, page, pages);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
