package jp.madoguchi.simulators.center.pages;

import java.util.Optional;

/**
 * A labelled box.
 *
 * @param value empty when it was not asked for: the box then says that it is left out (省略)
 * @param above in small letters above the value, such as a name's reading; may be empty
 * @param share of the row's width
 */
public record Field(String label, Optional<String> value, String above, float share) {

    private static final int LONG_NAME = 22;
    private static final int LONG_READING = 50;

    public static Field of(String label, String value) {
        return of(label, Optional.of(value));
    }

    public static Field of(String label, Optional<String> value) {
        return new Field(label, value, "", 1);
    }

    /** A name with its reading above it, in larger letters. */
    public static Field name(String label, String name, String reading) {
        return new Field(label, Optional.of(name), reading.isEmpty() ? " " : reading, 1);
    }

    public Field share(float other) {
        return new Field(label, value, above, other);
    }

    boolean isName() {
        return !above.isEmpty();
    }

    /** Whether it or its reading would be too small to read on one line. */
    boolean isLongName() {
        return isName() && (value.orElse("").length() > LONG_NAME || above.length() > LONG_READING);
    }

    /** Says nothing about anybody. */
    @Override
    public String toString() {
        return "Field[" + label + "]";
    }
}
