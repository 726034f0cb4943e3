package jp.madoguchi.kiosk.terms;

import java.util.Optional;

/** What makes the screen easier for one person. Any of them together, at any time; they end with the visit. */
public enum Aid {
    /** Large text. */
    LARGE,
    /** Light text on a dark ground. */
    CONTRAST,
    /** Everything that is touched lies within reach from a wheelchair. */
    LOW,
    /** Nothing moves. */
    CALM,
    /** What the screen says is spoken. */
    VOICE,
    /** Furigana: kanji with their reading. */
    RUBY,
    /** The digits of the PIN pad in another order each time: who watches the hand learns nothing. */
    SHUFFLE;

    /** The name in forms, styles and texts. */
    public String slug() {
        return Slug.of(this);
    }

    public static Optional<Aid> ofSlug(String slug) {
        for (Aid aid : values()) {
            if (aid.slug().equals(slug)) {
                return Optional.of(aid);
            }
        }
        return Optional.empty();
    }
}
