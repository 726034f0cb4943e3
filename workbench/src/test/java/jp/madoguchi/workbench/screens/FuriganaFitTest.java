package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.kiosk.web.ScreenGallery.Sample;
import jp.madoguchi.workbench.KioskBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** With the readings above its words a screen still shows all that it says, and its lines stay even. */
class FuriganaFitTest {
    private static final int FEWEST = 60;

    /** Paragraphs of several lines whose lines are not equally far from each other. */
    private static final String UNEVEN = """
            () => [...document.querySelectorAll('.body :is(h1, p)')]
              .filter(part => part.checkVisibility() && part.querySelector('ruby') && !part.querySelector('.also'))
              .map(part => {
                const words = document.createTreeWalker(part, NodeFilter.SHOW_TEXT,
                  node => node.parentElement.closest('rt') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
                const sizes = new Set();
                const tops = new Set();
                while (words.nextNode()) {
                  const range = document.createRange();
                  range.selectNodeContents(words.currentNode);
                  sizes.add(getComputedStyle(words.currentNode.parentElement).fontSize);
                  [...range.getClientRects()].forEach(box => tops.add(Math.round(box.bottom)));
                }
                const lines = [...tops].sort((a, b) => a - b).filter((top, i, all) => i === 0 || top - all[i - 1] > 4);
                const steps = lines.slice(1).map((top, i) => top - lines[i]);
                return sizes.size === 1 && Math.max(...steps) - Math.min(...steps) > 2 ? steps + ' ' + part.textContent.trim() : '';
              })
              .filter(uneven => uneven)""";

    @Test
    void screen_withReadings_showsAllThatItSaysInEvenLines() {
        ScreenGallery gallery = new ScreenGallery();
        Collection<Sample> samples = kinds(gallery);
        List<Executable> misfits = new ArrayList<>();
        try (KioskBrowser browser = new KioskBrowser();
                Easel easel = new Easel(browser, gallery).unseen()) {
            for (Orientation orientation : List.of(Orientation.UPRIGHT, Orientation.SMALL)) {
                for (Sample sample : samples) {
                    ScreenState state = new ScreenState(sample, Set.of(Aid.RUBY), orientation);
                    Page page = easel.show(state);
                    List<Object> wrong = new ArrayList<>(easel.misfits());
                    wrong.addAll((List<?>) page.evaluate(UNEVEN));
                    if (!wrong.isEmpty()) {
                        misfits.add(() -> assertEquals(List.of(), wrong, state.toString()));
                    }
                }
            }
        }
        assertAll(misfits);
        assertTrue(samples.size() > FEWEST, samples.size() + " screens");
    }

    /** The last of each kind: those that come later in the gallery say more. */
    private static Collection<Sample> kinds(ScreenGallery gallery) {
        Map<String, Sample> kinds = new TreeMap<>();
        gallery.samples().stream()
                .filter(sample -> sample.language() == Language.JA)
                .forEach(sample -> kinds.put(sample.kind(), sample));
        return kinds.values();
    }
}
