package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.kiosk.web.ScreenGallery.Sample;
import jp.madoguchi.workbench.KioskBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The displays that kiosks have show, of each kind of screen, a language a third longer than English: the next language has room. */
class PseudoLocaleFitTest {
    private static final int FEWEST = 100;

    @Test
    void screen_ofEachKind_hasRoomForALongerLanguage() {
        ScreenGallery gallery = ScreenGallery.pseudo();
        Collection<Sample> kinds = kinds(gallery);
        List<Executable> misfits = new ArrayList<>();
        try (KioskBrowser browser = new KioskBrowser();
                Easel easel = new Easel(browser, gallery).unseen()) {
            for (Orientation orientation : List.of(Orientation.UPRIGHT, Orientation.WIDE)) {
                for (Sample sample : kinds) {
                    ScreenState state = new ScreenState(sample, Set.of(), orientation);
                    easel.show(state);
                    List<String> wrong = easel.misfits();
                    if (!wrong.isEmpty()) {
                        misfits.add(() -> assertEquals(List.of(), wrong, state.toString()));
                    }
                }
            }
        }
        assertAll(misfits);
        assertTrue(kinds.size() > FEWEST, kinds.size() + " screens");
    }

    /** As each usually is: what comes later in the gallery has more to say than a visit often brings together. */
    private static Collection<Sample> kinds(ScreenGallery gallery) {
        Map<String, Sample> kinds = new LinkedHashMap<>();
        gallery.samples().forEach(sample -> kinds.putIfAbsent(sample.kind(), sample));
        return kinds.values();
    }
}
