package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import org.junit.jupiter.api.Test;

/** What nobody sees is measured as what is seen. */
class EaselTest {
    private static final List<Stage> STAGES = List.of(Stage.CONFIRM, Stage.SHOW_CERTIFICATES);

    /** Too long, too small, too faint, over another. */
    private static final List<String> FLAWS = List.of(
            "document.querySelector('h1').style.width = '3000px'",
            "document.querySelector('.places button').style.cssText = 'min-height: 40px; height: 40px; align-self: start'",
            "document.querySelector('h1').style.color = '#888'",
            "document.querySelector('.places').style.transform = 'translateY(-200px)'");

    private static List<List<String>> measured(Easel easel, List<ScreenState> states) {
        List<List<String>> measured = new ArrayList<>();
        for (ScreenState state : states) {
            easel.show(state);
            measured.add(easel.misfits());
            for (String flaw : FLAWS) {
                easel.show(state).evaluate("() => { " + flaw + " }");
                measured.add(easel.misfits());
            }
        }
        return measured;
    }

    @Test
    void screen_thatNobodySees_isMeasuredAsOneThatIsSeen() {
        ScreenGallery gallery = new ScreenGallery();
        List<ScreenState> states = new ArrayList<>();
        for (Sample sample : gallery.samples()) {
            if (sample.language() == Language.EN && STAGES.contains(sample.stage()) && !holds(states, sample.stage())) {
                states.add(new ScreenState(sample, Set.of(), Orientation.UPRIGHT));
                states.add(new ScreenState(sample, EnumSet.of(Aid.LARGE, Aid.CONTRAST), Orientation.WIDE));
            }
        }
        try (KioskBrowser browser = new KioskBrowser();
                Easel seen = new Easel(browser, gallery);
                Easel unseen = new Easel(browser, gallery).unseen()) {
            List<List<String>> found = measured(seen, states);
            assertEquals(found, measured(unseen, states));
            for (int i = 0; i < found.size(); i++) {
                assertEquals(i % (FLAWS.size() + 1) == 0, found.get(i).isEmpty(), i + ": " + found.get(i));
            }
            assertFalse(found.isEmpty());
        }
    }

    private static boolean holds(List<ScreenState> states, Stage stage) {
        return states.stream().anyMatch(state -> state.sample().stage() == stage);
    }
}
