package jp.madoguchi.kiosk.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word with its reading above what is not kana: 取り消し, とりけし: 取(と)り消(け)し. */
final class Ruby {
    /** Digits too: 月1日 is がつついたち, and nobody can tell which part of it the 1 says. */
    private static final Pattern READ = Pattern.compile("[\\p{IsHan}0-9]+");

    private Ruby() {}

    static String of(String word, String reading) {
        String[] words = word.split("\\|", -1);
        String[] readings = reading.split("\\|", -1);
        if (words.length != readings.length) {
            throw new IllegalStateException("not as many readings as words: " + word);
        }
        StringBuilder ruby = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            ruby.append(one(words[i], readings[i]));
        }
        return ruby.toString();
    }

    private static String one(String word, String reading) {
        String ruby = matched(word, reading, "(.+?)");
        if (!ruby.equals(matched(word, reading, "(.+)"))) {
            throw new IllegalStateException("read in two ways: " + word);
        }
        return ruby;
    }

    /** {@code share}: how much of the reading a character takes where it has the choice. */
    private static String matched(String word, String reading, String share) {
        Matcher parts = Pattern.compile(READ.matcher(word).replaceAll(share)).matcher(reading);
        if (!parts.matches()) {
            throw new IllegalStateException("the reading has other kana than the word: " + word);
        }
        StringBuilder ruby = new StringBuilder();
        Matcher read = READ.matcher(word);
        for (int part = 1; read.find(); part++) {
            read.appendReplacement(ruby, "<ruby>" + read.group() + "<rt>" + parts.group(part) + "</rt></ruby>");
        }
        return read.appendTail(ruby).toString();
    }
}
