package jp.madoguchi.kiosk.web;

import java.util.HashMap;
import java.util.Map;
import jp.madoguchi.kiosk.terms.Language;

/**
 * A language that nobody speaks: the English texts a third longer, accented above and below, each in brackets. A word without
 * accents on a screen is one that no text file holds; a bracket that is missing has been cut off.
 */
final class PseudoLocale {
    private static final String PLAIN = "AEIOUYaeiouycns";
    private static final String ACCENTED = "ẬỆỊỘỰỴậệịộựỵçñş";
    private static final String MORE = " ṵẋṵ";
    private static final int LONGER_PERCENT = 35;

    /** What a language calls itself is the same in every language; these hold nothing to be translated. */
    private static final String UNTOUCHED =
            "(do\\.(begin|language|check)\\..*|languages|specimen|moment|news\\.stop|.*\\.and)";

    private PseudoLocale() {}

    static Words words() {
        Map<String, String> texts = new HashMap<>();
        Words.of(Language.EN).all().forEach((key, said) -> {
            String text = String.valueOf(said);
            texts.put(key, text.isEmpty() || key.matches(UNTOUCHED) ? text : "[" + longer(accented(text)) + "]");
        });
        return new Words(Language.EN, texts);
    }

    /** What is filled in, and how, stays as it is. */
    static String accented(String text) {
        StringBuilder said = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            int place = depth == 0 ? PLAIN.indexOf(letter) : -1;
            said.append(place < 0 ? letter : ACCENTED.charAt(place));
        }
        return said.toString();
    }

    private static String longer(String text) {
        int more = Math.max(1, text.length() * LONGER_PERCENT / 100 / MORE.length());
        return text + MORE.repeat(more);
    }
}
