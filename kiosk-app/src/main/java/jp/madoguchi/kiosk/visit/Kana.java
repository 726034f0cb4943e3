package jp.madoguchi.kiosk.visit;

import java.text.Normalizer;

/** Marks that change the kana before them; pressed twice, they give it back. A letter that has no such form stays. */
public final class Kana {
    private static final char VOICED = '\u3099';
    private static final char HALF_VOICED = '\u309A';
    private static final String LARGE = "あいうえおつやゆよわ";
    private static final String SMALL = "ぁぃぅぇぉっゃゅょゎ";

    private Kana() {}

    /** か makes が, and が か; ぱ makes ば. */
    public static int voiced(int letter) {
        return marked(letter, VOICED);
    }

    /** は makes ぱ, and ぱ は; ば makes ぱ. */
    public static int halfVoiced(int letter) {
        return marked(letter, HALF_VOICED);
    }

    /** つ makes っ, and っ つ. */
    public static int small(int letter) {
        int large = LARGE.indexOf(letter);
        int small = SMALL.indexOf(letter);
        if (large >= 0) {
            return SMALL.charAt(large);
        }
        return small >= 0 ? LARGE.charAt(small) : letter;
    }

    private static int marked(int letter, char mark) {
        char bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .charAt(0);
        String composed = Normalizer.normalize("" + bare + mark, Normalizer.Form.NFC);
        if (composed.length() > 1) {
            return letter;
        }
        return composed.charAt(0) == letter ? bare : composed.charAt(0);
    }
}
