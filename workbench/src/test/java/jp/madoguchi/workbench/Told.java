package jp.madoguchi.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.terms.EndReason;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Service;
import jp.madoguchi.kiosk.terms.Slug;

/** What a browser shows whoever gets no further: the reason, the remedy and, unless all went well, the code, in the words of the screen's language. */
final class Told {
    /** Nobody asks the staff about these: they tell no code. */
    private static final Set<EndReason> WELL =
            EnumSet.of(EndReason.DELIVERED, EndReason.CHECKED, EndReason.PIN_CHANGED);

    private Told() {}

    /** The visit has ended for this reason. */
    static void ended(Page screen, EndReason reason) {
        assertEquals(reason.slug(), screen.getAttribute("main", "data-end"));
        String key = "end." + reason.slug() + ".";
        says(screen, "h1", key + "title");
        says(screen, ".lead", key + "what");
        says(screen, ".todo p", key + "do");
        String code = text(screen, ".code");
        assertTrue(WELL.contains(reason) ? code.isEmpty() : code.contains(reason.code()), () -> "code: " + code);
    }

    /** Nobody is served because of this. */
    static void closed(Page screen, Obstacle obstacle) {
        String row = "main[data-stage=closed] [data-obstacle=" + Slug.of(obstacle) + "]";
        screen.waitForSelector(row);
        says(screen, row, "obstacle." + Slug.of(obstacle) + ".what");
        says(screen, row, "obstacle." + Slug.of(obstacle) + ".do");
        assertTrue(text(screen, row).contains(obstacle.code()), () -> text(screen, row));
    }

    /** This text, or what stands in its place for a service or for who holds a phone. */
    private static void says(Page screen, String where, String key) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "jp.madoguchi.ui.messages_" + screen.getAttribute("main", "data-language"),
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        List<String> any = Stream.concat(
                        Stream.of("", ".phone"), Stream.of(Service.values()).map(service -> "." + service.slug()))
                .map(suffix -> key + suffix)
                .filter(texts::containsKey)
                .map(texts::getString)
                .map(Told::bare)
                .toList();
        String shown = text(screen, where);
        assertTrue(any.stream().anyMatch(shown::contains), () -> where + " says " + shown + ", not one of " + any);
    }

    private static String text(Page screen, String where) {
        Locator all = screen.locator(where);
        return bare(String.join(" ", all.allTextContents()));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
