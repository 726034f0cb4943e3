package jp.madoguchi.kiosk.voice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Japanese within the words of another language: what stands on the paper or over the office's door, to be found by the eye. The voice of the
 * other language cannot say it, and has said the same in its own words already.
 */
final class JapaneseWriting {
    private static final String LETTER = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}";
    private static final Pattern ASIDE =
            Pattern.compile("\\s*\\((?=[^()]*[" + LETTER + "])[^()\\p{IsLatin}\\p{IsHangul}{}]*\\)");
    /** The year of an era beside the same year; so in easy Japanese too. */
    private static final Pattern ERA = Pattern.compile("(?<=[日度])（(?:明治|大正|昭和|平成|令和)[^（）]*）");
    /** In Chinese what its voice cannot read, and names in letters that are Japan's alone: they stand beside the Chinese ones. */
    private static final Pattern OF_CHINESE =
            Pattern.compile("（(?=[^（）、，]*[\\p{IsHiragana}\\p{IsKatakana}証録発転続帳顔認個戸筆頭課])" + "(?:[^（）、，]|（[^（）]*）)*）");

    private static final Pattern LEFT =
            Pattern.compile("[" + LETTER + "ー・（）]*[" + LETTER + "][" + LETTER + "ー・（）]*[,;]?\\s*");
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("JPKI暗証番号リセット", "J P K I Reset");
        NAMES.put("利用者証明用", "利用者证明用");
        NAMES.put("マルチコピー機，", "");
        NAMES.put("マイナポータル", "Myna Portal");
    }

    /** Words that have no other in a text: their sound is what one has to ask for. */
    private static final Map<String, String> SOUNDS = Map.of("本籍", "honseki", "筆頭者", "hittosha");

    private JapaneseWriting() {}

    /** Without what is said in brackets again. */
    static String withoutAsides(Tongue tongue, String written) {
        return switch (tongue) {
            case JA -> ERA.matcher(written).replaceAll("");
            case ZH -> OF_CHINESE.matcher(ERA.matcher(written).replaceAll("")).replaceAll("");
            case EN, KO, VI, PT -> ASIDE.matcher(written).replaceAll("");
        };
    }

    /** Without any that the voice cannot say. */
    static String without(Tongue tongue, String written) {
        String said = withoutAsides(tongue, written);
        if (tongue == Tongue.JA) {
            return said;
        }
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            said = said.replace(name.getKey(), name.getValue());
        }
        if (tongue == Tongue.ZH) {
            return said;
        }
        for (Map.Entry<String, String> sound : SOUNDS.entrySet()) {
            said = said.replace(sound.getKey(), sound.getValue());
        }
        return LEFT.matcher(said).replaceAll("");
    }
}
