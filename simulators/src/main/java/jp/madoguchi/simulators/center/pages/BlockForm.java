package jp.madoguchi.simulators.center.pages;

import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** Draws the blocks of a certificate. Lengths in millimetres. */
final class BlockForm {
    private static final Color LABEL_SHADE = new Color(0xF1, 0xF0, 0xEC);
    private static final Color GREY = new Color(0x77, 0x77, 0x77);
    private static final float LEFT = CertificateForm.LEFT;
    private static final float RIGHT = CertificateForm.RIGHT;
    private static final float TAG = 8;
    private static final float LABEL = 24;
    private static final float ENTRY_LABEL = 42;
    private static final float NARROW = 30;
    private static final float THICK = 0.9f;
    private static final float THIN = 0.3f;

    private final Pen pen;

    BlockForm(Pen pen) {
        this.pen = pen;
    }

    void write(Block block, float top) throws IOException {
        if (block instanceof Block.Heading heading) {
            pen.text(heading.text(), LEFT + 1, RIGHT, top + 4.5f, 10.5f, Pen.Align.LEFT, Pen.INK);
        } else if (block instanceof Block.Fields fields) {
            fields(fields, top);
        } else if (block instanceof Block.Entry entry) {
            entry(entry, top);
        } else if (block instanceof Block.Table table) {
            table(table, top);
        } else if (block instanceof Block.Imprint imprint) {
            imprint(imprint, top);
        }
    }

    private void fields(Block.Fields fields, float top) throws IOException {
        float left = fields.tag().isEmpty() ? LEFT : LEFT + TAG;
        if (!fields.tag().isEmpty()) {
            pen.shade(LEFT, top, TAG, fields.height(), LABEL_SHADE);
            pen.text(fields.tag(), LEFT, left, top + fields.height() / 2, 11, Pen.Align.CENTER, Pen.INK);
            pen.line(left, top, left, top + fields.height(), THIN, Pen.INK);
        }
        float y = top;
        for (List<Field> row : fields.rows()) {
            float height = Block.Fields.height(row);
            row(row, left, RIGHT, y, height);
            y += height;
        }
        pen.frame(LEFT, top, RIGHT - LEFT, fields.height(), THICK, Pen.INK);
    }

    private void row(List<Field> row, float left, float right, float top, float height) throws IOException {
        float shares = (float) row.stream().mapToDouble(Field::share).sum();
        float x = left;
        for (Field field : row) {
            float width = (right - left) * field.share() / shares;
            field(field, x, x + width, top, height);
            x += width;
        }
    }

    private void field(Field field, float left, float right, float top, float height) throws IOException {
        boolean narrow = right - left < 2 * NARROW;
        float start = label(field.label(), left, top, height, narrow ? (right - left) * 0.45f : LABEL);
        pen.frame(left, top, right - left, height, THIN, Pen.INK);
        if (field.value().isEmpty()) {
            pen.text("省　略", start + 1.5f, right - 1.5f, top + height / 2, 8.5f, Pen.Align.CENTER, GREY);
        } else if (field.isLongName()) {
            float middle = top + height / 2;
            float foot = lines(field.above(), start + 2, right - 2, middle - 11, 6, 2.6f);
            lines(field.value().get(), start + 2, right - 2, foot + 1.8f, 11, 4.8f);
        } else if (field.isName()) {
            float y = top + (height - Block.Fields.NAME_ROW) / 2;
            pen.text(field.above(), start + 2, right - 2, y + 3, 7, Pen.Align.LEFT, Pen.INK);
            pen.text(field.value().get(), start + 2, right - 2, y + 8.3f, 15, Pen.Align.LEFT, Pen.INK);
        } else {
            Pen.Align align = narrow ? Pen.Align.CENTER : Pen.Align.LEFT;
            pen.text(field.value().get(), start + 1.5f, right - 1.5f, top + height / 2, 11, align, Pen.INK);
        }
    }

    /** Writes as many lines as it takes, the first in the middle of {@code y}; answers where the next would be. */
    private float lines(String text, float left, float right, float y, float size, float height) throws IOException {
        float next = y;
        for (String line : pen.lines(text, right - left, size)) {
            pen.text(line, left, right, next, size, Pen.Align.LEFT, Pen.INK);
            next += height;
        }
        return next;
    }

    private float label(String label, float left, float top, float height, float width) throws IOException {
        pen.shade(left, top, width, height, LABEL_SHADE);
        pen.spread(label, left + 2, left + width - 2, top + height / 2, 8.5f, Pen.INK);
        pen.line(left + width, top, left + width, top + height, THIN, Pen.INK);
        return left + width;
    }

    private void entry(Block.Entry entry, float top) throws IOException {
        float middle = LEFT + ENTRY_LABEL;
        pen.shade(LEFT, top, ENTRY_LABEL, entry.height(), LABEL_SHADE);
        pen.text(entry.label(), LEFT + 2, middle - 2, top + 4.5f, 10, Pen.Align.LEFT, Pen.INK);
        float y = top + 4.5f;
        for (String line : entry.lines()) {
            pen.text(line, middle + 2, RIGHT - 2, y, 10.5f, Pen.Align.LEFT, Pen.INK);
            y += Block.Entry.LINE;
        }
        pen.line(middle, top, middle, top + entry.height(), THIN, Pen.INK);
        pen.frame(LEFT, top, RIGHT - LEFT, entry.height(), THIN, Pen.INK);
    }

    private void table(Block.Table table, float top) throws IOException {
        float first = (RIGHT - LEFT) * 0.4f;
        float other = (RIGHT - LEFT - first) / (table.head().size() - 1);
        pen.shade(LEFT, top, RIGHT - LEFT, Block.Table.ROW, LABEL_SHADE);
        pen.shade(LEFT, top, first, table.height(), LABEL_SHADE);
        float y = top;
        cells(table.head(), first, other, y, Pen.Align.CENTER);
        for (List<String> row : table.rows()) {
            y += Block.Table.ROW;
            pen.line(LEFT, y, RIGHT, y, THIN, Pen.INK);
            cells(row, first, other, y, Pen.Align.RIGHT);
        }
        for (int column = 0; column < table.head().size() - 1; column++) {
            float x = LEFT + first + column * other;
            pen.line(x, top, x, top + table.height(), THIN, Pen.INK);
        }
        pen.frame(LEFT, top, RIGHT - LEFT, table.height(), THICK, Pen.INK);
    }

    private void cells(List<String> row, float first, float other, float top, Pen.Align align) throws IOException {
        float y = top + Block.Table.ROW / 2;
        pen.text(row.get(0), LEFT + 3, LEFT + first - 3, y, 10, Pen.Align.LEFT, Pen.INK);
        float x = LEFT + first;
        for (String cell : row.subList(1, row.size())) {
            pen.text(cell, x + 3, x + other - 3, y, 10.5f, align, Pen.INK);
            x += other;
        }
    }

    private void imprint(Block.Imprint imprint, float top) throws IOException {
        float middle = LEFT + Block.Imprint.SIDE;
        pen.shade(LEFT, top, Block.Imprint.SIDE, 8, LABEL_SHADE);
        pen.spread("印影", LEFT + 20, middle - 20, top + 4, 9, Pen.INK);
        pen.line(LEFT, top + 8, middle, top + 8, THIN, Pen.INK);
        Seal.imprint(pen, imprint.letters(), (LEFT + middle) / 2, top + 8 + (Block.Imprint.SIDE - 8) / 2, 9);
        float height = Block.Imprint.SIDE / imprint.owner().size();
        float y = top;
        for (Field field : imprint.owner()) {
            field(field, middle, RIGHT, y, height);
            y += height;
        }
        pen.frame(LEFT, top, RIGHT - LEFT, Block.Imprint.SIDE, THICK, Pen.INK);
    }
}
