package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.workbench.KioskBrowser;
import jp.madoguchi.workbench.ScreenRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A few screens in which any two of screen, language, aid and display meet, held to every rule. {@code ./kiosk bench screens} takes all. */
class FewScreensTest {
    private final Selection selection = Selection.usual();

    @Test
    void few_everyStageMeetsEveryLanguageAidAndDisplay_withinTheTime() {
        List<ScreenState> few = selection.few();
        assertTrue(few.size() <= Selection.MOST, few.size() + " screens");
        Set<String> met = new HashSet<>();
        for (ScreenState state : few) {
            met.add(state.sample().stage().name());
            met.add(state.sample().language() + " " + state.orientation());
            for (Aid aid : Aid.values()) {
                String chosen = aid + (state.aids().contains(aid) ? " chosen" : " not chosen");
                met.add(chosen + " " + state.sample().language());
                met.add(chosen + " " + state.orientation());
                for (Aid other : state.aids()) {
                    met.add(chosen + " beside " + other);
                }
            }
        }
        Set<String> wanted = new HashSet<>();
        for (Stage stage : Stage.values()) {
            wanted.add(stage.name());
        }
        for (Language language : Language.values()) {
            for (Orientation orientation : Orientation.values()) {
                wanted.add(language + " " + orientation);
            }
        }
        for (Aid aid : Aid.values()) {
            for (String chosen : List.of(aid + " chosen", aid + " not chosen")) {
                for (Language language : Language.values()) {
                    wanted.add(chosen + " " + language);
                }
                for (Orientation orientation : Orientation.values()) {
                    wanted.add(chosen + " " + orientation);
                }
            }
            for (Aid other : Aid.values()) {
                wanted.add(aid + " chosen beside " + other);
            }
        }
        wanted.removeAll(met);
        assertEquals(Set.of(), wanted, "never met");
        assertEquals(
                few,
                new Selection(new ScreenGallery())
                        .few().stream().map(this::ours).toList(),
                "the same ones");
    }

    /** Of another gallery, the same state of this one. */
    private ScreenState ours(ScreenState theirs) {
        return selection.samples().stream()
                .filter(sample -> sample.name().equals(theirs.sample().name())
                        && sample.language() == theirs.sample().language())
                .map(sample -> new ScreenState(sample, theirs.aids(), theirs.orientation()))
                .findAny()
                .orElseThrow();
    }

    @Test
    void few_holdToEveryRule() {
        ScreenRules rules = new ScreenRules();
        List<Executable> broken = new ArrayList<>();
        try (KioskBrowser browser = new KioskBrowser();
                Easel easel = new Easel(browser, selection.gallery()).unseen()) {
            for (ScreenState state : selection.few()) {
                easel.show(state);
                List<String> wrong = easel.broken(rules);
                if (!wrong.isEmpty()) {
                    broken.add(() -> assertEquals(List.of(), wrong, state.toString()));
                }
            }
        }
        assertAll(broken);
    }
}
