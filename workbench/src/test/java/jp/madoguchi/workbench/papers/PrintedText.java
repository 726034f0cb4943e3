package jp.madoguchi.workbench.papers;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Letters as they can be compared: without spaces, ends of lines and variation selectors, which paper does not keep. */
record PrintedText(String letters) {
    static PrintedText of(PDDocument pages) throws IOException {
        return new PrintedText(bare(new PDFTextStripper().getText(pages)));
    }

    boolean has(String text) {
        return letters.contains(bare(text));
    }

    int count(String text) {
        return letters.split(bare(text), -1).length - 1;
    }

    static String bare(String text) {
        return text.replaceAll("[\\s\u3000\uFE00-\uFE0F\\x{E0100}-\\x{E01EF}]", "");
    }
}
