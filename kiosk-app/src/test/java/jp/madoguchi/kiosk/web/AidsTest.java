package jp.madoguchi.kiosk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Aid;
import jp.madoguchi.kiosk.terms.Stage;
import org.junit.jupiter.api.Test;

/** The assistance panel and the warning, with the page's scripts and without them. */
class AidsTest extends RunningWeb {
    /** By a form of a page from there. */
    private RawHttp.Reply posted(Display display, String site, String fields) {
        String body = "screen=" + runner.screen().number() + "&" + fields;
        return http.post(
                "/tap", body, "Cookie: " + display.cookie(), "Sec-Fetch-Mode: navigate", "Sec-Fetch-Site: " + site);
    }

    private Set<Aid> aids() {
        return runner.screen().visit().aids();
    }

    @Test
    void aids_onTheWelcomeScreen_areSaidByEveryScreenOfTheVisit() {
        Display display = display();
        String welcome = display.tap(runner.screen().number(), "do=aids&aid=low&aid=large")
                .body();
        assertTrue(welcome.contains("data-stage=\"welcome\""), welcome);
        assertTrue(welcome.contains("data-aids=\"large low\""), welcome);
        String next = display.tap(runner.screen().number(), "do=begin&lang=en").body();
        assertTrue(next.contains("data-stage=\"place-card\"") && next.contains("data-aids=\"large low\""), next);
        String none = display.tap(runner.screen().number(), "do=aids").body();
        assertFalse(none.contains("data-aids"), none);
    }

    @Test
    void aids_whileThePinIsTyped_takeNothingBack() {
        Display display = display();
        atPin();
        long screen = runner.screen().number();
        String key = key(display.get("/screen"), "4");
        display.pin("key=" + key);
        String redrawn = display.tap(screen, "do=aids&aid=shuffle&aid=contrast").body();
        assertTrue(redrawn.contains("data-count=\"1\""), redrawn);
        assertEquals(screen, runner.screen().number());
        assertTrue(display.pin("key=" + key).body().contains("data-count=\"2\""), "the key is still the same");
    }

    @Test
    void form_ofTheBrowsersOwn_actsAndGoesBackToThePage() {
        Display display = display();
        RawHttp.Reply reply = posted(display, "same-origin", "do=aids&aid=contrast");
        assertEquals(303, reply.status());
        assertEquals("/", reply.header("Location"));
        assertEquals(Set.of(Aid.CONTRAST), aids());
    }

    @Test
    void form_ofAnothersPage_isRefused() {
        Display display = display();
        assertEquals(403, posted(display, "cross-site", "do=aids&aid=contrast").status());
        assertEquals(403, posted(display, "same-site", "do=aids&aid=contrast").status());
        assertEquals(Set.of(), aids());
    }

    private Display warned() {
        Display display = display();
        atPin();
        assertEquals(1, timers.goOff(Stage.ENTER_PIN.patience()));
        settle();
        return display;
    }

    @Test
    void warning_onTheScreen_saysHowLongAndOffersMore() {
        Display display = warned();
        String screen = display.get("/screen").body();
        assertTrue(screen.contains("data-do=\"more-time\""), screen);
        assertTrue(screen.contains("<b data-left>30</b>"), screen);
        String after = display.tap(runner.screen().number(), "do=more-time").body();
        assertFalse(after.contains("data-do=\"more-time\""), after);
        assertTrue(after.contains("data-stage=\"enter-pin\""), after);
    }

    @Test
    void warning_byAFormOfTheBrowsersOwn_isGone() {
        Display display = warned();
        assertEquals(303, posted(display, "same-origin", "do=more-time").status());
        assertEquals(OptionalLong.empty(), runner.screen().until());
    }

    @Test
    void hand_anywhereOnTheScreen_endsTheWarning() {
        Display display = warned();
        String body = "screen=" + runner.screen().number();
        assertEquals(
                403, http.post("/here", body, "Cookie: " + display.cookie()).status());
        settle();
        assertTrue(runner.screen().until().isPresent());
        RawHttp.Reply heard =
                http.post("/here", body, "Cookie: " + display.cookie(), "X-Csrf-Token: " + display.csrf());
        assertEquals(204, heard.status());
        settle();
        assertEquals(OptionalLong.empty(), runner.screen().until());
        assertEquals(Stage.ENTER_PIN, runner.screen().visit().stage());
    }

    @Test
    void nobody_duringTheWarning_endsTheVisitAsSafelyAsBefore() {
        warned();
        pad.press(1);
        assertEquals(1, timers.goOff(Stage.WARNING));
        settle();
        assertEquals(Stage.ENDED, runner.screen().visit().stage());
        assertEquals(0, pad.count());
    }
}
