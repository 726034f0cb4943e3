package jp.madoguchi.kiosk.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The typeface of everything the kiosk prints by itself: IPAmjMincho, parsed once for the life of the program. One thread at
 * a time.
 */
public final class PaperFont implements AutoCloseable {
    /** Where Debian's package {@code fonts-ipamj-mincho} puts it. */
    public static final Path DEBIAN = Path.of("/usr/share/fonts/truetype/ipamj/ipamjm.ttf");

    private final TrueTypeFont font;

    /** Throws with the line to type when the font is not there. */
    public PaperFont(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("no font at " + file + ": apt-get install fonts-ipamj-mincho");
        }
        font = new TTFParser().parse(new RandomAccessReadBufferedFile(file));
    }

    /** For use in this document; only the glyphs that are used are embedded. */
    PDFont in(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
