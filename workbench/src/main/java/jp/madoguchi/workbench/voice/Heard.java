package jp.madoguchi.workbench.voice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.voice.Sayings;
import org.jsoup.nodes.Element;

/**
 * A screen as it is heard, and nothing of how it looks.
 *
 * @param how the voice is used, said before all else when it begins, and when the language is another
 * @param lines what is said by itself when the screen comes, one for each thing that stands there
 * @param stops what is said of each thing that can be chosen, in the order in which the keys lead there
 */
public record Heard(String how, List<String> lines, List<String> stops) {
    private static final String TOUCHABLE = "button, a[href], label, summary";
    /** What nobody has opened. */
    private static final String SHUT = "details:not([open]), [popover]";

    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        for (Language language : Language.values()) {
            Sayings.of(language).recordings().forEach(each -> WORDS.put(each.name(), each.words()));
        }
    }

    /** The words of a sound; a sound that nobody recorded is a defect. */
    public static String words(String name) {
        return Objects.requireNonNull(WORDS.get(name), () -> "no such recording: " + name);
    }

    /** All of a screen. */
    public static Heard of(Element screen) {
        List<String> lines = Stream.concat(
                        screen.select("[data-say]").stream()
                                .filter(each -> each.closest(TOUCHABLE + ", " + SHUT) == null)
                                .map(each -> said(each.attr("data-say"))),
                        Stream.of(said(screen.attr("data-guide"))))
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> stops = screen.select(TOUCHABLE).stream()
                .filter(each ->
                        each.hasAttr("data-say") && !each.attr("data-pin").matches("[0-9]"))
                .filter(each -> each.is("summary") || each.closest(SHUT) == null)
                .map(each -> said(each.attr("data-say")) + state(screen, each))
                .toList();
        return new Heard(said(screen.attr("data-how")), lines, stops);
    }

    private static String state(Element screen, Element stop) {
        Element box = stop.selectFirst("input");
        return box == null ? "" : " " + said(screen.attr(box.hasAttr("checked") ? "data-chosen" : "data-unchosen"));
    }

    private static String said(String script) {
        return Arrays.stream(script.split("\n"))
                .filter(line -> !line.isEmpty())
                .map(line -> words(line.substring(0, line.indexOf(' '))))
                .collect(Collectors.joining(" "));
    }
}
