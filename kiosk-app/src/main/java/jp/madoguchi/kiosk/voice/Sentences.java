package jp.madoguchi.kiosk.voice;

import java.util.List;
import java.util.regex.Pattern;

/** A text sentence by sentence: each is recorded once, wherever it stands, and its caption has room. */
final class Sentences {
    private static final Pattern END =
            Pattern.compile("(?<=[。！？])(?![。！？」）])\\s*|(?<=[.!?…])\\s+(?=[\\p{Lu}\\p{IsHangul}“¿])");

    private Sentences() {}

    static List<String> of(String text) {
        return END.splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
