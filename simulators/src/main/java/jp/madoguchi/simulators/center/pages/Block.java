package jp.madoguchi.simulators.center.pages;

import java.util.List;

/** A part of a certificate that stays together on one page. Heights in millimetres. */
public sealed interface Block {
    float height();

    /** Empty paper between two blocks. */
    record Gap(float height) implements Block {}

    /** A heading over what follows. */
    record Heading(String text) implements Block {
        @Override
        public float height() {
            return 8;
        }
    }

    /**
     * Rows of labelled boxes in one frame.
     *
     * @param tag in a strip at the left, such as a person's number; may be empty
     */
    record Fields(String tag, List<List<Field>> rows) implements Block {
        static final float ROW = 8;
        static final float NAME_ROW = 13;
        static final float LONG_NAME_ROW = 26;

        public Fields {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public float height() {
            return (float) rows.stream().mapToDouble(Fields::height).sum();
        }

        static float height(List<Field> row) {
            if (row.stream().anyMatch(Field::isLongName)) {
                return LONG_NAME_ROW;
            }
            return row.stream().anyMatch(Field::isName) ? NAME_ROW : ROW;
        }

        @Override
        public String toString() {
            return "Fields";
        }
    }

    /** An entry of a family register: what it is at the left, its lines at the right. */
    record Entry(String label, List<String> lines) implements Block {
        static final float LINE = 5.6f;

        public Entry {
            lines = List.copyOf(lines);
        }

        @Override
        public float height() {
            return lines.size() * LINE + 3;
        }

        @Override
        public String toString() {
            return "Entry[" + label + "]";
        }
    }

    /** A table whose first column names what the others count. */
    record Table(List<String> head, List<List<String>> rows) implements Block {
        static final float ROW = 7.4f;

        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public float height() {
            return (rows.size() + 1) * ROW;
        }

        @Override
        public String toString() {
            return "Table";
        }
    }

    /** The imprint of a registered seal, with whose it is beside it. */
    record Imprint(String letters, List<Field> owner) implements Block {
        static final float SIDE = 64;

        public Imprint {
            owner = List.copyOf(owner);
        }

        @Override
        public float height() {
            return SIDE;
        }

        @Override
        public String toString() {
            return "Imprint";
        }
    }
}
