package jp.madoguchi.kiosk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Japanese words with how they are read, from {@code readings_ja.properties}, which says how it is written. A reading is never guessed: of
 * characters that stand together all are read or none, for a word that is not known may be a name. Immutable.
 */
final class Readings {
    private static final String ANY_NUMBER = "*";

    /** A letter of the words, and all that goes on from there. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private @Nullable String ruby;
        /** Whether the word begins or ends with a character alone, which is another word beside others: 日 in 日本. */
        private boolean aloneBefore;

        private boolean aloneAfter;

        @Nullable
        Node then(String letters) {
            Node node = this;
            for (int i = 0; i < letters.length() && node != null; i++) {
                node = node.next.get(letters.charAt(i));
            }
            return node;
        }
    }

    private record Match(String ruby, int end) {}

    private final Node words = new Node();

    /** Those of the screens. */
    Readings() {
        this(read());
    }

    Readings(Map<String, String> readings) {
        readings.forEach(this::add);
    }

    private static Map<String, String> read() {
        Properties readings = new Properties();
        try (InputStream file =
                Objects.requireNonNull(Readings.class.getResourceAsStream("/jp/madoguchi/ui/readings_ja.properties"))) {
            readings.load(new InputStreamReader(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new HashMap<>();
        readings.stringPropertyNames().forEach(word -> words.put(word, readings.getProperty(word)));
        return words;
    }

    private void add(String word, String reading) {
        String counted = word.substring(number(word));
        Node node = words;
        for (char letter : word.replace("|", "").toCharArray()) {
            node = node.next.computeIfAbsent(letter, any -> new Node());
        }
        node.ruby = Ruby.of(counted, reading);
        String letters = counted.replace("|", "");
        node.aloneBefore = letters.length() == 1 ? kanji(letters, 0) : kanji(letters, 0) && !kanji(letters, 1);
        node.aloneAfter = kanji(letters, letters.length() - 1) && !kanji(letters, letters.length() - 2);
    }

    /** How much of a word is the number before it. */
    private static int number(String word) {
        int end = 0;
        while (end < word.length() && (word.startsWith(ANY_NUMBER, end) || digit(word, end))) {
            end++;
        }
        return end;
    }

    /** The text, its words as {@code <ruby>}: HTML if the text was. */
    String in(String text) {
        StringBuilder read = new StringBuilder();
        int at = 0;
        int together = 0; // where the characters begin that are all read or none
        int before = 0; // and what was read before them
        while (at < text.length()) {
            if (!kanji(text, at) || !kanji(text, at - 1)) {
                together = at;
                before = read.length();
            }
            Match match = longest(text, at);
            if (match != null) {
                read.append(match.ruby);
                at = match.end;
            } else if (kanji(text, at)) {
                while (kanji(text, at)) {
                    at++;
                }
                read.setLength(before);
                read.append(text, together, at);
            } else {
                read.append(text.charAt(at));
                at++;
            }
        }
        return read.toString();
    }

    private @Nullable Match longest(String text, int at) {
        if (digit(text, at)) {
            return null; // the whole number first
        }
        int number = at;
        while (digit(text, number - 1)) {
            number--;
        }
        if (number < at) {
            // The number itself, then how it ends, then any.
            String figures = figures(text, number, at);
            String last = figures.substring(figures.length() - 1);
            for (String counted : new String[] {figures, ANY_NUMBER + last, ANY_NUMBER}) {
                Match match = longest(words.then(counted), text, at);
                if (match != null) {
                    return match;
                }
            }
        }
        return longest(words, text, at);
    }

    private static @Nullable Match longest(@Nullable Node from, String text, int start) {
        Match longest = null;
        Node node = from;
        for (int at = start; node != null; at++) {
            if (node.ruby != null
                    && at > start
                    && !(node.aloneBefore && kanji(text, start - 1))
                    && !(node.aloneAfter && kanji(text, at))) {
                longest = new Match(node.ruby, at);
            }
            node = at < text.length() ? node.next.get(text.charAt(at)) : null;
        }
        return longest;
    }

    /** As the dictionary has them: ３ is 3. */
    private static String figures(String text, int from, int to) {
        StringBuilder figures = new StringBuilder();
        for (int at = from; at < to; at++) {
            figures.append(Character.digit(text.charAt(at), 10));
        }
        return figures.toString();
    }

    private static boolean kanji(String text, int at) {
        return at >= 0
                && at < text.length()
                && Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.HAN;
    }

    private static boolean digit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }
}
