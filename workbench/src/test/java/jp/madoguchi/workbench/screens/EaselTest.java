package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.kiosk.web.ScreenGallery.Sample;
import jp.madoguchi.workbench.KioskBrowser;
import jp.madoguchi.workbench.ScreenRules;
import org.junit.jupiter.api.Test;

/** What nobody sees is held to its rules as what is seen. */
class EaselTest {
    /** One with an explanation that lies over it, and one with much to say. */
    private static final List<Stage> STAGES = List.of(Stage.CHOOSE_OPTIONS, Stage.SHOW_CERTIFICATES);

    /** Too long, too small, too faint, over another, without a name, and moving for whoever wants calm. */
    private static final List<String> FLAWS = List.of(
            "document.querySelector('h1').style.width = '3000px'",
            "document.querySelector('.places button').style.cssText = 'min-height: 40px; height: 40px; align-self: start'",
            "document.querySelector('h1').style.color = '#888'",
            "document.querySelector('.places').style.transform = 'translateY(-200px)'",
            "document.querySelector('.places button').textContent = ''",
            "document.querySelector('h1').animate({ opacity: [0.9, 1] }, { duration: 1e6 })");

    private final ScreenRules rules = new ScreenRules();

    /** Of each state first without a flaw, then with each of them. */
    private List<List<String>> broken(Easel easel, List<ScreenState> states) {
        List<List<String>> broken = new ArrayList<>();
        for (ScreenState state : states) {
            easel.show(state);
            broken.add(easel.broken(rules));
            for (String flaw : FLAWS) {
                easel.show(state).evaluate("() => { " + flaw + " }");
                broken.add(easel.broken(rules));
            }
        }
        return broken;
    }

    @Test
    void screen_thatNobodySees_isHeldToItsRulesAsOneThatIsSeen() {
        ScreenGallery gallery = new ScreenGallery();
        List<ScreenState> states = new ArrayList<>();
        for (Stage stage : STAGES) {
            Sample sample = gallery.samples().stream()
                    .filter(each -> each.language() == Language.EN && each.stage() == stage)
                    .findFirst()
                    .orElseThrow();
            states.add(new ScreenState(sample, Set.of(Aid.CALM), Orientation.UPRIGHT));
            states.add(new ScreenState(sample, EnumSet.of(Aid.CALM, Aid.LARGE, Aid.CONTRAST), Orientation.SMALL));
        }
        try (KioskBrowser browser = new KioskBrowser();
                Easel seen = new Easel(browser, gallery);
                Easel unseen = new Easel(browser, gallery).unseen()) {
            assertTrue(seen.seen());
            assertFalse(unseen.seen());
            List<List<String>> found = broken(seen, states);
            assertEquals(found, broken(unseen, states));
            for (int i = 0; i < found.size(); i++) {
                assertEquals(i % (FLAWS.size() + 1) == 0, found.get(i).isEmpty(), i + ": " + found.get(i));
            }
        }
    }
}
