package jp.madoguchi.simulators.center.pages;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private final VariationSequences sequences;

    private Typeface(TrueTypeFont parsed) throws IOException {
        this.parsed = parsed;
        this.characters = parsed.getUnicodeCmapLookup();
        this.sequences =
                new VariationSequences(parsed.getTableBytes(parsed.getTableMap().get("cmap")));
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
        int[] letters = text.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean known = VariationSequences.isSelector(letters[i])
                    ? i > 0 && sequences.glyph(letters[i - 1], letters[i]).isPresent()
                    : characters.getGlyphId(letters[i]) != 0;
            if (!known) {
                return false;
            }
        }
        return true;
    }

    /** The text as it is drawn: what is a variation sequence for itself, the rest together. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int[] letters = text.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean selected = i + 1 < letters.length && VariationSequences.isSelector(letters[i + 1]);
            int glyph = selected ? sequences.glyph(letters[i], letters[i + 1]).orElse(0) : 0;
            if (glyph == 0) {
                plain.appendCodePoint(letters[i]);
            } else {
                if (!plain.isEmpty()) {
                    runs.add(new Run(plain.toString(), 0));
                    plain.setLength(0);
                }
                runs.add(new Run(Character.toString(letters[i]), glyph));
            }
            i += selected ? 1 : 0;
        }
        if (!plain.isEmpty()) {
            runs.add(new Run(plain.toString(), 0));
        }
        return runs;
    }

    /** In parts of the letter's size, its origin at the left of the baseline. */
    Path2D outline(int glyph) throws IOException {
        double part = 1.0 / parsed.getUnitsPerEm();
        Path2D outline = new Path2D.Double(parsed.getGlyph().getGlyph(glyph).getPath());
        outline.transform(AffineTransform.getScaleInstance(part, part));
        return outline;
    }

    /** In parts of the letter's size. */
    float advance(int glyph) throws IOException {
        return (float) parsed.getAdvanceWidth(glyph) / parsed.getUnitsPerEm();
    }

    PDType0Font in(PDDocument document) throws IOException {
        return PDType0Font.load(document, parsed, true);
    }
}
