package jp.madoguchi.workbench.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Language;
import jp.madoguchi.kiosk.terms.Stage;
import jp.madoguchi.kiosk.web.ScreenGallery;
import jp.madoguchi.workbench.KioskBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drawing moves as the card does, and for whoever asked for calm it does not. That nothing moves for long is a rule of every screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotionTest {
    /** Whether the drawing of a card is above (-1) or below (1) where it comes to rest: as its motion begins, and late in the first beat. */
    private static final String CARD = """
            () => {
              const card = document.querySelector('.art :is(.comes, .goes, .laid)');
              const moving = document.getAnimations().filter(each => each.effect.target === card);
              const top = ms => {
                moving.forEach(each => { each.pause(); each.currentTime = ms; });
                return card.getBoundingClientRect().top;
              };
              const beat = moving.length ? moving[0].effect.getComputedTiming().duration : 0;
              const tops = [top(0), top(beat * .8)];
              moving.forEach(each => each.finish());
              const rest = card.getBoundingClientRect().top;
              return tops.map(each => Math.sign(Math.round(each - rest))).join(' ');
            }""";

    private static final String STANDING = "* { animation-play-state: paused !important; }";

    private static final String MOVING =
            "() => [...new Set(document.getAnimations().map(each => each.animationName))].sort().join(' ')";

    private final KioskBrowser browser = new KioskBrowser();
    private final ScreenGallery gallery = new ScreenGallery();
    private final Easel easel = new Easel(browser, gallery);

    @AfterAll
    void stop() {
        browser.close();
    }

    /** The screen as it is before its first beat. */
    private Page at(Stage stage, Set<Aid> aids) {
        return easel.show(new ScreenState(
                gallery.samples().stream()
                        .filter(each -> each.language() == Language.JA && each.stage() == stage)
                        .findFirst()
                        .orElseThrow(),
                aids,
                Orientation.UPRIGHT));
    }

    /** Its clock stands, however long it takes to look at it. */
    @BeforeAll
    void stand() {
        at(Stage.WELCOME, Set.of()).addStyleTag(new Page.AddStyleTagOptions().setContent(STANDING));
    }

    @ParameterizedTest
    @CsvSource({
        "PLACE_CARD, comes points",
        "READ_CARD, falls speaks",
        "CHECK_PIN, speaks",
        "TAKE_CARD, goes lifts",
        "ASK_CENTER, flows",
        "PAY, points",
        "ENTER_PIN, ''",
        "CHOOSE_DOCUMENT, ''"
    })
    void drawing_ofAStage_movesUnlessCalmIsAskedFor(Stage stage, String moving) {
        assertEquals(moving, at(stage, Set.of()).evaluate(MOVING));
        assertEquals("", at(stage, Set.of(Aid.CALM)).evaluate(MOVING));
    }

    @Test
    void drawing_whereTheDisplayWantsNoMotion_standsStill() {
        Page page = at(Stage.PLACE_CARD, Set.of());
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertEquals("", page.evaluate(MOVING));
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertEquals("comes points", page.evaluate(MOVING));
    }

    @ParameterizedTest
    @CsvSource({"ASK_CENTER, normal", "FETCH_DOCUMENT, reverse"})
    void line_toTheCenter_flowsAsWhatIsSentDoes(Stage stage, String direction) {
        assertEquals(
                direction,
                at(stage, Set.of())
                        .evaluate("() => document.getAnimations().find(each => each.animationName === 'flows')"
                                + ".effect.getComputedTiming().direction"));
    }

    @ParameterizedTest
    @CsvSource({"PLACE_CARD, -1 1", "READ_CARD, -1 -1", "TAKE_CARD, 1 -1", "CHECK_PIN, 0 0"})
    void card_ofAStage_movesAsTheHandThatHoldsIt(Stage stage, String way) {
        assertEquals(way, at(stage, Set.of()).evaluate(CARD));
    }
}
