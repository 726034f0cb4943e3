package jp.madoguchi.simulators.center.pages;

/**
 * A piece of text that is drawn in one way.
 *
 * @param text without variation selectors
 * @param glyph of a variation sequence, drawn as an outline; 0 when the text is drawn as text
 */
record Run(String text, int glyph) {
    boolean isVariant() {
        return glyph != 0;
    }

    @Override
    public String toString() {
        return "Run";
    }
}
