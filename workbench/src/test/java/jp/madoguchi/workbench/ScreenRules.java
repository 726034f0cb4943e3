package jp.madoguchi.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What every screen owes whoever stands before it: WCAG 2.2 as far as axe can see it; large words and keys with room between them;
 * contrast; all in view, nothing cut off, nothing over another. The page tells what is wrong; {@code screen-rules.js} measures.
 */
public final class ScreenRules {
    /** All of WCAG to AA, and AAA for contrast; of what axe deems good practice, what hinders a person. */
    private static final String AXE = """
            async () => {
              const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const found = await axe.run(document, {
                runOnly: { type: 'tag', values: [...wcag, 'best-practice'] },
                rules: { 'color-contrast-enhanced': { enabled: true } },
                resultTypes: ['violations'],
                preload: false,
              });
              return found.violations
                .filter(each => ['serious', 'critical'].includes(each.impact) || each.tags.some(tag => wcag.includes(tag)))
                .map(each => 'axe ' + each.id + ': ' + each.nodes.map(node => node.target + ' ' + node.failureSummary).join('; '));
            }""";

    /** A function of JavaScript that answers what the page breaks of the rules of sizes and places. */
    public static final String MEASURED = resource("/jp/madoguchi/workbench/screen-rules.js");

    private final String axe = resource("/axe.min.js");

    void hold(Page page) {
        assertEquals(List.of(), broken(page), where(page));
    }

    /** What this page breaks, of all rules. */
    public List<String> broken(Page page) {
        List<String> wrong = new ArrayList<>(measured(page));
        wrong.addAll(inaccessible(page));
        return wrong;
    }

    /** Of the rules, those that axe knows. */
    public List<String> inaccessible(Page page) {
        if (!page.evaluate("() => typeof axe").equals("object")) {
            page.evaluate(axe);
        }
        return told(page.evaluate(AXE));
    }

    /** Of the rules, those of sizes and places alone: quick, and without the page's scripts. */
    public static List<String> measured(Page page) {
        return told(page.evaluate(MEASURED));
    }

    static void fit(Page page) {
        assertEquals(List.of(), measured(page), where(page));
    }

    /** What a page answered, line by line. */
    public static List<String> told(Object lines) {
        return ((List<?>) lines).stream().map(String::valueOf).toList();
    }

    private static String where(Page page) {
        return KioskBrowser.attribute(page, "data-stage") + " " + KioskBrowser.attribute(page, "data-language") + " "
                + Objects.requireNonNullElse(page.getAttribute("main", "data-end"), "");
    }

    private static String resource(String name) {
        try (InputStream script = Objects.requireNonNull(ScreenRules.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
