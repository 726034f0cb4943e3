package jp.madoguchi.kiosk.center;

import java.io.IOException;
import java.util.List;
import jp.madoguchi.kiosk.terms.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The last checks: the pages are the hashed ones, no more and no fewer, and each is one page of paper (binding.md section 3). */
final class PageChecks {
    private PageChecks() {}

    static void check(Manifest manifest, List<byte[]> pages) throws CheckFailed {
        List<Sha256> hashes = manifest.pages();
        BindingCheck.PAGE_COUNT.require(pages.size() == hashes.size());
        for (int i = 0; i < pages.size(); i++) {
            BindingCheck.PAGE_HASH.require(Sha256.of(pages.get(i)).equals(hashes.get(i)));
        }
        for (byte[] page : pages) {
            BindingCheck.PAGE_PDF.require(isOnePage(page));
        }
    }

    /** Both what the page tree says of itself and what hangs in it: a printer may believe either. */
    private static boolean isOnePage(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int hanging = 0;
            for (PDPage ignored : document.getPages()) {
                hanging++;
            }
            return document.getNumberOfPages() == 1 && hanging == 1;
        } catch (IOException | RuntimeException e) { // PDFBox answers malformed files with either
            return false;
        }
    }
}
