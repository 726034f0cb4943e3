package jp.madoguchi.kiosk.web;

import java.util.Set;
import jp.madoguchi.kiosk.flow.Visit;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;

/**
 * Sets the reading of Japanese words above them, in a screen that is drawn already: templates and texts know nothing of it. What is not
 * Japanese, a person's name ({@code translate="no"}) and attributes stay as they are. Any thread.
 */
final class Furigana {
    /** No style speaks of this element: a text stays one part of its line, and of a box that lays its parts out, whatever is read in it. */
    private static final String READ = "with-readings";

    private static final Set<String> NO_TEXT = Set.of("title", "svg", "script", "style", "option", "textarea");
    private static final Set<String> NO_END = Set.of("br", "hr", "img", "input", "link", "meta", "source", "wbr");

    private final Readings readings = new Readings();

    /** Easy Japanese has its readings in brackets. */
    static boolean wanted(Visit visit) {
        return visit.language() == Language.JA && visit.aids().contains(Aid.RUBY);
    }

    /** {@code html}: a page, of which {@code <main>} is read, or a part of a screen. */
    String in(String html) {
        int begin = Math.max(0, html.indexOf("<main"));
        int end = html.lastIndexOf("</main>");
        StringBuilder read = new StringBuilder(2 * html.length()).append(html, 0, begin);
        scan(html.substring(begin, end < 0 ? html.length() : end), read);
        return read.append(html, end < 0 ? html.length() : end, html.length()).toString();
    }

    private void scan(String html, StringBuilder read) {
        String left = ""; // the element whose words stay as they are
        int depth = 0; // how many of its name are open
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            String text = html.substring(at, tag < 0 ? html.length() : tag);
            read.append(depth > 0 ? text : words(text));
            if (tag < 0) {
                return;
            }
            at = end(html, tag);
            String markup = html.substring(tag, at);
            read.append(markup);
            String name = name(markup);
            if (depth > 0 && name.equals(left)) {
                depth += markup.startsWith("</") ? -1 : 1;
            } else if (depth == 0 && opens(markup, name) && staysAsItIs(markup, name)) {
                left = name;
                depth = 1;
            }
        }
    }

    private String words(String text) {
        String read = readings.in(text);
        return read.equals(text) ? text : "<" + READ + ">" + read + "</" + READ + ">";
    }

    /** Behind the tag or the comment that begins here. */
    private static int end(String html, int begin) {
        if (html.startsWith("<!--", begin)) {
            return html.indexOf("-->", begin) + 3;
        }
        char quote = 0;
        for (int at = begin; ; at++) {
            char letter = html.charAt(at);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '>') {
                return at + 1;
            }
        }
    }

    private static String name(String markup) {
        int begin = markup.startsWith("</") ? 2 : 1;
        int end = begin;
        while (Character.isLetterOrDigit(markup.charAt(end)) || markup.charAt(end) == '-') {
            end++;
        }
        return markup.substring(begin, end);
    }

    private static boolean opens(String markup, String name) {
        return !name.isEmpty() && !markup.startsWith("</") && !markup.endsWith("/>") && !NO_END.contains(name);
    }

    private static boolean staysAsItIs(String markup, String name) {
        int lang = markup.indexOf(" lang=\"");
        return NO_TEXT.contains(name)
                || markup.contains(" translate=\"no\"")
                || (lang >= 0 && !markup.startsWith("ja\"", lang + " lang=\"".length()));
    }
}
