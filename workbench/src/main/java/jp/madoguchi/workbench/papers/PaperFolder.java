package jp.madoguchi.workbench.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import jp.madoguchi.workbench.PageImages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Certificates as files: {@code NAME.pdf} with all its pages, {@code NAME-1.png} … and a page that shows them all. */
final class PaperFolder {
    private final Path dir;
    private final List<Paper> papers = new ArrayList<>();

    private PaperFolder(Path dir) {
        this.dir = dir;
    }

    /** Made when absent; what is there stays, unless it has the same name. */
    static PaperFolder in(Path dir) throws IOException {
        return new PaperFolder(Files.createDirectories(dir));
    }

    void add(Paper paper) throws IOException {
        Path file = dir.resolve(paper.name() + ".pdf");
        PDFMergerUtility merger = new PDFMergerUtility();
        try (PDDocument whole = new PDDocument()) {
            for (byte[] page : paper.pages()) {
                try (PDDocument one = Loader.loadPDF(page)) {
                    merger.appendDocument(whole, one);
                }
            }
            whole.save(file.toFile());
        }
        PageImages.write(file, dir, paper.name(), false);
        papers.add(paper);
    }

    int size() {
        return papers.size();
    }

    /** Writes the page that shows them all. */
    Path index() throws IOException {
        StringJoiner html = new StringJoiner("\n", """
                <!doctype html><meta charset="utf-8"><title>見本</title>
                <style>body{font-family:sans-serif;background:#ddd}figure{display:inline-block;margin:8px}img{width:420px}</style>
                """, "\n");
        for (Paper paper : papers) {
            for (int page = 1; page <= paper.pages().size(); page++) {
                html.add(
                        "<figure><figcaption>%1$s %2$d/%3$d</figcaption><a href=\"%1$s.pdf\"><img loading=\"lazy\" src=\"%1$s-%2$d.png\"></a></figure>"
                                .formatted(paper.name(), page, paper.pages().size()));
            }
        }
        return Files.writeString(dir.resolve("index.html"), html.toString());
    }
}
