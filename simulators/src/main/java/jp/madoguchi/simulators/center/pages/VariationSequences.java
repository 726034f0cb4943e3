package jp.madoguchi.simulators.center.pages;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which glyph a font has for a character followed by a variation selector (OpenType {@code cmap}, format 14), which PDFBox
 * overlooks. Legal names are written with them: 葛 in 葛󠄂城 is another 葛.
 */
final class VariationSequences {
    private static final int FORMAT = 14;

    /** The sequence means the glyph that the character has anyhow. */
    private static final int PLAIN = 0;

    private final Map<Long, Integer> glyphs = new HashMap<>();

    /** Reads a {@code cmap} table; without such a subtable there is no sequence. */
    VariationSequences(byte[] cmap) {
        ByteBuffer table = ByteBuffer.wrap(cmap);
        int subtables = Short.toUnsignedInt(table.getShort(2));
        for (int i = 0; i < subtables; i++) {
            int offset = table.getInt(4 + 8 * i + 4);
            if (Short.toUnsignedInt(table.getShort(offset)) == FORMAT) {
                read(table, offset);
            }
        }
    }

    static boolean isSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }

    /** Empty when the font does not know the sequence; 0 when it means the character's own glyph. */
    Optional<Integer> glyph(int character, int selector) {
        return Optional.ofNullable(glyphs.get(sequence(character, selector)));
    }

    private void read(ByteBuffer table, int start) {
        int records = table.getInt(start + 6);
        for (int i = 0; i < records; i++) {
            int record = start + 10 + 11 * i;
            int selector = threeBytes(table, record);
            int plain = table.getInt(record + 3);
            int others = table.getInt(record + 7);
            if (plain != 0) {
                readPlain(table, start + plain, selector);
            }
            if (others != 0) {
                readOthers(table, start + others, selector);
            }
        }
    }

    private void readPlain(ByteBuffer table, int start, int selector) {
        int ranges = table.getInt(start);
        for (int i = 0; i < ranges; i++) {
            int first = threeBytes(table, start + 4 + 4 * i);
            int more = Byte.toUnsignedInt(table.get(start + 4 + 4 * i + 3));
            for (int character = first; character <= first + more; character++) {
                glyphs.put(sequence(character, selector), PLAIN);
            }
        }
    }

    private void readOthers(ByteBuffer table, int start, int selector) {
        int mappings = table.getInt(start);
        for (int i = 0; i < mappings; i++) {
            int mapping = start + 4 + 5 * i;
            glyphs.put(
                    sequence(threeBytes(table, mapping), selector), Short.toUnsignedInt(table.getShort(mapping + 3)));
        }
    }

    private static int threeBytes(ByteBuffer table, int at) {
        return Byte.toUnsignedInt(table.get(at)) << 16 | Short.toUnsignedInt(table.getShort(at + 1));
    }

    private static long sequence(int character, int selector) {
        return (long) character << 32 | selector;
    }
}
