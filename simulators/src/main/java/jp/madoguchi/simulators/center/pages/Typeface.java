package jp.madoguchi.simulators.center.pages;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A Japanese font, parsed once and embedded as a subset into each page. The parsed font reads its glyphs lazily, so whoever
 * draws with it holds its lock.
 */
public final class Typeface {
    /** Where Debian's package {@code fonts-ipamj-mincho} puts the font that carries every legal name. */
    static final Path IPAMJ_MINCHO = Path.of("/usr/share/fonts/truetype/ipamj/ipamjm.ttf");

    private static @Nullable Typeface shared;

    private final TrueTypeFont parsed;
    private final CmapLookup characters;

    private Typeface(TrueTypeFont parsed) throws IOException {
        this.parsed = parsed;
        this.characters = parsed.getUnicodeCmapLookup();
    }

    /**
     * IPAmj Mincho, kept for the whole program: it takes about 50 MB and some tenths of a second.
     *
     * @throws FileNotFoundException when it is not installed; the message says how to install it
     */
    public static synchronized Typeface ipamjMincho() throws IOException {
        if (shared == null) {
            shared = open(IPAMJ_MINCHO);
        }
        return shared;
    }

    static Typeface open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new FileNotFoundException(
                    "no Japanese font at " + file + "; install it with: apt-get install fonts-ipamj-mincho");
        }
        return new Typeface(new TTFParser().parse(new RandomAccessReadBufferedFile(file)));
    }

    /** Whether every character of the text has a glyph; a paper with a hole in a name is worse than none. */
    public boolean writes(String text) {
        return text.codePoints().allMatch(character -> characters.getGlyphId(character) != 0);
    }

    PDType0Font in(PDDocument document) throws IOException {
        return PDType0Font.load(document, parsed, true);
    }
}
