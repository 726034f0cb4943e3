package jp.madoguchi.kiosk.paper;

import java.io.IOException;

/** What the kiosk composes by itself, without a document of the center. */
@FunctionalInterface
public interface OwnPaper {
    /**
     * As a PDF of A4 pages. On the thread that prints: {@code font} is one thread's at a time.
     *
     * @param sample whether 見本 TEST stands across it
     */
    byte[] compose(PaperFont font, boolean sample) throws IOException;
}
