package jp.madoguchi.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** What every screen owes whoever stands before it: WCAG 2.2 as far as axe can see it, large words and keys, all in view. */
final class ScreenRules {
    /** AAA for contrast; of what axe finds, what hinders a person. */
    private static final String AXE = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const found = await axe.run(document, {
                runOnly: { type: 'tag', values: tags },
                rules: { 'color-contrast-enhanced': { enabled: true } },
                resultTypes: ['violations'],
                preload: false,
              });
              return found.violations
                .filter(each => ['serious', 'critical'].includes(each.impact))
                .map(each => each.id + ': ' + each.nodes.map(node => node.target + ' ' + node.failureSummary).join('; '));
            }""";

    /** Text of 24 px, targets of 64 px and 12 px between any two of them at least; nothing cut off, nothing over another. */
    private static final String SIZES = """
            () => {
              const wrong = [];
              const shown = element => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0;
              const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (words.nextNode()) {
                const text = words.currentNode.textContent.trim();
                const holder = words.currentNode.parentElement;
                if (text && shown(holder) && !holder.closest('svg') && parseFloat(getComputedStyle(holder).fontSize) < 24) {
                  wrong.push('small words: ' + text);
                }
              }
              const targets = [...document.querySelectorAll('button, label, summary, a[href]')].filter(shown);
              const boxes = targets.map(target => target.getBoundingClientRect());
              boxes.forEach((box, i) => {
                if (Math.min(box.width, box.height) < 64) {
                  wrong.push('small target: ' + targets[i].textContent);
                }
                const inside = document.createRange();
                inside.selectNodeContents(targets[i]);
                if ([...inside.getClientRects()].some(word => word.left < box.left || word.right > box.right + 1)) {
                  wrong.push('words over the edge: ' + targets[i].textContent);
                }
                boxes.slice(i + 1).forEach((other, j) => {
                  const apart = Math.max(other.left - box.right, box.left - other.right, other.top - box.bottom, box.top - other.bottom);
                  if (apart < 11.9) {
                    wrong.push((apart < 0 ? 'one over the other: ' : 'too close by: ' + apart.toFixed(1) + ' ')
                      + targets[i].textContent + ', ' + targets[i + 1 + j].textContent);
                  }
                });
              });
              for (const part of [document.documentElement, document.querySelector('.body')]) {
                if (part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1) {
                  wrong.push('not all in view: ' + part.scrollWidth + 'x' + part.scrollHeight + ' in '
                    + part.clientWidth + 'x' + part.clientHeight);
                }
              }
              return wrong;
            }""";

    /**
     * What low reach owes. On an upright screen nothing that is read or touched lies in the upper third. A wide one has the
     * buttons of its frame in the lower half.
     */
    private static final String LOW = """
            () => {
              if (!document.querySelector('main').matches('[data-aids~="low"]')) {
                return [];
              }
              const upright = innerHeight > innerWidth;
              const top = innerHeight * (upright ? 1 / 3 : 0.5) - 1;
              const told = upright ? ':is(.body, .places) :is(h1, h2, p, dt, dd, li, button, label, summary, a[href])' : '.places :is(button, summary, a[href])';
              return [...document.querySelectorAll(told)]
                .filter(element => element.checkVisibility({ checkVisibilityCSS: true }) && element.getBoundingClientRect().height > 0)
                .filter(element => element.getBoundingClientRect().top < top)
                .map(element => 'too high: ' + Math.round(element.getBoundingClientRect().top) + ' ' + element.textContent.trim());
            }""";

    /** Of these rules, those of sizes and places alone: quick, and without the page's scripts. */
    static final String FIT = "() => [...(%s)(), ...(%s)()]".formatted(SIZES, LOW);

    private final String axe;

    ScreenRules() throws IOException {
        try (InputStream script = Objects.requireNonNull(ScreenRules.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(script.readAllBytes(), UTF_8);
        }
    }

    void hold(Page page) {
        assertEquals(List.of(), page.evaluate(FIT), where(page));
        assertEquals(List.of(), barriers(page), where(page));
    }

    /** What axe finds, of colours and of everything else it knows. */
    List<?> barriers(Page page) {
        return asked(page, AXE);
    }

    private List<?> asked(Page page, String rules) {
        if (!page.evaluate("() => typeof axe").equals("object")) {
            page.evaluate(axe);
        }
        return (List<?>) page.evaluate(rules);
    }

    private static String where(Page page) {
        return KioskBrowser.attribute(page, "data-stage") + " " + KioskBrowser.attribute(page, "data-language") + " "
                + Objects.requireNonNullElse(page.getAttribute("main", "data-end"), "");
    }
}
