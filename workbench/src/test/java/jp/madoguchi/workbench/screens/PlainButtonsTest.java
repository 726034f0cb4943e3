package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.web.ScreenGallery;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A button is a plain form's, so that it works where the page's scripts do not run. */
class PlainButtonsTest {
    @Test
    void everyButton_ofEveryScreen_worksWithoutScripts() {
        ScreenGallery gallery = new ScreenGallery();
        Set<String> broken = new TreeSet<>();
        int buttons = 0;
        for (ScreenGallery.Sample sample : gallery.samples()) {
            Document page = Jsoup.parse(gallery.bare(sample, Set.of(Aid.values())));
            for (Element button : page.select("button")) {
                buttons++;
                Optional<Element> form = page.select("form[method=post][action]").stream()
                        .filter(each -> each.id().equals(button.attr("form")))
                        .findAny();
                boolean opens =
                        button.hasAttr("popovertarget") && page.getElementById(button.attr("popovertarget")) != null;
                if (!opens && !form.map(each -> sends(button, each)).orElse(false)) {
                    broken.add(sample.stage() + ": " + button);
                }
            }
        }
        assertEquals(Set.of(), broken);
        assertTrue(buttons > 1000, buttons + " buttons");
    }

    /** The form exists and goes where the script would; the button's value says all that it posts. */
    private static boolean sends(Element button, Element form) {
        boolean says = !button.attr("name").isEmpty() && !button.attr("value").isEmpty();
        boolean screen = form.attr("action").equals("/pin") || form.selectFirst("input[name=screen]") != null;
        boolean same = !button.hasAttr("hx-post") || button.attr("hx-post").equals(form.attr("action"));
        return screen && same && !button.hasAttr("hx-vals") && (says || form.selectFirst("input[name=do]") != null);
    }
}
