package jp.madoguchi.kiosk.visit;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Where the words are that a resident writes on the screen, from the first key until the center has them or the visit is over. They lie
 * outside the heap, which no collector copies; whoever reads them makes a copy. Any thread.
 */
public final class WritingPad {
    /** What is written, each on a line of its own. */
    public enum Line {
        /** 本籍, without prefecture and municipality. */
        DOMICILE(40),
        /** 筆頭者. */
        HEAD(24);

        private final int most;

        Line(int most) {
            this.most = most;
        }

        /** How many letters it holds. */
        public int most() {
            return most;
        }
    }

    private final Map<Line, CharBuffer> lines = new EnumMap<>(Line.class);

    public WritingPad() {
        for (Line line : Line.values()) {
            lines.put(
                    line,
                    ByteBuffer.allocateDirect(line.most() * Character.BYTES).asCharBuffer());
        }
    }

    /** Adds a letter; a full line takes none. */
    public synchronized void write(Line line, char letter) {
        CharBuffer letters = of(line);
        if (letters.hasRemaining()) {
            letters.put(letter);
        }
    }

    /** Makes another letter of the last one, if there is one. */
    public synchronized void alter(Line line, IntUnaryOperator change) {
        CharBuffer letters = of(line);
        if (letters.position() > 0) {
            int last = letters.position() - 1;
            letters.put(last, (char) change.applyAsInt(letters.get(last)));
        }
    }

    /** Takes back the last letter, if there is one. */
    public synchronized void erase(Line line) {
        CharBuffer letters = of(line);
        if (letters.position() > 0) {
            int last = letters.position() - 1;
            letters.put(last, '\0').position(last);
        }
    }

    /** Wipes one line. */
    public synchronized void clear(Line line) {
        CharBuffer letters = of(line);
        for (int i = 0; i < letters.capacity(); i++) {
            letters.put(i, '\0');
        }
        letters.clear();
    }

    /** Wipes all lines. */
    public synchronized void clear() {
        for (Line line : Line.values()) {
            clear(line);
        }
    }

    public synchronized int count(Line line) {
        return of(line).position();
    }

    /** Whether there is more than space on it. */
    public synchronized boolean says(Line line) {
        return !read(line).isBlank();
    }

    /** A copy on the heap, to be shown or sent and then forgotten. */
    public synchronized String read(Line line) {
        return of(line).duplicate().flip().toString();
    }

    private CharBuffer of(Line line) {
        return Objects.requireNonNull(lines.get(line));
    }

    /** How full it is, never what is in it. */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder("WritingPad[");
        for (Line line : Line.values()) {
            text.append(line).append(' ').append(count(line)).append(' ');
        }
        return text.toString().strip() + "]";
    }
}
