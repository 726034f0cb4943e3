package jp.madoguchi.kiosk.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the readings of a title in one piece, which easy Japanese has in brackets: 証明書（しょうめいしょ）. The style ends no line within
 * {@code <in-brackets>}; a word of one kanji is in it too, as in 押（お）す. Any thread.
 */
final class BracketedReadings {
    private static final Pattern TITLE = Pattern.compile("(?<=<h1)[^>]*>[^<]*（[^<]*(?=</h1>)");
    private static final Pattern READING = Pattern.compile("((?<!\\p{IsHan})\\p{IsHan})?（\\p{IsHiragana}+[）＝]");

    private BracketedReadings() {}

    /** {@code html}: a page, or a part of a screen. */
    static String in(String html) {
        return TITLE.matcher(html)
                .replaceAll(title -> Matcher.quoteReplacement(
                        READING.matcher(title.group()).replaceAll("<in-brackets>$0</in-brackets>")));
    }
}
