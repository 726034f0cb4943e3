package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.kiosk.web.ScreenGallery.Sample;
import jp.madoguchi.workbench.KioskBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Every screen that can happen has room for what it says, upright and on the least display there is: in the language that needs the
 * most of those with wide letters, and of those with narrow ones. {@code ./kiosk bench screens} takes each language.
 */
class EveryScreenTest {
    private static final int FEWEST = 1000;

    @Test
    void screen_ofEachKind_showsAllThatItSays() {
        List<Sample> samples = Selection.usual().longest();
        List<Executable> misfits = Stream.of(Orientation.UPRIGHT, Orientation.SMALL)
                .parallel()
                .flatMap(orientation -> misfits(samples, orientation).stream())
                .toList();
        assertAll(misfits);
        assertTrue(samples.size() > FEWEST, samples.size() + " screens");
    }

    /** In a browser and with a gallery of its own. */
    private static List<Executable> misfits(List<Sample> samples, Orientation orientation) {
        List<Executable> misfits = new ArrayList<>();
        try (KioskBrowser browser = new KioskBrowser();
                Easel easel = new Easel(browser, new ScreenGallery()).unseen()) {
            for (Sample sample : samples) {
                ScreenState state = new ScreenState(sample, Set.of(), orientation);
                easel.show(state);
                List<String> wrong = easel.misfits();
                if (!wrong.isEmpty()) {
                    misfits.add(() -> assertEquals(List.of(), wrong, state.toString()));
                }
            }
        }
        return misfits;
    }
}
