package jp.madoguchi.simulators.center.pages;

import java.awt.Color;
import java.io.IOException;

/** The square red seal of an office: letters in columns from right to left, filling the square. */
final class Seal {
    private static final Color VERMILION = new Color(0xC8, 0x1E, 0x1E);
    private static final float BORDER = 1.3f;

    /** The black of a registered imprint: a certificate shows it as scanned, not as stamped. */
    private static final Color SCANNED = new Color(0x20, 0x20, 0x20);

    private Seal() {}

    /** Stamps the letters, e.g. {@code 青森市長之印}, into a square of {@code side} millimetres. */
    static void stamp(Pen pen, String letters, float left, float top, float side) throws IOException {
        pen.frame(left, top, side, side, 2.4f, VERMILION);
        int[] characters = letters.codePoints().toArray();
        int columns = Math.max(1, (int) Math.round(Math.sqrt(characters.length) * 0.9));
        int rows = (characters.length + columns - 1) / columns;
        float inner = side - 2 * BORDER;
        letters(pen, characters, columns, rows, left + BORDER, top + BORDER, inner, VERMILION);
    }

    /** The round imprint of a resident's seal, its letters in columns from right to left. */
    static void imprint(Pen pen, String letters, float x, float y, float radius) throws IOException {
        pen.circle(x, y, radius, 1.6f, SCANNED);
        int[] characters = letters.codePoints().toArray();
        int columns = characters.length > 3 ? 2 : 1;
        int rows = (characters.length + columns - 1) / columns;
        float inner = radius * 1.36f;
        letters(pen, characters, columns, rows, x - inner / 2, y - inner / 2, inner, SCANNED);
    }

    private static void letters(
            Pen pen, int[] characters, int columns, int rows, float left, float top, float inner, Color color)
            throws IOException {
        float cellWidth = inner / columns;
        for (int column = 0; column < columns; column++) {
            int first = column * rows;
            int count = Math.min(rows, characters.length - first);
            // A short last column takes the same height with fewer, taller letters.
            for (int row = 0; row < count; row++) {
                float cellHeight = inner / count;
                pen.fill(
                        Character.toString(characters[first + row]),
                        left + inner - (column + 1) * cellWidth,
                        top + row * cellHeight,
                        cellWidth,
                        cellHeight,
                        color);
            }
        }
    }
}
